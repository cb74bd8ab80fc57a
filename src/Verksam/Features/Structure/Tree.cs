using Verksam.Kernel;

namespace Verksam.Features.Structure;

/// <summary>A whole organisation from a list: one line a unit; a line that is indented belongs to the one above it.</summary>
internal static class Tree
{
    /// <summary>More is a mistake in the list, not an organisation.</summary>
    private const int MostUnits = 2_000;

    public static Refusal? Plant(string name, UnitKind kind, string colour, IEnumerable<string> lines, out IReadOnlyList<Unit> units)
    {
        units = [];
        if (string.IsNullOrWhiteSpace(name))
            return StructureRefusals.NameMissing;
        if (!Colours.IsColour(colour))
            return StructureRefusals.NotAColour;
        List<Unit> planted = [Unit.Root(name, kind, colour)];
        var above = new Stack<(int Indent, Unit Unit)>([(-1, planted[0])]);
        foreach (var line in lines.Where(l => !string.IsNullOrWhiteSpace(l)).Take(MostUnits))
        {
            var indent = line.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 4 : 1);
            while (above.Peek().Indent >= indent)
                above.Pop();
            var unit = above.Peek().Unit.Found(Named(line), KindBelow(above.Peek().Unit.Kind));
            planted.Add(unit);
            above.Push((indent, unit));
        }
        Distinguish(planted);
        units = planted;
        return null;
    }

    private static string Named(string line) => line.Trim().TrimStart('-', '–', '•', '*', '·', ' ', '\t');

    private static UnitKind KindBelow(UnitKind kind) => kind == UnitKind.Federation ? UnitKind.District : UnitKind.Association;

    /// <summary>Two of one name get different addresses.</summary>
    public static void Distinguish(IEnumerable<Unit> units)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var wanted = unit.Slug;
            for (var number = 2; !taken.Add(unit.Slug); number++)
                unit.Slug = $"{wanted}-{number}";
        }
    }
}
