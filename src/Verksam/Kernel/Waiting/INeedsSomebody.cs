using Verksam.Kernel.Audit;

namespace Verksam.Kernel.Waiting;

/// <summary>
/// A socket: something in a room that can need somebody. Whoever looks gets only what is theirs to see and to do: it is asked for the page of today, the
/// letter of the morning and, where it is about a gathering, the calendar. A few questions however many there are.
/// </summary>
internal interface INeedsSomebody
{
    /// <summary>What the keys of its needs begin with.</summary>
    string Kind { get; }

    /// <summary>What it finds stands with the calendar too.</summary>
    bool IsOfCalendar => false;

    /// <summary>What waits now; the most urgent first.</summary>
    Task<IReadOnlyList<Need>> Now(int most);

    /// <summary>What can be done with one press; null when there is nothing such, or whoever asks may not.</summary>
    Task<NeedDone?> Do(string key) => Task.FromResult<NeedDone?>(null);

    /// <summary>What was done with one press, taken back.</summary>
    Task<NeedDone?> TakeBack(string key) => Task.FromResult<NeedDone?>(null);

    /// <summary>Which of the acts that somebody has done can be taken back still: the trail's row, and the key.</summary>
    Task<IReadOnlyDictionary<Id<AuditEntry>, string>> Undoable(IReadOnlyList<AuditEntry> acts) =>
        Task.FromResult<IReadOnlyDictionary<Id<AuditEntry>, string>>(new Dictionary<Id<AuditEntry>, string>());
}
