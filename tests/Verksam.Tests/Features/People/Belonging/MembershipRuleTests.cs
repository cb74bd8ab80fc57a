using Shouldly;
using Verksam.Features.People.Belonging;
using Xunit;

namespace Verksam.Tests.Features.People.Belonging;

/// <summary>What a paid fee covers, by the rule of the organisation.</summary>
public sealed class MembershipRuleTests
{
    private static readonly MembershipRule Calendar = new() { Year = FeeYear.Calendar, GraceDays = 60, WaitDays = 30 };

    private static readonly MembershipRule Rolling = Calendar with { Year = FeeYear.Rolling };

    [Fact]
    public void In_a_calendar_year_a_payment_covers_the_rest_of_it() =>
        Calendar.Covers(new(2026, 5, 12), null).ShouldBe((new(2026, 5, 12), new(2026, 12, 31), new(2026, 6, 11)));

    [Fact]
    public void Whoever_pays_within_the_grace_goes_on_without_a_gap_and_without_waiting() =>
        Calendar.Covers(new(2027, 2, 20), new(2026, 12, 31)).ShouldBe((new(2027, 1, 1), new(2027, 12, 31), new(2027, 1, 1)));

    [Fact]
    public void The_day_after_the_grace_one_begins_anew_and_waits() =>
        Calendar.Covers(new(2027, 3, 2), new(2026, 12, 31)).ShouldBe((new(2027, 3, 2), new(2027, 12, 31), new(2027, 4, 1)));

    [Fact]
    public void Whoever_pays_early_pays_for_the_next_year() =>
        Calendar.Covers(new(2026, 11, 20), new(2026, 12, 31)).ShouldBe((new(2027, 1, 1), new(2027, 12, 31), new(2027, 1, 1)));

    [Fact]
    public void Twelve_months_end_the_day_before_also_from_29_February()
    {
        Rolling.Covers(new(2026, 5, 12), null).ShouldBe((new(2026, 5, 12), new(2027, 5, 11), new(2026, 6, 11)));
        Rolling.Covers(new(2028, 2, 29), null).To.ShouldBe(new(2029, 2, 27));
    }

    [Fact]
    public void Twelve_months_that_are_renewed_in_time_begin_where_the_last_ended() =>
        Rolling.Covers(new(2027, 6, 1), new(2027, 5, 11)).ShouldBe((new(2027, 5, 12), new(2028, 5, 11), new(2027, 5, 12)));

    [Theory]
    [InlineData(0, 25, true, 1, 0)] // an association without members sends nobody
    [InlineData(1, 25, false, 1, 1)]
    [InlineData(24, 25, false, 0, 0)]
    [InlineData(25, 25, true, 1, 1)]
    [InlineData(26, 25, true, 1, 2)]
    [InlineData(26, 25, false, 1, 1)]
    [InlineData(10, 25, false, 2, 2)]
    public void Delegates_are_one_for_each_so_many_members(int members, int divisor, bool begun, int atLeast, int delegates) =>
        Membership.Delegates(members, divisor, begun, atLeast).ShouldBe(delegates);
}
