using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure;

/// <summary>A whole organisation from a list: one line a unit; a line that is indented a step belongs to the one above it.</summary>
internal static class Tree
{
    /// <summary>More is a mistake in the list, not an organisation.</summary>
    private const int MostUnits = 2_000;

    /// <summary>So many spaces, or a tab, are a step in; fewer are there by chance.</summary>
    private const int Step = 4;

    private const int ShownOfLong = 40;

    /// <summary>What is indented deeper stays at this depth.</summary>
    private const int MostLevels = 8;

    public static Refusal? Plant(string name, UnitKind kind, string colour, IEnumerable<string> lines, out IReadOnlyList<Unit> units)
    {
        units = [];
        if (OneLine.OrNull(name) is null)
            return StructureRefusals.NameMissing;
        if (!Colours.IsColour(colour))
            return StructureRefusals.NotAColour;
        var written = Written(lines);
        if (written.Count > MostUnits)
            return StructureRefusals.TooManyUnits with { Facts = [MostUnits] };
        if (written.Find(l => l.Name.Length > Unit.LongestName) is { } endless)
            return StructureRefusals.LineTooLong with { Facts = [endless.Number, endless.Name[..ShownOfLong], Unit.LongestName] };
        List<Unit> planted = [Unit.Root(name, kind, colour)];
        if (Grow(planted, written) is { } refusal)
            return refusal;
        Distinguish(planted);
        units = planted;
        return null;
    }

    private static Refusal? Grow(List<Unit> planted, List<Line> lines)
    {
        var above = new Stack<(int Level, Unit Unit)>([(-1, planted[0])]);
        var seen = new Dictionary<(Id<Unit>, string), int>();
        foreach (var line in lines)
        {
            while (above.Peek().Level >= line.Level || above.Count > MostLevels)
                above.Pop();
            var parent = above.Peek().Unit;
            if (!seen.TryAdd((parent.Id, line.Folded), line.Number))
                return StructureRefusals.LineTwice with { Facts = [line.Number, line.Name, seen[(parent.Id, line.Folded)]] };
            var unit = parent.Found(line.Name, parent.KindBelow);
            planted.Add(unit);
            above.Push((line.Level, unit));
        }
        return null;
    }

    private static List<Line> Written(IEnumerable<string> lines) =>
        [.. lines.Select((text, i) => new Line(i + 1, text.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? Step : 1) / Step, Named(text))).Where(l => l.Name.Length > 0)];

    private static string Named(string line) => OneLine.Of(line).TrimStart('-', '–', '•', '*', '·', ' ', '\t');

    /// <summary>The list that such a tree is planted from.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<Unit> units)
    {
        var below = units.ToLookup(u => u.ParentId);
        var order = StringComparer.Create(Languages.Swedish, ignoreCase: true);
        return units.Where(u => u.IsRoot).SelectMany(root => Below(root, 0));

        IEnumerable<string> Below(Unit unit, int depth) =>
            below[unit.Id].OrderBy(u => u.Name, order).SelectMany(u => Below(u, depth + 1).Prepend(new string(' ', depth * Step) + u.Name));
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

    /// <param name="Number">Which line of the list, as people count.</param>
    /// <param name="Level">How many steps it stands in.</param>
    private sealed record Line(int Number, int Level, string Name)
    {
        /// <summary>What makes it the same name to people.</summary>
        public string Folded => Name.Normalize().ToUpperInvariant();
    }
}
