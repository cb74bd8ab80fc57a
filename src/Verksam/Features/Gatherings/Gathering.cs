using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>How far a gathering has come. Stored as a number: never renumber.</summary>
internal enum GatheringState
{
    /// <summary>Only those who arrange see it.</summary>
    Draft = 0,

    Published = 1,

    /// <summary>It took place.</summary>
    Held = 2,

    /// <summary>It took place, and somebody has written how it went.</summary>
    Reported = 3,

    Cancelled = 4,

    /// <summary>A draft that was thrown away; it is gone for all, and taken out of the database by night.</summary>
    Discarded = 5,
}

/// <summary>Whom a gathering is for. Stored as a number: never renumber.</summary>
internal enum Audience
{
    /// <summary>Anybody, also without an account.</summary>
    Everybody = 0,

    /// <summary>Those who belong to the units that arrange it, or below them.</summary>
    Members = 1,

    /// <summary>Those who are in a segment on the day somebody looks.</summary>
    Segment = 2,

    /// <summary>Those with a certain assignment in the units that arrange it, or below them.</summary>
    Assignment = 3,
}

/// <summary>People meet (aktivitet): what, when, where, for whom, and who arranges it.</summary>
internal sealed class Gathering : Entity<Gathering>, IAudited, IVersioned
{
    public const int LongestTitle = 120, LongestLead = 300, LongestText = 8000, LongestSpot = 120, LongestLink = 500, LongestReport = 4000, LongestPartner = 160, EarliestDoors = 360;

    /// <summary>What lasts longer is several.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private Gathering() { }

    /// <param name="asked">The id that the form has had since it was shown, so that one sent twice makes one.</param>
    public Gathering(Id<Unit> unit, string kind, Id<Person> by, DateTimeOffset now, Id<Gathering>? asked = null)
    {
        (UnitId, Kind, ContactId, CreatedAt, ChangedAt) = (unit, kind, by, now, now);
        Id = asked ?? Id;
    }

    /// <summary>The unit that keeps it; others may arrange it too (<see cref="CoArranger"/>).</summary>
    public Id<Unit> UnitId { get; private set; }

    /// <summary>The code of a kind: see <see cref="Kinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>One or two sentences.</summary>
    public string? Lead { get; private set; }

    public string? Description { get; private set; }
    public GatheringState State { get; private set; }
    public Audience Audience { get; private set; }
    public Id<Segment>? SegmentId { get; private set; }
    public Id<Role>? RoleId { get; private set; }
    public DateTimeOffset Starts { get; private set; }
    public DateTimeOffset Ends { get; private set; }
    public Id<Venue>? VenueId { get; private set; }

    /// <summary>Where at the place: "Plats 14".</summary>
    public string? Spot { get; private set; }

    /// <summary>Where one takes part from afar; shown only to those who are signed up and those who arrange.</summary>
    public string? Link { get; private set; }

    /// <summary>Whom to ask.</summary>
    public Id<Person>? ContactId { get; private set; }

    /// <summary>In kronor; null when nothing is set aside.</summary>
    public decimal? Budget { get; private set; }

    /// <summary>How many have room; null when there is room for all.</summary>
    public int? Seats { get; private set; }

    /// <summary>Another organisation that it is arranged with, in the words of those who come (samarbete).</summary>
    public string? Partner { get; private set; }

    /// <summary>What it costs to come in, in kronor: 0 is free, null when nothing is said.</summary>
    public decimal? Fee { get; private set; }

    /// <summary>How many minutes before it begins the doors open; null when nothing is said. It follows the gathering where that is moved.</summary>
    public int? DoorsBefore { get; private set; }

    /// <summary>The series that it is one of.</summary>
    public Id<GatheringSeries>? SeriesId { get; private set; }

    /// <summary>The day that it has in the series, also when it has been moved by itself.</summary>
    public DateOnly? SeriesDay { get; private set; }

    /// <summary>RFC 5545: one more for each change of when and where, and of the state.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Why it was cancelled, moved or is somewhere else, as those concerned are told.</summary>
    public string? Why { get; private set; }

    /// <summary>How it went.</summary>
    public string? Report { get; private set; }

    /// <summary>How many were there, as somebody has counted; null when nobody has.</summary>
    public int? Attended { get; private set; }

    public int Revision { get; set; }

    public bool IsPhysical => VenueId is not null || Spot is not null;
    public bool IsDigital => Link is not null;
    public DateTimeOffset? Doors => DoorsBefore is { } minutes ? Starts.AddMinutes(-minutes) : null;
    public bool IsOver(DateTimeOffset now) => Ends <= now;

    /// <summary>How far it has come, as the texts say it: what is over and not told of has been.</summary>
    public string StateOn(DateTimeOffset now) => State == GatheringState.Published && IsOver(now) ? "Over" : State.ToString();

    /// <summary>The status its word is drawn with.</summary>
    public string StatusOn(DateTimeOffset now) => StatusOf(State, IsOver(now));

    public static string StatusOf(GatheringState state, bool isOver) => state switch
    {
        GatheringState.Cancelled => "late",
        GatheringState.Draft or GatheringState.Discarded => "not-started",
        GatheringState.Held or GatheringState.Reported => "done",
        _ => isOver ? "late" : "on-track",
    };

    public Refusal? Describe(string title, string kind, string? lead, string? description)
    {
        if (OneLine.OrNull(title) is not { } line)
            return GatheringRefusals.TitleMissing;
        (Title, Kind, Lead, Description) = (line, kind, OneLine.OrNull(lead), Prose(description));
        return null;
    }

    public Refusal? IsFor(Audience audience, Id<Segment>? segment, Id<Role>? role)
    {
        if (audience == Audience.Segment && segment is null)
            return GatheringRefusals.NoSegment;
        if (audience == Audience.Assignment && role is null)
            return GatheringRefusals.NoRole;
        (Audience, SegmentId, RoleId) = (audience, audience == Audience.Segment ? segment : null, audience == Audience.Assignment ? role : null);
        return null;
    }

    /// <summary>When and where it is. What people have in their calendars becomes old by it.</summary>
    public Refusal? Take(Hours hours, Whereabouts where, DateTimeOffset now)
    {
        if (hours.Ends <= hours.Starts)
            return GatheringRefusals.EndsBeforeItBegins;
        if (hours.Ends - hours.Starts > Longest)
            return GatheringRefusals.TooLong;
        if (where.Link is not null && !IsWebAddress(where.Link))
            return GatheringRefusals.NotALink;
        var (spot, before) = (OneLine.OrNull(where.Spot), (Starts, Ends, VenueId, Spot, Link));
        (Starts, Ends, VenueId, Spot, Link) = (hours.Starts, hours.Ends, where.Venue, spot, where.Link);
        if (State != GatheringState.Draft && before != (Starts, Ends, VenueId, Spot, Link))
            Sequence++;
        ChangedAt = now;
        return null;
    }

    public void IsOneOf(GatheringSeries series, DateOnly day) => (SeriesId, SeriesDay) = (series.Id, day);

    /// <summary>The series has another day for it.</summary>
    public void MovesInSeries(int days) => SeriesDay = SeriesDay?.AddDays(days);

    public void IsAskedAbout(Id<Person>? contact) => ContactId = contact;

    public void HasRoomFor(int? seats) => Seats = seats;

    public void MayCost(decimal? budget) => Budget = budget;

    /// <param name="doors">Minutes before it begins, at most <see cref="EarliestDoors"/>.</param>
    public Refusal? Receives(string? partner, decimal? fee, int? doors)
    {
        if (doors is < 1 or > EarliestDoors)
            return GatheringRefusals.DoorsTooLate;
        (Partner, Fee, DoorsBefore) = (OneLine.OrNull(partner), fee, doors);
        return null;
    }

    public Refusal? Publish(DateTimeOffset now)
    {
        if (State != GatheringState.Draft)
            return GatheringRefusals.NotNow;
        if (!IsPhysical && !IsDigital)
            return GatheringRefusals.NowhereYet;
        (State, ChangedAt) = (GatheringState.Published, now);
        return null;
    }

    /// <summary>Back among the drafts, as long as it has not begun.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (State != GatheringState.Published || Starts <= now)
            return GatheringRefusals.NotNow;
        (State, ChangedAt) = (GatheringState.Draft, now);
        return null;
    }

    public Refusal? Discard(DateTimeOffset now)
    {
        if (State != GatheringState.Draft)
            return GatheringRefusals.NotNow;
        (State, ChangedAt) = (GatheringState.Discarded, now);
        return null;
    }

    /// <summary>A draft again, as it was.</summary>
    public Refusal? Recover(DateTimeOffset now)
    {
        if (State != GatheringState.Discarded)
            return GatheringRefusals.NotNow;
        (State, ChangedAt) = (GatheringState.Draft, now);
        return null;
    }

    public Refusal? Cancel(string? why, DateTimeOffset now)
    {
        if (State != GatheringState.Published)
            return GatheringRefusals.NotNow;
        (State, Why, ChangedAt) = (GatheringState.Cancelled, Prose(why), now);
        Sequence++;
        return null;
    }

    /// <summary>Why it is otherwise than it was.</summary>
    public void IsOtherwise(string why) => Why = why;

    /// <summary>As it was before it was changed; calendars are told once more.</summary>
    public void IsAsItWas(RearrangedGathering before, DateTimeOffset now)
    {
        (Starts, Ends, VenueId, Spot, Link, Why) = (before.Starts, before.Ends, before.VenueId, before.Spot, before.Link, before.Why);
        (State, ChangedAt) = (before.Was, now);
        Sequence++;
    }

    /// <summary>It is on after all.</summary>
    public Refusal? Resume(DateTimeOffset now)
    {
        if (State != GatheringState.Cancelled)
            return GatheringRefusals.NotNow;
        (State, Why, ChangedAt) = (GatheringState.Published, null, now);
        Sequence++;
        return null;
    }

    /// <summary>What somebody says of how it went; with words it is reported, without them it was held.</summary>
    public Refusal? Tell(string? report, int? attended, DateTimeOffset now)
    {
        if (State is GatheringState.Draft or GatheringState.Discarded or GatheringState.Cancelled || Starts > now)
            return GatheringRefusals.NotYet;
        (Report, Attended, ChangedAt) = (Prose(report), attended, now);
        State = Report is null ? GatheringState.Held : GatheringState.Reported;
        return null;
    }

    public static bool IsWebAddress(string text) => text.Length <= LongestLink && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    private static string? Prose(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}

/// <summary>From when till when.</summary>
internal sealed record Hours(DateTimeOffset Starts, DateTimeOffset Ends);

/// <summary>At a place, on a link, or both.</summary>
internal sealed record Whereabouts(Id<Venue>? Venue, string? Spot, string? Link);
