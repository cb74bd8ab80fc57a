using Verksam.Kernel;

namespace Verksam.Features.Structure;

/// <summary>A unit as the tree shows it, with what is below.</summary>
internal sealed class UnitNode(Unit unit, IEnumerable<string> groups, bool mayEdit)
{
    public Id<Unit> Id => unit.Id;
    public Id<Unit>? ParentId => unit.ParentId;
    public string Name => unit.Name;
    public string Slug => unit.Slug;
    public string Path => unit.Path;
    public UnitKind Kind => unit.Kind;
    public string? Municipality => unit.Municipality;
    public string? Email => unit.ContactEmail;
    public string? Phone => unit.ContactPhone;
    public string Dial => string.Concat(unit.ContactPhone?.Where(c => char.IsAsciiDigit(c) || c == '+') ?? []);
    public IReadOnlyList<string> Groups { get; } = [.. groups];
    public bool MayEdit => mayEdit;
    public List<UnitNode> Below { get; } = [];

    /// <summary>Hangs every unit under the one above it, where that one is in the list; the others are the tops.</summary>
    public static IReadOnlyList<UnitNode> Tree(IReadOnlyList<UnitNode> units)
    {
        var known = units.ToDictionary(u => u.Id);
        foreach (var unit in units)
        {
            if (unit.ParentId is { } above && known.TryGetValue(above, out var parent))
                parent.Below.Add(unit);
        }
        return [.. units.Where(u => u.ParentId is not { } above || !known.ContainsKey(above))];
    }
}
