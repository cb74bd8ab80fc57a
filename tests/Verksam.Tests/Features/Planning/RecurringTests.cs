using Shouldly;
using Verksam.Kernel.Jobs;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>The night's points are kept once a night, also when the clocks are turned.</summary>
public sealed class RecurringTests
{
    private static readonly Recurring Nightly = new("measure-points", new(2, 30));

    [Theory]
    [InlineData("2026-03-10T01:29:59Z", "2026-03-09T01:30:00Z")] // winter: half past two is half past one
    [InlineData("2026-03-10T01:30:00Z", "2026-03-10T01:30:00Z")]
    [InlineData("2026-07-10T00:29:59Z", "2026-07-09T00:30:00Z")] // summer: half past midnight
    [InlineData("2026-07-10T00:30:00Z", "2026-07-10T00:30:00Z")]
    public void It_is_the_hour_of_our_own_clocks(string now, string latest) => Nightly.Latest(At(now)).ShouldBe(At(latest));

    [Theory]
    [InlineData(2026, 3, 27, 5)] // clocks go forward on the 29th: half past two is not there
    [InlineData(2026, 10, 23, 5)] // and back on 25 October: it is there twice
    public void Each_day_has_one_time_and_only_one(int year, int month, int day, int days)
    {
        var start = new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero);
        var times = Enumerable.Range(0, 24 * 4 * days).Select(quarter => Nightly.Latest(start.AddMinutes(15 * quarter))).ToList();

        times.ShouldBe(times.Order());
        times.Distinct().Count().ShouldBe(days + 1);
    }

    [Fact]
    public void A_weekly_time_is_on_its_weekday()
    {
        var mondays = new Recurring("letter", new(7, 0), DayOfWeek.Monday);

        mondays.Latest(At("2026-03-10T08:30:00Z")).ShouldBe(At("2026-03-09T06:00:00Z"));
        mondays.Latest(At("2026-03-09T05:59:59Z")).ShouldBe(At("2026-03-02T06:00:00Z"));
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
