using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People;

/// <summary>The addresses and numbers of a person: which there are, and which is tried first.</summary>
internal sealed partial class Person
{
    private readonly List<Way> _ways = [];

    /// <summary>In the order they are tried, e-mail addresses first.</summary>
    public IReadOnlyList<Way> Ways => _ways;

    public IEnumerable<Way> WaysOf(WayKind kind) => _ways.Where(w => w.Kind == kind).OrderBy(w => w.Order);

    /// <summary>The first e-mail address that is usable, for lists; follows from <see cref="Ways"/>.</summary>
    [Personal]
    public string? Email { get; private set; }

    /// <summary>The first number that is usable.</summary>
    [Personal]
    public string? Phone { get; private set; }

    /// <summary>The one that leads to the same place, however it is written.</summary>
    public Way? Known(WayKind kind, string value) => _ways.Find(w => w.Kind == kind && w.Folded == Way.Fold(kind, value));

    /// <summary>One more, tried last; the one there is when it is known already.</summary>
    public Way? Reach(WayKind kind, string? value)
    {
        if (IsProtected || OneLine.OrNull(value) is not { } line)
            return null;
        if (Known(kind, line) is { } known)
            return known;
        var way = new Way(Id, kind, line, WaysOf(kind).LastOrDefault()?.Order + 1 ?? 0);
        _ways.Add(way);
        Choose();
        return way;
    }

    /// <summary>Instead of the one that is tried first; nothing takes that one away.</summary>
    public void ReachFirst(WayKind kind, string? value)
    {
        var first = WaysOf(kind).FirstOrDefault(w => w.IsUsable);
        if (OneLine.OrNull(value) is { } line && first?.Value == line)
            return;
        if (first is not null)
            _ways.Remove(first);
        if (Reach(kind, value) is { } way)
            Prefer(way);
        Choose();
    }

    public void Forget(Way way)
    {
        _ways.Remove(way);
        Choose();
    }

    /// <summary>What was found out about one of them.</summary>
    public void Note(Way way, WayState state, DateOnly today)
    {
        if (way.State != state)
            way.Is(state, today);
        Choose();
    }

    /// <summary>This one is tried first.</summary>
    public void Prefer(Way way)
    {
        foreach (var (each, order) in WaysOf(way.Kind).OrderBy(w => w != way).Select((w, i) => (w, i)).ToList())
            each.Order = order;
        Choose();
    }

    private void Choose()
    {
        Email = WaysOf(WayKind.Email).FirstOrDefault(w => w.IsUsable)?.Value;
        Phone = WaysOf(WayKind.Phone).FirstOrDefault(w => w.IsUsable)?.Value;
    }
}
