using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>The rules of a series, without a database.</summary>
public sealed class SeriesTests
{
    private static readonly Id<Unit>[] Units = [Id<Unit>.New(), Id<Unit>.New()];
    private static readonly Id<Person>[] People = [Id<Person>.New(), Id<Person>.New()];
    private static readonly Id<Venue>[] Venues = [Id<Venue>.New(), Id<Venue>.New()];

    private static readonly Gen<GatheringForm> Forms =
        from title in Gen.Elements("Möte", "Samtal", "Bokbord")
        from lead in Gen.Elements<string?>(null, "Kom!")
        from day in Gen.Choose(0, 400).Select(n => new DateOnly(2026, 3, 1).AddDays(n))
        from hour in Gen.Choose(0, 23)
        from nights in Gen.Choose(1, 3)
        from overnight in Gen.Elements(true, false)
        from venue in Gen.Elements<Id<Venue>?>(null, Venues[0], Venues[1])
        from link in Gen.Elements<string?>(null, "https://moten.example/a")
        from audience in Gen.Elements(Audience.Everybody, Audience.Members)
        from contact in Gen.Elements<Id<Person>?>(null, People[0], People[1])
        from budget in Gen.Elements<decimal?>(null, 500m)
        from with in Gen.Elements<Id<Unit>[]>([], [Units[0]], [Units[0], Units[1]])
        select new GatheringForm
        {
            Title = title,
            Kind = "meeting",
            Lead = lead,
            Day = day,
            From = new TimeOnly(hour, 0),
            To = new TimeOnly(hour, 45),
            Venue = venue,
            Link = link,
            LastDay = overnight ? day.AddDays(nights) : null,
            Spot = "Salen",
            Audience = audience,
            Contact = contact,
            Budget = budget,
            With = [.. with],
        };

    [Fact]
    public void A_change_goes_to_the_others_but_for_what_was_changed_on_one_by_itself() =>
        Prop.ForAll(Forms.ToArbitrary(), Forms.ToArbitrary(), Forms.ToArbitrary(), (before, after, other) =>
        {
            var merged = SeriesChange.Merge(before, after, other, day: null);
            return Follows(f => f.Title) && Follows(f => f.Lead) && Follows(f => (f.Venue, f.Spot)) && Follows(f => f.Link) && Follows(f => f.Audience)
                && Follows(f => f.Contact) && Follows(f => f.Budget) && Follows(f => (f.From, f.To, f.LastDay?.DayNumber - f.Day.DayNumber))
                && Follows(f => string.Join(' ', f.With)) && merged.Day == other.Day;

            bool Follows<T>(Func<GatheringForm, T> what) => Equals(what(merged), Equals(what(before), what(other)) ? what(after) : what(other));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_changed_changes_nothing() =>
        Prop.ForAll(Forms.ToArbitrary(), Forms.ToArbitrary(), (before, other) =>
        {
            var merged = SeriesChange.Merge(before, before, other, other.Day);
            return (merged.Title, merged.Day, merged.From, merged.To, merged.LastDay, merged.Venue, merged.Link, merged.Audience, merged.Contact, merged.Budget)
                == (other.Title, other.Day, other.From, other.To, other.LastDay, other.Venue, other.Link, other.Audience, other.Contact, other.Budget);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void When_all_move_the_one_that_was_moved_by_itself_stays()
    {
        var (before, after) = (new GatheringForm { Day = new(2026, 3, 17) }, new GatheringForm { Day = new(2026, 3, 18) });

        SeriesChange.Merge(before, after, new GatheringForm { Day = new(2026, 3, 24) }, new(2026, 3, 24)).Day.ShouldBe(new DateOnly(2026, 3, 25));
        SeriesChange.Merge(before, after, new GatheringForm { Day = new(2026, 3, 27) }, new(2026, 3, 24)).Day.ShouldBe(new DateOnly(2026, 3, 27));
    }

    [Theory]
    [InlineData("Weekly", "2026-03-24", "2026-04-10", "2026-03-24 2026-03-31 2026-04-07")]
    [InlineData("EverySecondWeek", "2026-12-20", "2027-01-20", "2026-12-20 2027-01-03 2027-01-17")]
    [InlineData("MonthlyWeekday", "2026-01-13", "2026-04-01", "2026-01-13 2026-02-10 2026-03-10")]
    [InlineData("MonthlyWeekday", "2026-03-31", "2026-06-30", "2026-03-31 2026-04-28 2026-05-26 2026-06-30")] // the fifth is the last
    [InlineData("MonthlyDay", "2026-01-31", "2026-04-30", "2026-01-31 2026-02-28 2026-03-31 2026-04-30")]
    [InlineData("MonthlyDay", "2026-01-30", "2026-03-30", "2026-01-30 2026-02-28 2026-03-30")]
    [InlineData("Yearly", "2028-02-29", "2030-12-31", "2028-02-29 2029-02-28 2030-02-28")]
    public void It_comes_at_its_pace(string pace, string first, string last, string days) =>
        GatheringSeries.Days(Enum.Parse<Pace>(pace), Day(first), Day(last)).ShouldBe(days.Split(' ').Select(Day));

    [Fact]
    public void It_comes_five_hundred_times_and_no_more()
    {
        var first = new DateOnly(2026, 3, 17);

        GatheringSeries.Days(Pace.Weekly, first, first.AddDays(7 * 499))!.Count.ShouldBe(500);
        GatheringSeries.Days(Pace.Weekly, first, first.AddDays((7 * 500) - 1))!.Count.ShouldBe(500);
        GatheringSeries.Days(Pace.Weekly, first, first.AddDays(7 * 500)).ShouldBeNull();
    }

    [Fact]
    public void More_of_it_come_after_those_there_are()
    {
        var series = new GatheringSeries(Units[0], Pace.MonthlyWeekday, new(2026, 3, 31));

        series.DaysAfter(new(2026, 4, 28), new(2026, 6, 30)).ShouldBe([new(2026, 5, 26), new(2026, 6, 30)]);
        series.DaysAfter(new(2026, 6, 30), new(2026, 6, 30)).ShouldBeEmpty();
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
