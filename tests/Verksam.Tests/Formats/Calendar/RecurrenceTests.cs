using System.Globalization;
using Shouldly;
using Verksam.Formats.Calendar;
using Xunit;

namespace Verksam.Tests.Formats.Calendar;

public sealed class RecurrenceTests
{
    private static readonly RecurrenceEnd Four = RecurrenceEnd.After(4);

    [Fact]
    public void Every_second_week_is_counted_from_the_week_of_the_first_day()
    {
        var series = new WeeklyRecurrence(2, Weekdays.Monday | Weekdays.Thursday, Four);
        Days(series, "2027-03-10").ShouldBe("2027-03-11 2027-03-22 2027-03-25 2027-04-05");
        Rule(series, "2027-03-11").ShouldBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO;COUNT=4");
    }

    [Theory]
    [InlineData(28, "2027-01-28 2027-02-28 2027-03-28 2027-04-28", "BYMONTHDAY=28;COUNT=4", "")]
    [InlineData(29, "2027-01-29 2027-02-28 2027-03-29 2027-04-29", "BYMONTHDAY=29;UNTIL=20270429", "2027-02-28")]
    [InlineData(30, "2027-01-30 2027-02-28 2027-03-30 2027-04-30", "BYMONTHDAY=30;UNTIL=20270430", "2027-02-28")]
    [InlineData(31, "2027-01-31 2027-02-28 2027-03-31 2027-04-30", "BYMONTHDAY=-1;COUNT=4", "")]
    public void A_month_too_short_has_it_on_its_last_day(int day, string days, string rule, string beside)
    {
        var series = new MonthlyRecurrence(1, day, Four);
        Days(series, "2027-01-15").ShouldBe(days);
        Rule(series, days[..10]).ShouldBe($"FREQ=MONTHLY;{rule}");
        Joined(series.DaysBesideRule(Calendars.Day(days[..10]))).ShouldBe(beside);
    }

    [Theory]
    [InlineData(1, DayOfWeek.Monday, "2027-02-01 2027-05-03 2027-08-02 2027-11-01", "1MO")]
    [InlineData(3, DayOfWeek.Sunday, "2027-02-21 2027-05-16 2027-08-15 2027-11-21", "3SU")]
    [InlineData(5, DayOfWeek.Monday, "2027-02-22 2027-05-31 2027-08-30 2027-11-29", "-1MO")]
    public void The_fifth_of_a_weekday_is_the_last(int nth, DayOfWeek weekday, string days, string rule)
    {
        var series = new MonthlyWeekdayRecurrence(3, nth, weekday, Four);
        Days(series, "2027-02-01").ShouldBe(days);
        Rule(series, days[..10]).ShouldBe($"FREQ=MONTHLY;INTERVAL=3;BYDAY={rule};COUNT=4");
    }

    [Fact]
    public void The_29th_of_February_is_the_28th_in_other_years()
    {
        var series = new YearlyRecurrence(1, RecurrenceEnd.After(5));
        Days(series, "2028-02-29").ShouldBe("2028-02-29 2029-02-28 2030-02-28 2031-02-28 2032-02-29");
        Rule(series, "2028-02-29").ShouldBe("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=5");
        Days(series, "2027-02-28").ShouldBe("2027-02-28 2028-02-28 2029-02-28 2030-02-28 2031-02-28");
        Rule(series, "2027-02-28").ShouldBe("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28;COUNT=5");
    }

    [Fact]
    public void A_last_day_counts_in_whole()
    {
        var series = new WeeklyRecurrence(1, Weekdays.Tuesday, RecurrenceEnd.On(Calendars.Day("2027-03-30")));
        Days(series, "2027-03-16").ShouldBe("2027-03-16 2027-03-23 2027-03-30");
        Rule(series, "2027-03-16").ShouldBe("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330");
        series.ToRule(Calendars.Day("2027-03-16"), Calendars.Stockholm).ShouldBe("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T215959Z");
    }

    [Fact]
    public void No_series_has_more_than_500_days_and_others_are_told_so()
    {
        var series = new WeeklyRecurrence(1, (Weekdays)127, RecurrenceEnd.On(Calendars.Day("2099-12-31")));
        series.Days(Calendars.Day("2027-01-01")).Count().ShouldBe(Recurrence.MostDays);
        Rule(series, "2027-01-01").ShouldBe("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=500");
    }

    [Fact]
    public void A_series_ends_with_the_calendar_of_years()
    {
        var end = RecurrenceEnd.After(500);
        foreach (var series in new Recurrence[]
            { new WeeklyRecurrence(999, Weekdays.Friday, end), new MonthlyRecurrence(999, 31, end), new MonthlyWeekdayRecurrence(999, 5, DayOfWeek.Friday, end), new YearlyRecurrence(999, end) })
            series.Days(Calendars.Day("9999-12-31")).ShouldBe([DateOnly.MaxValue]);
    }

    [Fact]
    public void A_series_equals_another_that_says_the_same() =>
        new WeeklyRecurrence(1, Weekdays.Friday, RecurrenceEnd.After(3)).ShouldBe(new WeeklyRecurrence(1, Weekdays.Friday, RecurrenceEnd.After(3)));

    public static TheoryData<string> Wrongs => [.. Wrong.Keys];

    private static readonly Dictionary<string, Func<object>> Wrong = new(StringComparer.Ordinal)
    {
        ["never"] = () => RecurrenceEnd.After(0),
        ["too often"] = () => RecurrenceEnd.After(501),
        ["every no week"] = () => new WeeklyRecurrence(0, Weekdays.Friday, Four),
        ["every thousandth year"] = () => new YearlyRecurrence(1000, Four),
        ["on no day of the week"] = () => new WeeklyRecurrence(1, Weekdays.None, Four),
        ["on the eighth day of the week"] = () => new WeeklyRecurrence(1, (Weekdays)128, Four),
        ["on the zeroth"] = () => new MonthlyRecurrence(1, 0, Four),
        ["on the 32nd"] = () => new MonthlyRecurrence(1, 32, Four),
        ["on the sixth Friday"] = () => new MonthlyWeekdayRecurrence(1, 6, DayOfWeek.Friday, Four),
        ["on a first day that is none"] = () => new MonthlyWeekdayRecurrence(1, 1, (DayOfWeek)7, Four),
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void A_series_that_is_none_is_refused(string what) => Should.Throw<ArgumentOutOfRangeException>(() => Wrong[what]());

    private static string Days(Recurrence series, string first) => Joined(series.Days(Calendars.Day(first)));

    private static string Joined(IEnumerable<DateOnly> days) => string.Join(' ', days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static string Rule(Recurrence series, string first) => series.ToRule(Calendars.Day(first));
}
