using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Belonging;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Belonging;

/// <summary>Who had a vote on a day.</summary>
public sealed class RollPageTests
{
    private static readonly DateOnly Today = FakeTime.Today;

    [Fact]
    public async Task Whoever_has_paid_and_waited_has_a_vote_and_the_others_are_told_of_with_the_reason()
    {
        await using var app = await Counting(grace: 30, wait: 20);
        await Paid(app, Cast.AssociationChair, Today.AddDays(-100), Today.AddDays(200), Today.AddDays(-80));
        await Paid(app, Cast.GroupLeader, Today.AddDays(-400), Today.AddDays(-30), Today.AddDays(-380)); // the last day of the grace
        await Paid(app, Cast.MemberOfAlnas, Today.AddDays(-19), Today.AddDays(300), Today.AddDays(1)); // tomorrow

        var page = await (await app.As(Cast.AssociationChair)).Open("/rostlangd?enhet=alnas");

        Names(page).ShouldBe(["Birgitta Åman", "Yusuf Demir"]);
        page.Html.QuerySelector("details")!.TextContent.ShouldContain("Lena Lund");
        page.Html.QuerySelector("details")!.TextContent.ShouldContain("Rösträtt från");
        (await app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.What == RollPage.What && e.By == Cast.AssociationChair.Id.Value))).ShouldBe(1);
    }

    [Fact]
    public async Task The_roll_of_a_day_is_as_it_was_that_day_whatever_came_after()
    {
        await using var app = await Counting(grace: 0, wait: 0);
        await Paid(app, Cast.MemberOfAlnas, Today.AddDays(-100), Today.AddDays(-10), Today.AddDays(-100));
        var tove = await app.As(Cast.Ombudsman);

        Names(await tove.Open($"/rostlangd?enhet=alnas&den={Today.AddDays(-10):yyyy-MM-dd}")).ShouldBe(["Lena Lund"]);
        Names(await tove.Open($"/rostlangd?enhet=alnas&den={Today.AddDays(-9):yyyy-MM-dd}")).ShouldBeEmpty();
        Names(await tove.Open($"/rostlangd?enhet=stora&den={Today.AddDays(-10):yyyy-MM-dd}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_there_is_no_fee_whoever_joined_in_time_has_a_vote()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => MembershipSettings.Put(db, new() { Year = FeeYear.None, WaitDays = 365 }));
        var tove = await app.As(Cast.Ombudsman);

        Names(await tove.Open("/rostlangd?enhet=alnas")).Count.ShouldBe(3); // all joined a year ago today
        Names(await tove.Open($"/rostlangd?enhet=alnas&den={Today.AddDays(-1):yyyy-MM-dd}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delegates_are_counted_for_each_unit()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => MembershipSettings.Put(db, new() { Year = FeeYear.None }));

        var page = await (await app.As(Cast.Ombudsman)).Open("/rostlangd?delare=2&minst=1&paborjat=true");

        page.Html.QuerySelectorAll("section:has(#ombud-h) tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent)))
            .ShouldBe(["Norrsjö distrikt|4|2", "Alnäs|3|2", "Storå|1|1"]);
    }

    [Theory]
    [InlineData("den=2026-02-31")]
    [InlineData("den=i-morgon")]
    [InlineData("delare=0")]
    [InlineData("delare=-3&minst=x")]
    public async Task An_address_with_nonsense_in_it_shows_today(string nonsense)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await app.As(Cast.Ombudsman)).Open("/rostlangd?" + nonsense);

        page.Heading.ShouldBe("Röstlängd");
        page.Html.QuerySelector("#den")!.GetAttribute("value").ShouldBe(Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static List<string> Names(Sheet page) => [.. page.Html.QuerySelectorAll("section:has(#rost-h) > table th a").Select(a => a.TextContent)];

    private static async Task<AppUnderTest> Counting(int grace, int wait)
    {
        var app = await AppUnderTest.Start();
        await app.Write(db => MembershipSettings.Put(db, new() { Year = FeeYear.Rolling, GraceDays = grace, WaitDays = wait }));
        return app;
    }

    private static Task Paid(AppUnderTest app, Someone who, DateOnly from, DateOnly to, DateOnly valid) =>
        app.Write(db => Task.FromResult(db.PaidPeriods.Add(new PaidPeriod(who.Id, from, to, from, valid))));
}
