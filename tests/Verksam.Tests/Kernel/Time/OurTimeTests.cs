using System.Globalization;
using Shouldly;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Time;

public sealed class OurTimeTests
{
    public OurTimeTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");

    [Theory]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    public void The_day_changes_at_midnight_in_Stockholm(string now, string today) =>
        At(now).Today.ShouldBe(DateOnly.Parse(today, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "01.59")] // winter time ends
    [InlineData("2026-03-29T01:00:00Z", "03.00")]
    [InlineData("2026-10-25T00:30:00Z", "02.30")] // the hour that comes twice
    [InlineData("2026-10-25T01:30:00Z", "02.30")]
    public void The_hour_is_the_one_on_the_wall_also_in_the_nights_when_it_jumps(string now, string shown) =>
        At(now).Moment(At(now).Now, "i går").ShouldBe(shown);

    [Theory]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z")]
    public void A_day_of_twenty_five_or_of_twenty_three_hours_is_one_day(string from, string to) =>
        At(from).Today.ShouldBe(At(to).Today);

    [Theory]
    [InlineData("2026-03-10T08:12:00Z", "09.12")]
    [InlineData("2026-03-09T23:30:00Z", "00.30")]
    [InlineData("2026-03-09T22:30:00Z", "i går 23.30")]
    [InlineData("2026-03-08T12:00:00Z", "8 mars")]
    [InlineData("2025-12-31T12:00:00Z", "31 december 2025")]
    public void A_moment_is_said_as_near_as_it_is(string at, string said) =>
        At("2026-03-10T09:00:00Z").Moment(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), "i går").ShouldBe(said);

    [Fact]
    public void On_new_years_day_yesterday_is_in_the_old_year() =>
        At("2027-01-01T11:00:00Z").Moment(new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero), "i går").ShouldBe("i går 21.00");

    [Fact]
    public void The_year_is_said_when_it_is_another()
    {
        var time = At("2026-12-31T23:30:00Z"); // already 2027 in Stockholm

        time.Day(new DateOnly(2027, 6, 14)).ShouldBe("14 juni");
        time.Day(new DateOnly(2026, 6, 14)).ShouldBe("14 juni 2026");
        time.ShortDay(new DateOnly(2027, 6, 14)).ShouldBe("14 juni");
        time.ShortDay(new DateOnly(2026, 9, 14)).ShouldBe("14 sep 2026");
    }

    private static OurTime At(string now)
    {
        var clock = new FakeTime();
        clock.Set(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        return new OurTime(clock);
    }
}
