using System.Globalization;
using Shouldly;
using Verksam.Features.Planning.Carrying;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>One rule after the other, on the days where it begins and ends to hold. The year is 2026, due on its last day of June.</summary>
public sealed class StandingTests
{
    private static readonly DateOnly Due = new(2026, 6, 30);

    private static readonly StandingLimits Limits = new();

    private static Facts Quiet => new() { From = new(2026, 1, 1), Due = Due, HasOwner = true };

    [Fact]
    public void Of_what_nobody_has_told_anything_nothing_is_started() => Says(Quiet, Day(3, 10), nameof(Status.NotStarted), "nothing");

    [Theory]
    [InlineData("2026-03-09", false)]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03-11", true)]
    public void What_is_dropped_is_dropped_from_that_day(string today, bool dropped) =>
        Standing.Of(Quiet with { DroppedOn = Day(3, 10) }, DateOnly.Parse(today, null), Limits).Status.ShouldBe(dropped ? Status.Dropped : Status.NotStarted);

    [Fact]
    public void A_decision_to_drop_stands_above_a_word_a_count_and_a_day_that_has_passed() => Says(
        Quiet with { DroppedOn = Day(2, 1), Word = Status.Done, WordOn = Day(3, 1), Count = 9, Wanted = 4 }, Day(12, 1), nameof(Status.Dropped), "dropped");

    [Theory]
    [InlineData(3, nameof(Status.NotStarted))]
    [InlineData(4, nameof(Status.Done))]
    [InlineData(5, nameof(Status.Done))]
    public void A_count_that_is_reached_is_done(int count, string status) =>
        Standing.Of(Quiet with { Count = count, Wanted = 4 }, Day(1, 20), Limits).Status.ToString().ShouldBe(status);

    [Fact]
    public void What_was_reached_too_late_is_done_all_the_same() => Says(Quiet with { Count = 4, Wanted = 4 }, Day(9, 1), nameof(Status.Done), "count");

    [Fact]
    public void A_count_without_anything_to_reach_does_not_make_it_done() => Says(Quiet with { Count = 400 }, Day(3, 10), nameof(Status.NotStarted), "nothing");

    [Theory]
    [InlineData("2026-06-30", "on the last day", nameof(Status.OnTrack))]
    [InlineData("2026-07-01", "the day after", nameof(Status.Late))]
    public void The_last_day_is_still_in_time(string today, string which, string status) =>
        Standing.Of(Quiet with { News = Day(6, 29) }, DateOnly.Parse(today, null), Limits).Status.ToString().ShouldBe(status, which);

    [Theory]
    [InlineData("3.99", "pace", nameof(Status.AtRisk))]
    [InlineData("4", "nothing", nameof(Status.NotStarted))]
    public void Below_four_fifths_of_the_elapsed_share_is_at_risk(string count, string rule, string status)
    {
        // half of ten days are gone, ten are wanted: five should be there, four will do
        var facts = Quiet with { From = Day(3, 1), Due = Day(3, 10), Count = decimal.Parse(count, CultureInfo.InvariantCulture), Wanted = 10 };
        Standing.Of(facts, Day(3, 5), Limits with { RiskDays = 0 }).ShouldBe(new Standing(Enum.Parse<Status>(status), rule, rule == "pace" ? 80 : 60));
    }

    [Fact]
    public void Pace_is_not_asked_for_before_the_first_day() =>
        Says(Quiet with { From = Day(4, 1), Count = 0, Wanted = 10 }, Day(3, 31), nameof(Status.NotStarted), "nothing");

    [Fact]
    public void Of_a_single_thing_no_pace_can_be_asked() => Says(Quiet with { Count = 0, Wanted = 1 }, Day(5, 1), nameof(Status.NotStarted), "nothing");

    [Fact]
    public void What_was_not_measured_is_not_behind() => Says(Quiet with { Wanted = 10 }, Day(5, 1), nameof(Status.NotStarted), "nothing");

    [Theory]
    [InlineData("2026-05-30", nameof(Status.NotStarted))] // 31 days left
    [InlineData("2026-05-31", nameof(Status.AtRisk))] // 30
    public void Within_thirty_days_of_due_somebody_must_own_it(string today, string status) =>
        Standing.Of(Quiet with { HasOwner = false }, DateOnly.Parse(today, null), Limits).Status.ToString().ShouldBe(status);

    [Theory]
    [InlineData("2026-05-01", "no-news", nameof(Status.AtRisk))] // 31 days old
    [InlineData("2026-05-02", "news", nameof(Status.OnTrack))] // 30
    public void Within_thirty_days_of_due_there_must_be_news_as_young(string news, string rule, string status)
    {
        var standing = Standing.Of(Quiet with { News = DateOnly.Parse(news, null) }, Day(6, 1), Limits);
        (standing.Status.ToString(), standing.Rule).ShouldBe((status, rule));
    }

    [Fact]
    public void That_nobody_owns_it_is_said_before_that_nobody_has_told() =>
        Says(Quiet with { HasOwner = false }, Day(6, 10), nameof(Status.AtRisk), "no-owner");

    [Theory]
    [InlineData("2026-01-09", "old-news", nameof(Status.NotStarted))] // 61 days
    [InlineData("2026-01-10", "news", nameof(Status.OnTrack))] // 60
    [InlineData("2026-03-11", "news", nameof(Status.OnTrack))] // today
    public void News_keep_it_on_track_for_sixty_days(string news, string rule, string status) =>
        Says(Quiet with { News = DateOnly.Parse(news, null) }, Day(3, 11), status, rule);

    [Theory]
    [InlineData(90, 100, false, nameof(Status.AtRisk), "last-year")]
    [InlineData(100, 100, false, nameof(Status.NotStarted), "nothing")]
    [InlineData(110, 100, false, nameof(Status.NotStarted), "nothing")]
    [InlineData(110, 100, true, nameof(Status.AtRisk), "last-year")]
    [InlineData(100, 100, true, nameof(Status.NotStarted), "nothing")]
    [InlineData(90, 100, true, nameof(Status.NotStarted), "nothing")]
    public void What_shall_grow_or_shrink_is_held_against_the_same_day_last_year(int now, int before, bool shrink, string status, string rule) =>
        Says(Quiet with { Count = now, LastYear = before, ShallDecrease = shrink }, Day(3, 10), status, rule);

    [Fact]
    public void When_last_year_was_not_measured_it_is_not_worse() => Says(Quiet with { Count = 0 }, Day(3, 10), nameof(Status.NotStarted), "nothing");

    [Fact]
    public void The_limits_can_be_changed_and_are_said()
    {
        var near = Standing.Of(Quiet with { HasOwner = false }, Day(6, 16), Limits with { RiskDays = 14 });
        var far = Standing.Of(Quiet with { HasOwner = false }, Day(6, 15), Limits with { RiskDays = 14 });
        var old = Standing.Of(Quiet with { News = Day(2, 28) }, Day(3, 10), Limits with { NewsDays = 9 });
        var slow = Standing.Of(Quiet with { Count = 2, Wanted = 10 }, Day(4, 10), Limits with { Pace = 0.25m });

        near.ShouldBe(new Standing(Status.AtRisk, "no-owner", 14));
        far.Status.ShouldBe(Status.NotStarted);
        old.ShouldBe(new Standing(Status.NotStarted, "old-news", 9));
        slow.Status.ShouldBe(Status.NotStarted);
    }

    [Theory]
    [InlineData(10, "2026-03-31", 80)]
    public void The_pace_is_said_in_percent(int wanted, string today, int percent) =>
        Standing.Of(Quiet with { Count = 0, Wanted = wanted }, DateOnly.Parse(today, null), Limits).Limit.ShouldBe(percent);

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static void Says(Facts facts, DateOnly today, string status, string rule)
    {
        var standing = Standing.Of(facts, today, Limits);
        (standing.Status.ToString(), standing.Rule).ShouldBe((status, rule));
    }
}
