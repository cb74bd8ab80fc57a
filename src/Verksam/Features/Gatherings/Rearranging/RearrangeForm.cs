using System.ComponentModel.DataAnnotations;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>Which gatherings are to be otherwise, and how.</summary>
internal sealed class RearrangeForm
{
    /// <summary>A single one.</summary>
    public Id<Gathering>? One { get; set; }

    /// <summary>All of a series that have not begun.</summary>
    public Id<GatheringSeries>? Series { get; set; }

    /// <summary>Else all from this day to the last.</summary>
    [Day]
    public DateOnly? First { get; set; }

    [Day]
    public DateOnly? Last { get; set; }

    /// <summary>Those that it and units below it keep.</summary>
    public Id<Unit>? Unit { get; set; }

    [StringLength(GatheringKind.LongestCode)]
    public string? Kind { get; set; }

    /// <summary>Only where more than so many have room.</summary>
    [Range(0, Gatherings.Venue.MostPeople)]
    public int? Over { get; set; }

    /// <summary>Only those that are at a place.</summary>
    public bool Physical { get; set; }

    [EnumDataType(typeof(RearrangeKind))]
    public RearrangeKind Do { get; set; }

    [Range(-Rearrangement.MostDays, Rearrangement.MostDays)]
    public int? Days { get; set; }

    /// <summary>Of a single one: its new day.</summary>
    [Day]
    public DateOnly? Day { get; set; }

    public TimeOnly? From { get; set; }
    public TimeOnly? To { get; set; }
    public Id<Venue>? Venue { get; set; }

    [StringLength(Gathering.LongestSpot)]
    public string? Spot { get; set; }

    [StringLength(Gathering.LongestLink)]
    public string? Link { get; set; }

    [StringLength(Rearrangement.LongestWhy)]
    public string? Why { get; set; }

    /// <summary>Made when it was shown what would happen: sent twice it is done once.</summary>
    public Guid Asked { get; set; }

    /// <summary>Those that were shown and are chosen, each with its revision: "id 3".</summary>
    public List<string> Chosen { get; set; } = [];

    /// <summary>What is asked for; or a no, and which field it is about.</summary>
    /// <param name="only">The single one that it is about, when there is one.</param>
    public (Rearrangement Asked, Refusal? No, string Field) Read(Gathering? only, Id<Person> by, DateTimeOffset now)
    {
        var asked = new Rearrangement(Do, Asked, by, now);
        var (no, field) = Do switch
        {
            RearrangeKind.Move => (asked.Moves(DaysOn(only), From, To), only is null ? nameof(Days) : nameof(Day)),
            RearrangeKind.Place => (asked.Takes(Venue, Spot), nameof(Venue)),
            RearrangeKind.Digital or RearrangeKind.Hybrid => (asked.GoesOnline(Link), nameof(Link)),
            _ => (null, ""),
        };
        return no is not null ? (asked, no, $"Input.{field}") : (asked, asked.Says(Why), $"Input.{nameof(Why)}");
    }

    private int DaysOn(Gathering? only) =>
        only is not null && Day is { } day ? day.DayNumber - Kernel.Time.OurTime.DayOf(only.Starts).DayNumber : Days ?? 0;
}
