using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>The rules of one gathering, without a database.</summary>
public sealed class GatheringTests
{
    private static readonly DateTimeOffset Now = FakeTime.Start;

    [Fact]
    public void It_is_published_when_one_knows_where_it_is()
    {
        var gathering = Draft(new Whereabouts(null, null, null));

        gathering.Publish(Now).ShouldBe(GatheringRefusals.NowhereYet);
        gathering.Take(Hours(2), new Whereabouts(null, "Biblioteket", null), Now).ShouldBeNull();
        gathering.Publish(Now).ShouldBeNull();
        gathering.Publish(Now).ShouldBe(GatheringRefusals.NotNow);
    }

    [Fact]
    public void What_ends_before_it_begins_lasts_too_long_or_leads_nowhere_is_refused()
    {
        var gathering = Draft(new Whereabouts(null, "Biblioteket", null));

        gathering.Take(Hours(0), new Whereabouts(null, null, null), Now).ShouldBe(GatheringRefusals.EndsBeforeItBegins);
        gathering.Take(Hours(24 * 32), new Whereabouts(null, null, null), Now).ShouldBe(GatheringRefusals.TooLong);
        foreach (var link in new[] { "moten.example/x", "http://moten.example", "javascript:alert(1)", "https://" + new string('a', 600) })
            gathering.Take(Hours(2), new Whereabouts(null, null, link), Now).ShouldBe(GatheringRefusals.NotALink);
    }

    [Fact]
    public void When_and_where_and_being_cancelled_make_calendars_old_and_words_do_not()
    {
        var gathering = Draft(new Whereabouts(null, "Biblioteket", null));
        gathering.Take(Hours(3), new Whereabouts(null, "Biblioteket", null), Now);
        gathering.Sequence.ShouldBe(0); // nobody has a draft in a calendar
        gathering.Publish(Now);

        gathering.Describe("Ett annat namn", "meeting", null, null);
        gathering.Take(Hours(3), new Whereabouts(null, "Biblioteket", null), Now);
        gathering.Sequence.ShouldBe(0);
        gathering.Take(Hours(4), new Whereabouts(null, "Biblioteket", null), Now);
        gathering.Sequence.ShouldBe(1);
        gathering.Cancel("Vattenskada", Now);
        gathering.Resume(Now);
        gathering.Sequence.ShouldBe(3);
        gathering.Why.ShouldBeNull();
    }

    [Fact]
    public void How_it_went_is_told_when_it_has_begun()
    {
        var gathering = Draft(new Whereabouts(null, "Biblioteket", null));
        gathering.Publish(Now);

        gathering.Tell("Bra", 12, gathering.Starts.AddMinutes(-1)).ShouldBe(GatheringRefusals.NotYet);
        gathering.Tell(null, 12, gathering.Ends).ShouldBeNull();
        gathering.State.ShouldBe(GatheringState.Held);
        gathering.Tell("Bra", 12, gathering.Ends).ShouldBeNull();
        gathering.State.ShouldBe(GatheringState.Reported);
        gathering.Cancel(null, Now).ShouldBe(GatheringRefusals.NotNow);
    }

    [Fact]
    public void A_segment_and_an_assignment_are_said_and_forgotten_when_it_is_for_others()
    {
        var gathering = Draft(new Whereabouts(null, "Biblioteket", null));

        gathering.IsFor(Audience.Assignment, null, null).ShouldBe(GatheringRefusals.NoRole);
        gathering.IsFor(Audience.Segment, null, null).ShouldBe(GatheringRefusals.NoSegment);
        gathering.IsFor(Audience.Assignment, null, Id<Role>.New()).ShouldBeNull();
        gathering.IsFor(Audience.Members, null, gathering.RoleId).ShouldBeNull();
        gathering.RoleId.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-03-29", 2, 30, "2026-03-29 03:30 +02:00")] // the hour that spring skips
    [InlineData("2026-10-25", 2, 30, "2026-10-25 02:30 +02:00")] // the first of the two
    [InlineData("2026-01-15", 18, 0, "2026-01-15 18:00 +01:00")]
    [InlineData("2028-02-29", 18, 0, "2028-02-29 18:00 +01:00")]
    public void An_hour_is_said_by_the_clock_here(string day, int hour, int minute, string instant) =>
        OurTime.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(hour, minute)).ShouldBe(DateTimeOffset.ParseExact(instant, "yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2022-07-28", "2026-03-10", "2026-07-23")] // Thursday of week 30
    [InlineData("2025-03-08", "2026-03-10", "2027-03-13")] // has been this year already
    [InlineData("2020-12-31", "2021-06-01", "2021-12-30")] // week 53 is not in every year
    public void One_made_like_another_comes_in_the_same_week_on_the_same_weekday(string day, string today, string next)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Copying.NextYear(DateOnly.Parse(day, culture), DateOnly.Parse(today, culture)).ShouldBe(DateOnly.Parse(next, culture));
    }

    private static Hours Hours(int hours) => new(Now.AddDays(7), Now.AddDays(7).AddHours(hours));

    private static Gathering Draft(Whereabouts where)
    {
        var gathering = new Gathering(Id<Unit>.New(), "meeting", Id<Person>.New(), Now);
        gathering.Describe("Ett möte", "meeting", null, null).ShouldBeNull();
        gathering.Take(Hours(2), where, Now).ShouldBeNull();
        return gathering;
    }
}
