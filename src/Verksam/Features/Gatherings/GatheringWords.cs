using System.Globalization;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>How one says when something is.</summary>
internal sealed class GatheringWords(OurTime time, Texts texts)
{
    /// <summary>"lördag 30 juli", "28–30 juli", with the year when it is another.</summary>
    public string Days(DateTimeOffset starts, DateTimeOffset ends)
    {
        var (first, last) = (OurTime.DayOf(starts), LastDay(starts, ends));
        return first == last ? $"{Weekday(first)} {time.Day(first)}"
            : first.Month == last.Month && first.Year == last.Year ? $"{first.Day}–{time.Day(last)}" : $"{time.Day(first)} – {time.Day(last)}";
    }

    /// <summary>"14 januari – 9 juni": from the first of several to the last.</summary>
    public string Span(DateTimeOffset first, DateTimeOffset last) => $"{time.Day(OurTime.DayOf(first))} – {time.Day(OurTime.DayOf(last))}";

    /// <summary>"tisdag 12 januari klockan 14.00".</summary>
    public string Instant(DateTimeOffset at) => texts["Gatherings.Instant", Weekday(OurTime.DayOf(at)), time.Day(OurTime.DayOf(at)), OurTime.Hour(at)];

    /// <summary>"18.30–20.30".</summary>
    public static string Hours(DateTimeOffset starts, DateTimeOffset ends) => $"{OurTime.Hour(starts)}–{OurTime.Hour(ends)}";

    /// <summary>"lördag 30 juli 18.00–21.00".</summary>
    public string Moment(Gathering gathering) => Moment(gathering.Starts, gathering.Ends);

    /// <inheritdoc cref="Moment(Gathering)"/>
    public string Moment(DateTimeOffset starts, DateTimeOffset ends) => $"{Days(starts, ends)} {Hours(starts, ends)}";

    /// <summary>"1 500", "12,50".</summary>
    public static string Kronor(decimal amount) => amount.ToString(amount == Math.Truncate(amount) ? "N0" : "N2", CultureInfo.CurrentCulture);

    /// <summary>", dörrarna öppnar 18.00, fri entré": what follows on the hours; nothing where nothing is said.</summary>
    public string Entrance(Gathering gathering)
    {
        var doors = gathering.Doors is { } open ? texts["Programme.DoorsAt", OurTime.Hour(open)] : null;
        var fee = gathering.Fee is { } kronor ? kronor == 0 ? texts["Programme.Free"] : texts["Programme.Costs", Kronor(kronor)] : null;
        return string.Concat(new[] { doors, fee }.OfType<string>().Select(said => $", {said}"));
    }

    /// <summary>Whether it is where, or on a link, or both.</summary>
    public string Where(Gathering gathering, Venue? venue) => Where(venue, gathering.Spot, gathering.IsDigital);

    /// <inheritdoc cref="Where(Gathering, Venue?)"/>
    public string Where(Venue? venue, string? spot, bool isDigital)
    {
        var there = string.Join(", ", new[] { venue?.Name, spot, venue?.Town is { } town && town != venue.Name ? town : null }.OfType<string>());
        return (there.Length > 0, isDigital) switch
        {
            (true, true) => texts["Gatherings.Hybrid", there],
            (true, false) => there,
            (false, true) => texts["Gatherings.Digital"],
            _ => texts["Gatherings.Nowhere"],
        };
    }

    // what ends at midnight ends that evening
    public static DateOnly LastDay(DateTimeOffset starts, DateTimeOffset ends) => ends > starts ? OurTime.DayOf(ends.AddTicks(-1)) : OurTime.DayOf(starts);

    private static string Weekday(DateOnly day) => day.ToString("dddd", CultureInfo.CurrentCulture);
}
