using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Belonging;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Belonging;

/// <summary>Somebody joins, moves, pays and leaves.</summary>
public sealed class BelongingPageTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task Whoever_is_a_member_may_what_members_may_and_whoever_leaves_may_no_more()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Open("/oversikt")).Status.ShouldBe(System.Net.HttpStatusCode.OK);

        var form = await (await app.As(Cast.AssociationChair)).Open(Lena + "/tillhorighet");
        var page = await form.Submit("Spara", fields => (fields["Input.Kind"], fields["Input.Why"]) = ("Former", "OwnWish"));

        page.Text.ShouldContain("Lena Lund: Har varit med i Alnäs.");
        (await lena.Open("/oversikt")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await app.Read(db => db.Audit.CountAsync(e => e.What == nameof(Relation) && e.About == Cast.MemberOfAlnas.Id.Value && e.By == Cast.AssociationChair.Id.Value))).ShouldBe(2);
    }

    [Fact]
    public async Task Who_leaves_on_a_coming_day_is_a_member_till_then_and_the_assignments_that_are_ticked_end_with_it()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var yusuf = $"/manniskor/{Cast.GroupLeader.Id}";
        var form = await tove.Open(yusuf + "/tillhorighet");
        form.Html.QuerySelectorAll("#Ends input[checked]").Length.ShouldBe(1);

        var page = await form.Submit("Spara", f => (f["Input.Kind"], f["Input.Why"], f["Input.From"]) = ("Former", "Moved", "2026-04-01"));

        page.Text.ShouldContain("Yusuf Demir slutar 1 april.");
        page.Text.ShouldContain("Medlem i Alnäs sedan 10 mars 2025. Slutar, sista dagen är 31 mars.");
        (await app.Read(db => db.Assignments.SingleAsync(a => a.PersonId == Cast.GroupLeader.Id))).To.ShouldBe(new DateOnly(2026, 3, 31));
        (await (await app.As(Cast.GroupLeader)).Get("/manniskor")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_administrators_assignment_does_not_end_by_leaving_and_nothing_is_saved()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.Administrator)).Open($"/manniskor/{Cast.Administrator.Id}/tillhorighet")).Submit("Spara", f => (f["Input.Kind"], f["Input.Why"]) = ("Former", "OwnWish"));

        page.Errors.ShouldBe(["Någon måste vara administratör. Ge uppdraget till någon annan först."]);
        (await app.Read(db => db.Relations.AnyAsync(r => r.PersonId == Cast.Administrator.Id && r.Kind == RelationKind.Former))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_move_shows_where_the_person_is_and_was_and_can_be_taken_back()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open(Lena + "/tillhorighet")).Submit("Spara", fields => fields["Input.Unit"] = Cast.Stora.Id.ToString());

        page.Text.ShouldContain("Medlem i Storå sedan 10 mars.");
        Of(await tove.Open("/manniskor?enhet=alnas&vilka=Member")).ShouldNotContain("Lena Lund");
        Of(await tove.Open($"/manniskor?enhet=alnas&vilka=Member&den={FakeTime.Today.AddDays(-1):yyyy-MM-dd}")).ShouldContain("Lena Lund");

        var back = await (await tove.Open(Lena + "/tillhorighet")).Submit("Ta tillbaka det senaste");
        back.Text.ShouldContain("Medlem i Alnäs sedan");
        (await app.Read(db => db.Relations.CountAsync(r => r.PersonId == Cast.MemberOfAlnas.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task The_list_of_today_has_also_those_of_whom_nothing_is_written()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        Of(await tove.Open("/manniskor?den=2026-03-10")).ShouldContain("Maja Främling");
        Of(await tove.Open("/manniskor?den=2026-03-09")).ShouldNotContain("Maja Främling");
        Of(await tove.Open("/manniskor?den=2026-02-31")).ShouldContain("Maja Främling");
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told()
    {
        await using var app = await AppUnderTest.Start();
        var (tove, birgitta) = (await app.As(Cast.Ombudsman), await app.As(Cast.AssociationChair));
        var (first, second) = (await tove.Open(Lena + "/tillhorighet"), await birgitta.Open(Lena + "/tillhorighet"));
        await first.Submit("Spara", fields => fields["Input.Kind"] = "Sympathiser");

        (await second.Submit("Spara", fields => (fields["Input.Kind"], fields["Input.Why"]) = ("Former", "Moved"))).Status.ShouldBe(System.Net.HttpStatusCode.Conflict);

        (await app.Read(db => db.Relations.CountAsync(r => r.PersonId == Cast.MemberOfAlnas.Id && r.Kind == RelationKind.Former))).ShouldBe(0);
    }

    [Theory]
    [InlineData("Former", "", "2026-03-10", "Välj varför personen slutade.")]
    [InlineData("Sympathiser", "", "2026-03-11", "Den dagen har inte varit än.")]
    [InlineData("Sympathiser", "", "2020-01-01", "Det finns något senare om personen.")]
    [InlineData("Member", "", "2026-03-10", "Så är det redan.")]
    [InlineData("77", "", "2026-03-10", "En uppgift behöver rättas")]
    public async Task What_cannot_be_is_refused_in_words_and_nothing_is_saved(string kind, string why, string from, string said)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.Ombudsman)).Open(Lena + "/tillhorighet")).Submit("Spara", fields =>
            (fields["Input.Kind"], fields["Input.Why"], fields["Input.From"]) = (kind, why, from));

        page.Text.ShouldContain(said);
        (await app.Read(db => db.Relations.Where(r => r.PersonId == Cast.MemberOfAlnas.Id).Select(r => r.Kind).SingleAsync())).ShouldBe(RelationKind.Member);
    }

    [Fact]
    public async Task A_payment_is_noted_seen_and_can_be_removed()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        (await tove.Open(Lena)).Text.ShouldContain("Ingen avgift är betald.");

        var paid = await (await tove.Open(Lena + "/avgift")).Submit("Skriv in betalningen");
        paid.Text.ShouldContain("Lena Lund har betalt till och med 31 december.");
        (await tove.Open(Lena)).Text.ShouldContain("Avgiften är betald till 31 december.");
        (await paid.Submit("Skriv in betalningen")).Text.ShouldContain("Det finns redan en betalning den dagen.");

        (await (await tove.Open(Lena + "/avgift")).Submit("Ta bort")).Text.ShouldContain("Inget är betalt än.");
    }

    [Fact]
    public async Task Nobody_pays_for_a_day_without_membership_or_that_has_not_been()
    {
        await using var app = await AppUnderTest.Start();
        var form = await (await app.As(Cast.Ombudsman)).Open(Lena + "/avgift");

        (await form.Submit("Skriv in betalningen", f => f["Input.PaidOn"] = "2026-03-11")).Errors.ShouldBe(["Den dagen har inte varit än. Skriv in betalningen när den har kommit."]);
        (await form.Submit("Skriv in betalningen", f => f["Input.PaidOn"] = "2019-06-15")).Text.ShouldContain("Personen var inte medlem den dagen.");
        (await app.Read(db => db.PaidPeriods.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_rule_is_set_by_an_administrator_and_said_under_the_roll()
    {
        await using var app = await AppUnderTest.Start();
        var form = await (await app.As(Cast.Administrator)).Open("/installningar/medlemskap");
        (await form.Submit("Spara", f => f["Input.Grace"] = "9000")).Text.ShouldContain("730");

        await form.Submit("Spara", f => (f["Input.Year"], f["Input.Grace"], f["Input.Wait"], f["Input.Source"]) = ("Rolling", "14", "30", "Stadgarna § 3"));

        (await (await app.As(Cast.GroupLeader)).Open("/rostlangd")).Text.ShouldContain("14 dagar efter att det betalda tagit slut. En ny medlem väntar 30 dagar från betalningen. Stadgarna § 3");
    }

    private static IEnumerable<string> Of(Sheet page) => page.Html.QuerySelectorAll("tbody .who").Select(a => a.TextContent);
}
