using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Formats.Calendar;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

public sealed class LocalTimeTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("2027-03-28T01:59", "2027-03-28T01:59:00+01:00")]
    [InlineData("2027-03-28T02:00", "2027-03-28T03:00:00+02:00")]
    [InlineData("2027-03-28T02:30", "2027-03-28T03:30:00+02:00")]
    [InlineData("2027-03-28T03:00", "2027-03-28T03:00:00+02:00")]
    [InlineData("2027-10-31T01:59", "2027-10-31T01:59:00+02:00")]
    [InlineData("2027-10-31T02:00", "2027-10-31T02:00:00+02:00")]
    [InlineData("2027-10-31T02:59", "2027-10-31T02:59:00+02:00")]
    [InlineData("2027-10-31T03:00", "2027-10-31T03:00:00+01:00")]
    public void A_night_when_clocks_are_moved_has_every_hour(string clock, string moment) =>
        Calendars.At(clock).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(moment);

    [Fact]
    public void A_leap_of_half_an_hour_moves_by_half_an_hour() =>
        LocalTime.At(Calendars.Day("2027-10-03"), new(2, 15), TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"))
            .ShouldBe(new DateTimeOffset(2027, 10, 3, 2, 45, 0, TimeSpan.FromHours(11)));

    [Fact]
    public void Every_time_of_a_series_has_the_same_clock() => Prop.ForAll(Series.Of.ToArbitrary(), Series.Times.ToArbitrary(), (series, time) =>
    {
        foreach (var day in series.Recurrence.Days(series.First))
        {
            var at = LocalTime.At(day, time, Calendars.Stockholm);
            var leapt = Calendars.Stockholm.IsInvalidTime(day.ToDateTime(time));
            at.DateTime.ShouldBe(day.ToDateTime(time) + (leapt ? Hour : TimeSpan.Zero));
            TimeZoneInfo.ConvertTime(at, Calendars.Stockholm).ShouldBe(at);
            at.Offset.ShouldBe(Calendars.Stockholm.GetUtcOffset(at));
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_day_has_as_many_hours_as_clocks_make_it() => Prop.ForAll(Gen.Choose(0, 20_000).ToArbitrary(), n =>
    {
        var day = Calendars.Day("2000-01-01").AddDays(n);
        var length = LocalTime.At(day.AddDays(1), TimeOnly.MinValue, Calendars.Stockholm) - LocalTime.At(day, TimeOnly.MinValue, Calendars.Stockholm);
        var isLastSunday = day.DayOfWeek == DayOfWeek.Sunday && day.AddDays(7).Month != day.Month;
        length.TotalHours.ShouldBe(isLastSunday && day.Month == 3 ? 23 : isLastSunday && day.Month == 10 ? 25 : 24);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
