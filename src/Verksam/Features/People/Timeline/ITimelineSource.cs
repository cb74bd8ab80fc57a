using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Timeline;

/// <summary>
/// A socket: what a room knows has happened with a person, for the person's page. One query a source; each leaves out what this reader may
/// not see. Registered as <c>AddScoped&lt;ITimelineSource, …&gt;()</c>.
/// </summary>
internal interface ITimelineSource
{
    /// <summary>What an address calls its kind: "uppdrag". Sources of one kind may be several.</summary>
    string Kind { get; }

    /// <summary>The key of what the kind is called, for the one who chooses what to see: "Uppdrag".</summary>
    string Name { get; }

    /// <summary>Told only when this kind is chosen.</summary>
    bool WaitsToBeAsked => false;

    /// <summary>Whether this reader may choose the kind at all.</summary>
    bool IsFor(TimelineAsk ask) => true;

    /// <summary>The latest <see cref="TimelineAsk.Most"/> before <see cref="TimelineAsk.Before"/>, newest first.</summary>
    Task<IReadOnlyList<Happening>> Of(TimelineAsk ask);
}

/// <summary>Which part of whose timeline is asked for, and by whom. That the reader may see the person has been looked at already.</summary>
/// <param name="UnitPath">The place in the tree of the unit the person belongs to, to ask what the reader may do there.</param>
/// <param name="Before">Only what was earlier.</param>
internal sealed record TimelineAsk(Person Person, string UnitPath, CurrentUser Me, DateTimeOffset Before, int Most)
{
    /// <summary>The last day that is earlier, for what is known by the day: it counts as its first moment.</summary>
    public DateOnly LastDay => OurTime.DayOf(Before.AddTicks(-1));

    public bool IsOwn => Person.Id.Value == Me.PersonId;
}

/// <summary>Something that has happened, as one line.</summary>
/// <param name="Text">A whole sentence in the reader's language.</param>
/// <param name="Url">Where one may read more of it, when this reader may.</param>
/// <param name="IsDay">Only the day is known.</param>
internal sealed record Happening(DateTimeOffset At, string Text, string? Url = null, bool IsDay = false)
{
    public static Happening On(DateOnly day, string text, string? url = null) => new(OurTime.EndOf(day.AddDays(-1)), text, url, IsDay: true);
}
