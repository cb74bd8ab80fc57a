using Shouldly;
using Verksam.Features.Gatherings.Calendars;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Calendars;

/// <summary>The holidays that the law gives, against years as they were and will be.</summary>
public sealed class PublicHolidayTests
{
    [Theory]
    [InlineData("2022-04-15 2022-04-17 2022-04-18 2022-05-26 2022-06-05 2022-06-06 2022-06-25 2022-11-05")]
    [InlineData("2026-04-03 2026-04-05 2026-04-06 2026-05-14 2026-05-24 2026-06-06 2026-06-20 2026-10-31")]
    [InlineData("2024-03-29 2024-03-31 2024-04-01 2024-05-09 2024-05-19 2024-06-06 2024-06-22 2024-11-02")]
    [InlineData("2008-03-21 2008-03-23 2008-03-24 2008-05-01 2008-05-11 2008-06-06 2008-06-21 2008-11-01")] // Ascension Day on the first of May
    [InlineData("2011-04-22 2011-04-24 2011-04-25 2011-06-02 2011-06-12 2011-06-06 2011-06-25 2011-11-05")]
    public void Those_that_move_fall_where_they_fell(string days)
    {
        var expected = days.Split(' ').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", null)).ToList();
        var found = PublicHolidays.Of(expected[0].Year).ToDictionary(h => h.Key, h => h.Day);

        new[] { "GoodFriday", "Easter", "EasterMonday", "Ascension", "Whitsun", "NationalDay", "Midsummer", "AllSaints" }.Select(k => found[k]).ShouldBe(expected);
        found["MidsummerEve"].ShouldBe(found["Midsummer"].AddDays(-1));
    }

    [Theory]
    [InlineData(1990, 4, 15)]
    [InlineData(2000, 4, 23)]
    [InlineData(2019, 4, 21)]
    [InlineData(2038, 4, 25)] // the latest there is
    [InlineData(2049, 4, 18)] // the two exceptions of the reckoning
    [InlineData(2076, 4, 19)]
    [InlineData(2100, 3, 28)]
    public void Easter_is_on_its_Sunday(int year, int month, int day) => PublicHolidays.Easter(year).ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void Easter_is_a_Sunday_in_spring_in_every_year() =>
        Enumerable.Range(1990, 210).Select(PublicHolidays.Easter).ShouldAllBe(d => d.DayOfWeek == DayOfWeek.Sunday && d >= new DateOnly(d.Year, 3, 22) && d <= new DateOnly(d.Year, 4, 25));

    [Fact]
    public void The_sixth_of_June_took_the_place_of_Whit_Monday_in_2005()
    {
        PublicHolidays.Of(2004).Select(h => h.Key).ShouldContain("WhitMonday");
        PublicHolidays.Of(2004).Select(h => h.Key).ShouldNotContain("NationalDay");
        PublicHolidays.Of(2005).Select(h => h.Key).ShouldContain("NationalDay");
        PublicHolidays.Of(2005).Select(h => h.Key).ShouldNotContain("WhitMonday");
        PublicHolidays.Of(1989).ShouldBeEmpty();
    }
}
