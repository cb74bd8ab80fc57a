using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure;

/// <summary>A whole organisation from a list: one line a unit; a line that is indented belongs to the one above it.</summary>
internal static class Tree
{
    /// <summary>More is a mistake in the list, not an organisation.</summary>
    private const int MostUnits = 2_000;

    /// <summary>What is indented deeper stays at this depth.</summary>
    private const int MostLevels = 8;

    public static Refusal? Plant(string name, UnitKind kind, string colour, IEnumerable<string> lines, out IReadOnlyList<Unit> units)
    {
        units = [];
        if (OneLine.OrNull(name) is null)
            return StructureRefusals.NameMissing;
        if (!Colours.IsColour(colour))
            return StructureRefusals.NotAColour;
        var named = lines.Where(l => Named(l).Length > 0).ToList();
        if (named.Count > MostUnits)
            return StructureRefusals.TooManyUnits with { Facts = [MostUnits] };
        List<Unit> planted = [Unit.Root(name, kind, colour)];
        var above = new Stack<(int Indent, Unit Unit)>([(-1, planted[0])]);
        foreach (var line in named)
        {
            var indent = line.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 4 : 1);
            while (above.Peek().Indent >= indent || above.Count > MostLevels)
                above.Pop();
            var unit = above.Peek().Unit.Found(Named(line), above.Peek().Unit.KindBelow);
            planted.Add(unit);
            above.Push((indent, unit));
        }
        Distinguish(planted);
        units = planted;
        return null;
    }

    private static string Named(string line) => OneLine.Of(line).TrimStart('-', '–', '•', '*', '·', ' ', '\t');

    /// <summary>The list that such a tree is planted from.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Unit> units)
    {
        var below = units.ToLookup(u => u.ParentId);
        var order = StringComparer.Create(Languages.Swedish, ignoreCase: true);
        return units.Where(u => u.IsRoot).SelectMany(root => Below(root, 0));

        IEnumerable<string> Below(Unit unit, int depth) =>
            below[unit.Id].OrderBy(u => u.Name, order).SelectMany(u => Below(u, depth + 1).Prepend(new string(' ', depth * 4) + u.Name));
    }

    /// <summary>Two of one name get different addresses.</summary>
    public static void Distinguish(IEnumerable<Unit> units, IEnumerable<string>? inUse = null)
    {
        var taken = new HashSet<string>(inUse ?? [], StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var wanted = unit.Slug;
            for (var number = 2; !taken.Add(unit.Slug); number++)
                unit.Slug = $"{wanted}-{number}";
        }
    }
}
