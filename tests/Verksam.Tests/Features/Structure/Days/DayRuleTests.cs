using Shouldly;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Structure.Days;

public sealed class DayRuleTests
{
    private static readonly DayRule Election = new() { Month = 9, Nth = 2, Weekday = DayOfWeek.Sunday, FirstYear = 2022, EveryYears = 4 };

    [Theory]
    [InlineData(2018, null)]
    [InlineData(2022, "2022-09-11")] // the two election days that val.se tells of
    [InlineData(2026, "2026-09-13")]
    [InlineData(2027, null)]
    public void The_second_Sunday_of_September_every_fourth_year(int year, string? day) =>
        Election.In(year).ShouldBe(day is null ? null : DateOnly.Parse(day, null));

    [Theory]
    [InlineData(2026, "2026-08-14")]
    [InlineData(2027, null)]
    public void So_many_days_before_it(int year, string? day) =>
        (Election with { DaysBefore = 30 }).In(year).ShouldBe(day is null ? null : DateOnly.Parse(day, null));

    [Fact]
    public void What_is_reckoned_back_from_January_falls_in_the_year_before() =>
        new DayRule { Month = 1, Day = 10, DaysBefore = 20 }.In(2026).ShouldBe(new DateOnly(2026, 12, 21));

    [Theory]
    [InlineData(2026, 2, "2026-02-27")] // four Fridays
    [InlineData(2026, 5, "2026-05-29")] // five
    public void The_fifth_is_the_last_there_is(int year, int month, string day) =>
        new DayRule { Month = month, Nth = 5, Weekday = DayOfWeek.Friday }.In(year).ShouldBe(DateOnly.Parse(day, null));

    [Theory]
    [InlineData(2028, 29)]
    [InlineData(2026, 28)]
    public void The_29th_of_February_is_kept_on_the_28th_when_there_is_none(int year, int day) =>
        new DayRule { Month = 2, Day = 29 }.In(year).ShouldBe(new DateOnly(year, 2, day));

    [Theory]
    [InlineData(1922, 1, false)]
    [InlineData(2022, 100, true)]
    [InlineData(2023, 101, false)]
    [InlineData(1947, 25, true)]
    [InlineData(1952, 30, true)]
    [InlineData(1922, 0, false)]
    [InlineData(1912, -10, false)]
    public void Of_its_years_one_keeps_tens_and_quarters_of_a_hundred(int year, int age, bool kept)
    {
        var day = new YearDay(Cast.Stora.Id);
        day.Describe("Storå bildades", YearDayKind.Anniversary, new() { Month = 3, Day = 4, FirstYear = year - age }, null).ShouldBeNull();

        day.In(year).ShouldBe(kept ? new DateOnly(year, 3, 4) : null);
        day.Age(year).ShouldBe(age);
    }

    [Theory]
    [InlineData("", 1, 1, "Structure.Refused.NameMissing")]
    [InlineData("Ett", 13, 1, "Structure.Refused.NoSuchDay")]
    [InlineData("Ett", 4, 31, "Structure.Refused.NoSuchDay")]
    [InlineData("Ett", 2, 30, "Structure.Refused.NoSuchDay")]
    public void What_is_no_day_is_refused(string name, int month, int day, string code) =>
        new YearDay(Cast.Stora.Id).Describe(name, YearDayKind.Feast, new() { Month = month, Day = day }, null).ShouldBe(new Refusal(code));

    [Fact]
    public void Every_fourth_year_needs_a_year_to_count_from_and_so_does_an_anniversary()
    {
        new YearDay(Cast.Stora.Id).Describe("Val", YearDayKind.Election, Election with { FirstYear = null }, null).ShouldBe(DayRefusals.NoSuchDay);
        new YearDay(Cast.Stora.Id).Describe("Bildades", YearDayKind.Anniversary, new(), null).ShouldBe(DayRefusals.YearMissing);
    }
}
