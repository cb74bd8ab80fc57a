using System.ComponentModel.DataAnnotations;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>What is decided about a gathering; shown by _GatheringFields.cshtml.</summary>
internal sealed class GatheringForm
{
    // so many years ahead or back somebody may mean
    private const int MostYears = 10;

    public Id<Unit> Unit { get; set; }

    /// <summary>Others that arrange it.</summary>
    public List<Id<Unit>> With { get; set; } = [];

    [Required, StringLength(Gathering.LongestTitle)]
    public string Title { get; set; } = "";

    [Required, StringLength(GatheringKind.LongestCode)]
    public string Kind { get; set; } = "";

    [StringLength(Gathering.LongestLead)]
    public string? Lead { get; set; }

    [StringLength(Gathering.LongestText)]
    public string? Description { get; set; }

    [Day]
    public DateOnly Day { get; set; }

    [Required]
    public TimeOnly? From { get; set; }

    [Required]
    public TimeOnly? To { get; set; }

    /// <summary>The last day, when it is another.</summary>
    [Day]
    public DateOnly? LastDay { get; set; }

    /// <summary>How it comes again; null when it does not. Asked of a new one.</summary>
    [EnumDataType(typeof(Pace))]
    public Pace? Again { get; set; }

    /// <summary>The last day on which it may come again.</summary>
    [Day]
    public DateOnly? Until { get; set; }

    public Id<Venue>? Venue { get; set; }

    /// <summary>Of a place that is not in the list.</summary>
    [StringLength(Gatherings.Venue.LongestName)]
    public string? PlaceName { get; set; }

    [StringLength(Gatherings.Venue.LongestLine)]
    public string? PlaceStreet { get; set; }

    [StringLength(Gatherings.Venue.LongestLine)]
    public string? PlaceTown { get; set; }

    [StringLength(Gathering.LongestSpot)]
    public string? Spot { get; set; }

    [StringLength(Gathering.LongestLink)]
    public string? Link { get; set; }

    [EnumDataType(typeof(Audience))]
    public Audience Audience { get; set; } = Audience.Members;

    public Id<Segment>? Segment { get; set; }
    public Id<Role>? Role { get; set; }
    public Id<Person>? Contact { get; set; }

    [Amount(0, 100_000_000)]
    public decimal? Budget { get; set; }

    [Range(1, Gatherings.Venue.MostPeople)]
    public int? Seats { get; set; }

    public int Revision { get; set; }

    /// <summary>What a new one shall be known by; the first of a series.</summary>
    public Id<Gathering>? Asked { get; set; }

    public static GatheringForm Of(Gathering gathering, IEnumerable<Id<Unit>> with) => new()
    {
        Unit = gathering.UnitId,
        With = [.. with],
        Title = gathering.Title,
        Kind = gathering.Kind,
        Lead = gathering.Lead,
        Description = gathering.Description,
        Day = OurTime.DayOf(gathering.Starts),
        From = TimeOnly.FromDateTime(OurTime.Here(gathering.Starts).DateTime),
        To = TimeOnly.FromDateTime(OurTime.Here(gathering.Ends).DateTime),
        LastDay = OurTime.DayOf(gathering.Ends) == OurTime.DayOf(gathering.Starts) ? null : OurTime.DayOf(gathering.Ends),
        Venue = gathering.VenueId,
        Spot = gathering.Spot,
        Link = gathering.Link,
        Audience = gathering.Audience,
        Segment = gathering.SegmentId,
        Role = gathering.RoleId,
        Contact = gathering.ContactId,
        Budget = gathering.Budget,
        Seats = gathering.Seats,
        Revision = gathering.Revision,
    };

    /// <summary>The same, on another day.</summary>
    public GatheringForm On(DateOnly day)
    {
        var other = (GatheringForm)MemberwiseClone();
        (other.Day, other.LastDay) = (day, LastDay?.AddDays(day.DayNumber - Day.DayNumber));
        return other;
    }

    /// <summary>The days on which it comes.</summary>
    public Refusal? Days(out IReadOnlyList<DateOnly> days)
    {
        days = [Day];
        if (Again is not { } pace)
            return null;
        if (Until is not { } until || until <= Day)
            return GatheringRefusals.UntilMissing;
        days = GatheringSeries.Days(pace, Day, until) ?? [];
        return days.Count == 0 ? GatheringRefusals.TooManyTimes : null;
    }

    /// <param name="field">Which field the no is about.</param>
    public Refusal? Fill(Gathering gathering, DateTimeOffset now, out string field)
    {
        field = "Input.Day";
        if (Math.Abs(Day.Year - now.Year) > MostYears)
            return GatheringRefusals.FarAway;
        field = "Input.Title";
        if (gathering.Describe(Title, Kind, Lead, Description) is { } untitled)
            return untitled;
        field = Audience == Audience.Segment ? "Input.Segment" : "Input.Role";
        if (gathering.IsFor(Audience, Segment, Role) is { } nobody)
            return nobody;
        gathering.IsAskedAbout(Contact);
        gathering.MayCost(Budget);
        gathering.HasRoomFor(Seats);
        var no = gathering.Take(Hours(), new Whereabouts(Venue, Spot, string.IsNullOrWhiteSpace(Link) ? null : Link.Trim()), now);
        field = no == GatheringRefusals.NotALink ? "Input.Link" : "Input.To";
        return no;
    }

    private Hours Hours() => new(OurTime.At(Day, From!.Value), OurTime.At(LastDay ?? Day, To!.Value));
}
