using System.Globalization;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>A month, and the whole weeks that hold it.</summary>
internal sealed record Month(DateOnly First)
{
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
    public DateOnly Monday => Stretch.MondayOf(First);
    public DateOnly Sunday => Stretch.MondayOf(Last).AddDays(6);
    public string Word => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    public string Name => First.ToString("MMMM", CultureInfo.CurrentCulture);

    public static Month With(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    /// <summary>"2026-06"; today's when it is none.</summary>
    public static Month Of(string? word, DateOnly today, int earliest, int latest) =>
        DateOnly.TryParseExact(word + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year > earliest && first.Year < latest ? new(first) : With(today);
}
