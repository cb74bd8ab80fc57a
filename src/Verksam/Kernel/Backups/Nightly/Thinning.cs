using Verksam.Kernel.Time;

namespace Verksam.Kernel.Backups.Nightly;

/// <summary>Which of many backups are worth their place: the newest of each of the latest seven days, five weeks and twelve months that have one.</summary>
internal static class Thinning
{
    private const int Days = 7, Weeks = 5, Months = 12;

    public static IReadOnlySet<DateTimeOffset> Kept(IReadOnlyCollection<DateTimeOffset> taken) =>
        Newest(taken, Days, day => day.DayNumber)
            .Concat(Newest(taken, Weeks, day => day.DayNumber / 7)) // day 0 was a Monday
            .Concat(Newest(taken, Months, day => (day.Year * 12) + day.Month)).ToHashSet();

    private static IEnumerable<DateTimeOffset> Newest(IEnumerable<DateTimeOffset> taken, int most, Func<DateOnly, int> period) =>
        taken.GroupBy(at => period(OurTime.DayOf(at))).OrderByDescending(g => g.Key).Take(most).Select(g => g.Max());
}
