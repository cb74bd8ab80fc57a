using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>What is done with gatherings when things turn out otherwise. Stored as a number: never renumber.</summary>
internal enum RearrangeKind
{
    /// <summary>Other days, or other hours.</summary>
    Move = 0,

    /// <summary>Somewhere else.</summary>
    Place = 1,

    /// <summary>On a link instead of at a place.</summary>
    Digital = 2,

    /// <summary>On a link beside the place.</summary>
    Hybrid = 3,

    Cancel = 4,

    /// <summary>What was cancelled is on after all; of a single one.</summary>
    Resume = 5,
}

/// <summary>Stored as a number: never renumber.</summary>
internal enum RearrangementState
{
    /// <summary>Somebody has asked for it; a job does it.</summary>
    Asked = 0,

    Done = 1,

    /// <summary>Taken back before anybody was told.</summary>
    Undone = 2,

    /// <summary>It could not be done, and nothing of it was.</summary>
    Failed = 3,
}

/// <summary>One act that changes when, where or whether gatherings are, and tells those concerned (omplanering).</summary>
internal sealed class Rearrangement : Entity<Rearrangement>, IAudited
{
    public const int LongestWhy = 600, MostDays = 366, Most = 1000;

    /// <summary>So long it can be taken back before letters leave.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private Rearrangement() { }

    /// <param name="asked">Made with the form: sent twice it is one.</param>
    public Rearrangement(RearrangeKind kind, Guid asked, Id<Person> by, DateTimeOffset now) => (Kind, Asked, ById, At) = (kind, asked, by, now);

    public RearrangeKind Kind { get; private set; }
    public Guid Asked { get; private set; }
    public Id<Person>? ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public RearrangementState State { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>In own words, as those concerned are told and the plan shows.</summary>
    public string Why { get; private set; } = "";

    /// <summary>How many days later, or earlier when below 0.</summary>
    public int Days { get; private set; }

    /// <summary>By the clock here; null where the hour stays.</summary>
    public TimeOnly? From { get; private set; }

    /// <summary>Null where they last as long as before.</summary>
    public TimeOnly? To { get; private set; }

    public Id<Venue>? VenueId { get; private set; }
    public string? Spot { get; private set; }
    public string? Link { get; private set; }

    public bool IsUndoable(DateTimeOffset now) => State == RearrangementState.Done && now < DoneAt + Pause;

    public Refusal? Says(string? why)
    {
        if (string.IsNullOrWhiteSpace(why))
            return RearrangingRefusals.WhyMissing;
        Why = why.ReplaceLineEndings("\n").Trim();
        return null;
    }

    public Refusal? Moves(int days, TimeOnly? from, TimeOnly? to)
    {
        if (days == 0 && from is null && to is null)
            return RearrangingRefusals.MovesNowhere;
        (Days, From, To) = (days, from, to);
        return null;
    }

    public Refusal? Takes(Id<Venue>? venue, string? spot)
    {
        (VenueId, Spot) = (venue, OneLine.OrNull(spot));
        return VenueId is null && Spot is null ? RearrangingRefusals.PlaceMissing : null;
    }

    public Refusal? GoesOnline(string? link)
    {
        Link = OneLine.OrNull(link);
        return Link is null ? RearrangingRefusals.LinkMissing : Gathering.IsWebAddress(Link) ? null : GatheringRefusals.NotALink;
    }

    public void Done(DateTimeOffset now) => (State, DoneAt) = (RearrangementState.Done, now);

    public void Undone() => State = RearrangementState.Undone;

    public void Fail() => State = RearrangementState.Failed;
}

/// <summary>Stored as a number: never renumber.</summary>
internal enum RearrangedState
{
    Waiting = 0,
    Done = 1,

    /// <summary>Somebody else had changed it after it was shown.</summary>
    Changed = 2,

    /// <summary>The rules said no: it has begun, or ends before it begins.</summary>
    Refused = 3,

    /// <summary>Taken back.</summary>
    Undone = 4,
}

/// <summary>A gathering in a rearrangement, and how it was before.</summary>
internal sealed class RearrangedGathering : Entity<RearrangedGathering>, IAside
{
    private RearrangedGathering() { }

    public RearrangedGathering(Id<Rearrangement> rearrangement, Gathering gathering)
    {
        (RearrangementId, GatheringId, Seen) = (rearrangement, gathering.Id, gathering.Revision);
        Was = gathering.State;
        (Starts, Ends, VenueId, Spot, Link, Why) = (gathering.Starts, gathering.Ends, gathering.VenueId, gathering.Spot, gathering.Link, gathering.Why);
    }

    public Id<Rearrangement> RearrangementId { get; private set; }
    public Id<Gathering> GatheringId { get; private set; }

    /// <summary>Its revision when it was shown; when it is done the one it got.</summary>
    public int Seen { get; private set; }

    public RearrangedState State { get; private set; }
    public GatheringState Was { get; private set; }
    public DateTimeOffset Starts { get; private set; }
    public DateTimeOffset Ends { get; private set; }
    public Id<Venue>? VenueId { get; private set; }
    public string? Spot { get; private set; }
    public string? Link { get; private set; }
    public string? Why { get; private set; }

    public void Is(RearrangedState state, int seen) => (State, Seen) = (state, seen);
}

internal static class RearrangingRefusals
{
    public static readonly Refusal WhyMissing = new("Rearranging.Refused.WhyMissing");
    public static readonly Refusal MovesNowhere = new("Rearranging.Refused.MovesNowhere");
    public static readonly Refusal PlaceMissing = new("Rearranging.Refused.PlaceMissing");
    public static readonly Refusal LinkMissing = new("Rearranging.Refused.LinkMissing");
    public static readonly Refusal NoneChosen = new("Rearranging.Refused.NoneChosen");
    public static readonly Refusal NotAllYours = new("Rearranging.Refused.NotAllYours");
    public static readonly Refusal TooLate = new("Rearranging.Refused.TooLate");
}
