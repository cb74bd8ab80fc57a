namespace Verksam.Kernel;

/// <summary>What one assignment gives: <paramref name="Path"/> is the unit's place in the tree (see Unit.Path).</summary>
/// <param name="InTwoSteps">Given only to who came in with two factors.</param>
internal sealed record Grant(string Path, Permission Permissions, bool Below, string RoleName, bool InTwoSteps = false)
{
    /// <summary>Reaches the whole tree: the root's path is its own id between two strokes.</summary>
    public bool IsOfAll => Below && Path.Count(c => c == '/') == 2;
}

/// <summary>Who asks, and what that person may do in which part of the tree today.</summary>
internal sealed class CurrentUser
{
    private readonly List<Grant> _grants = [];

    public bool IsKnown { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Title { get; private set; } = "";
    public IReadOnlyList<Grant> Grants => _grants;

    /// <summary>The session was begun with two factors.</summary>
    public bool CameInTwoSteps { get; private set; }

    /// <summary>What assignments of today would give if it were: nothing here counts anywhere.</summary>
    public IReadOnlyList<Grant> Withheld { get; private set; } = [];

    /// <summary>All that decides what one may see and do: two with the same reach see the same.</summary>
    public string Reach { get; private set; } = "";

    /// <summary>Some assignment gives more than membership does.</summary>
    public bool HasDuty => _grants.Exists(g => (g.Permissions & ~Permission.SeePlan) != Permission.None);

    public void Is(Guid person, string name, IReadOnlyList<Grant> grants, bool inTwoSteps)
    {
        IsKnown = true;
        PersonId = person;
        Name = name;
        _grants.Clear(); // an error page is asked for once more in the same request
        _grants.AddRange(grants.Where(g => inTwoSteps || !g.InTwoSteps));
        Reach = string.Join(' ', _grants.Select(g => $"{g.Path}{(g.Below ? "+" : "=")}{(int)g.Permissions}"));
        Withheld = [.. grants.Where(g => g.InTwoSteps && !inTwoSteps)];
        CameInTwoSteps = inTwoSteps;
        Title = grants is [var first, ..] ? first.RoleName : "";
    }

    /// <summary>Whether some assignment of today gives the permission anywhere.</summary>
    public bool Can(Permission permission) => _grants.Exists(g => g.Permissions.HasFlag(permission));

    /// <summary>Whether some assignment gives the permission in the unit at <paramref name="path"/>.</summary>
    public bool Can(Permission permission, string path) =>
        _grants.Exists(g => g.Permissions.HasFlag(permission) && Covers(g, path));

    /// <summary>Whether one may do all of this oneself at <paramref name="path"/>, and in all below it when <paramref name="below"/>.</summary>
    public bool CanAll(Permission permissions, string path, bool below)
    {
        var own = _grants.Where(g => Covers(g, path) && (g.Below || !below))
            .Aggregate(Permission.None, (sum, g) => sum | g.Permissions);
        return own.HasFlag(permissions);
    }

    /// <summary>The parts of the tree where the permission holds.</summary>
    public IReadOnlyList<Grant> Where(Permission permission) => [.. _grants.Where(g => g.Permissions.HasFlag(permission))];

    /// <summary>The ids of one's own units and of all above them.</summary>
    public IReadOnlyList<Guid> Line() =>
        [.. _grants.SelectMany(g => g.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Select(Guid.Parse)];

    private static bool Covers(Grant grant, string path) =>
        grant.Below ? path.StartsWith(grant.Path, StringComparison.Ordinal) : path == grant.Path;
}

/// <summary>What a signed-in account may do today; the room that keeps people answers.</summary>
internal interface IRights
{
    /// <summary>Fills <paramref name="user"/>, or leaves it unknown when the session is no longer good.</summary>
    Task Recognise(CurrentUser user, Guid account, string stamp, bool inTwoSteps, CancellationToken cancelled);
}
