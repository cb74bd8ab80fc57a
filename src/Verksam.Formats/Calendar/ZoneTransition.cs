namespace Verksam.Formats.Calendar;

/// <summary>A moment when clocks are moved.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="From">What clocks were ahead of UTC before.</param>
/// <param name="To">What they are after.</param>
internal readonly record struct ZoneTransition(DateTime At, TimeSpan From, TimeSpan To)
{
    // zones of our day keep an offset for a month at least
    private static readonly TimeSpan Stride = TimeSpan.FromDays(14);

    /// <summary>What clocks show when they are about to be moved.</summary>
    public DateTime Onset => At + From;

    /// <summary>Those of some years, in order.</summary>
    // Asked rather than read from the adjustment rules: what those mean differs between systems
    public static IEnumerable<ZoneTransition> Between(TimeZoneInfo zone, int firstYear, int lastYear)
    {
        var end = new DateTime(lastYear, 12, 31, 23, 59, 59, DateTimeKind.Utc);
        for (var at = new DateTime(firstYear, 1, 1, 0, 0, 0, DateTimeKind.Utc); at < end;)
        {
            var next = end - at > Stride ? at + Stride : end;
            var (from, to) = (zone.GetUtcOffset(at), zone.GetUtcOffset(next));
            if (from != to) yield return new(First(zone, at, next), from, to);
            at = next;
        }
    }

    // the first second with the offset that the later one has
    private static DateTime First(TimeZoneInfo zone, DateTime before, DateTime after)
    {
        var to = zone.GetUtcOffset(after);
        var (low, high) = (0L, (long)(after - before).TotalSeconds);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (zone.GetUtcOffset(before.AddSeconds(middle)) == to) high = middle;
            else low = middle;
        }
        return before.AddSeconds(high);
    }
}
