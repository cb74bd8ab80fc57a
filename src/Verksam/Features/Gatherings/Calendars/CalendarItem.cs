using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>A gathering as it stands in a calendar.</summary>
/// <param name="Beside">Where, and whose.</param>
internal sealed record CalendarItem(string Url, string Title, DateTimeOffset Starts, DateTimeOffset Ends, string Beside)
{
    public required string Status { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>How many have signed up, in words; for members only.</summary>
    public string? SignedUp { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Lead { get; init; }

    /// <summary>People count on it.</summary>
    public bool IsPublished { get; init; }

    /// <summary>What is wanting, in words.</summary>
    public string? Mark { get; init; }

    public DateOnly First { get; } = OurTime.DayOf(Starts);

    /// <summary>"18.30".</summary>
    public string Hour { get; } = OurTime.Hour(Starts);

    public DateOnly Last { get; } = GatheringWords.LastDay(Starts, Ends);

    public bool IsOn(DateOnly day) => First <= day && day <= Last;
}

/// <summary>Some days as whole weeks, with what goes on and what lies behind.</summary>
internal sealed record WeeksShown(Stretch Stretch, IReadOnlyList<CalendarItem> Items, IReadOnlyList<DayBehind> Days, DateOnly Today, string Caption)
{
    /// <summary>What a day is named after: of what lasts, its first day, and the first that is shown.</summary>
    public IEnumerable<DayBehind> NamedOn(DateOnly day) => Days.Where(d => d.Sort != Behind.Plan).Where(d => d.From == day || (day == Stretch.Monday && d.IsOn(day)));

    /// <summary>What the plan promises until then.</summary>
    public IReadOnlyList<DayBehind> LastOn(DateOnly day) => [.. Days.Where(d => d.Sort == Behind.Plan && d.From == day)];

    public string? Look(DateOnly day)
    {
        var here = Days.Where(d => d.IsOn(day)).ToList();
        var words = new[]
        {
            Stretch.View == CalendarView.Month && day.Month != Stretch.First.Month ? "out" : null,
            here.Exists(d => d.Sort is Behind.Holiday or Behind.Kept or Behind.Election && !d.IsMany) ? "free" : null,
            here.Exists(d => d.IsMany) ? "during" : null,
        };
        return string.Join(' ', words.OfType<string>()) is { Length: > 0 } look ? look : null;
    }
}
