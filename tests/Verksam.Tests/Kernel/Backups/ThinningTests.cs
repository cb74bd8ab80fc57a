using Shouldly;
using Verksam.Kernel.Backups.Nightly;
using Xunit;

namespace Verksam.Tests.Kernel.Backups;

public sealed class ThinningTests
{
    private static readonly DateTimeOffset Night = new(2026, 3, 10, 0, 30, 0, TimeSpan.Zero); // a Tuesday

    [Fact]
    public void After_two_years_of_nights_the_last_seven_days_five_weeks_and_twelve_months_are_there()
    {
        var kept = Thinning.Kept([.. Enumerable.Range(0, 730).Select(n => Night.AddDays(-n))]).Order().ToList();

        kept.TakeLast(7).ShouldBe(Enumerable.Range(0, 7).Select(n => Night.AddDays(n - 6)));
        kept.ShouldContain(new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.Zero)); // a week's Sunday
        kept.ShouldContain(new DateTimeOffset(2026, 2, 28, 0, 30, 0, TimeSpan.Zero)); // a month's last
        kept[0].ShouldBe(new DateTimeOffset(2025, 4, 30, 0, 30, 0, TimeSpan.Zero));
        kept.Count.ShouldBe(7 + 4 + 11 - 1); // this week and month are of the seven; Sunday 8 March is too
    }

    [Fact]
    public void Of_a_day_the_newest_is_kept() => Thinning.Kept([Night, Night.AddHours(9), Night.AddHours(5)]).ShouldBe([Night.AddHours(9)]);

    [Fact]
    public void What_few_there_are_is_kept_however_old() => Thinning.Kept([Night.AddYears(-9), Night.AddYears(-3)]).Count.ShouldBe(2);

    [Fact]
    public void The_day_is_the_organisations() =>
        Thinning.Kept([new(2026, 7, 1, 21, 30, 0, TimeSpan.Zero), new(2026, 7, 1, 22, 30, 0, TimeSpan.Zero)]).Count.ShouldBe(2);
}
