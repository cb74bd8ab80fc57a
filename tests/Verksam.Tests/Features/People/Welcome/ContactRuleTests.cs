using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Welcome;

/// <summary>Nobody new falls between two.</summary>
public sealed class ContactRuleTests
{
    [Fact]
    public async Task Whoever_becomes_a_member_has_a_case_and_the_chair_when_nobody_is_chosen()
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app);

        await Newcomers.Settle(app);

        var one = await Newcomers.Of(app, ronja);
        (one.ContactId, one.ContactRule, one.Due).ShouldBe((Cast.AssociationChair.Id, ContactRule.Chair, Newcomers.Today.AddDays(7)));
    }

    [Fact]
    public async Task Those_of_before_are_not_new_and_a_move_makes_nobody_new()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Join(app, since: Newcomers.Today.AddDays(-NewOnes.WindowDays - 1));
        await (await (await app.As(Cast.Ombudsman)).Open($"/manniskor/{Cast.MemberOfAlnas.Id}/tillhorighet")).Submit("Spara", f => f["Input.Unit"] = Cast.Stora.Id.ToString());

        await Newcomers.Settle(app);

        (await app.Read(db => db.WelcomeCases.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_who_was_away_and_comes_back_is_new_again()
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app, since: Newcomers.Today.AddYears(-3));
        await app.Write(async db =>
        {
            (await db.Relations.SingleAsync(r => r.PersonId == ronja)).EndBefore(Newcomers.Today.AddYears(-1));
            db.Add(new Relation(ronja, RelationKind.Member, Cast.Alnas.Id, Newcomers.Today));
        });

        await Newcomers.Settle(app);

        (await Newcomers.Of(app, ronja)).Since.ShouldBe(Newcomers.Today);
    }

    [Fact]
    public async Task The_pool_shares_by_load_and_whoever_has_enough_gets_no_more()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.GroupLeader, most: 1);
        await Newcomers.Choose(app, Cast.MemberOfAlnas, most: 1);
        for (var i = 0; i < 3; i++)
            await Newcomers.Join(app, name: $"Ny Nummer{i}");

        await Newcomers.Settle(app);

        (await app.Read(db => db.WelcomeCases.Select(c => c.ContactId).ToListAsync()))
            .ShouldBe([Cast.GroupLeader.Id, Cast.MemberOfAlnas.Id, Cast.AssociationChair.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_speaks_the_language_comes_first_whatever_the_load()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        await Newcomers.Choose(app, Cast.GroupLeader, languages: ["ar"]);
        var people = new List<Id<Person>>();
        for (var i = 0; i < 3; i++)
            people.Add(await Newcomers.Join(app, language: "ar", name: $"Ny Nummer{i}"));

        await Newcomers.Settle(app);

        foreach (var person in people)
            (await Newcomers.Of(app, person)).ContactId.ShouldBe(Cast.GroupLeader.Id);
    }

    [Fact]
    public async Task Where_nobody_leads_somebody_above_does()
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app, Cast.Stora); // its chair left yesterday

        await Newcomers.Settle(app);

        var one = await Newcomers.Of(app, ronja);
        (one.ContactId, one.ContactRule).ShouldBe((Cast.Ombudsman.Id, ContactRule.Above));
    }

    [Theory]
    [InlineData("pauses")]
    [InlineData("leaves")]
    [InlineData("loses the account")]
    [InlineData("is taken away")]
    public async Task The_cases_of_a_contact_person_who_no_longer_can_move(string how)
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        var ronja = await Newcomers.Join(app);
        await Newcomers.Settle(app);
        (await Newcomers.Of(app, ronja)).ContactId.ShouldBe(Cast.MemberOfAlnas.Id);
        await app.Write(async db =>
        {
            var contact = await db.ContactPeople.SingleAsync();
            if (how == "pauses")
                contact.Write(5, [], Newcomers.Today);
            if (how == "is taken away")
                db.Remove(contact);
            if (how == "leaves")
                await Cast.MemberOfAlnas.Leaves(db, Newcomers.Today.AddDays(-1));
            if (how == "loses the account")
                db.Remove(await db.Users.SingleAsync(a => a.PersonId == Cast.MemberOfAlnas.Id));
        });

        await Newcomers.Settle(app);

        (await Newcomers.Of(app, ronja)).ContactId.ShouldBe(Cast.AssociationChair.Id);
    }

    [Fact]
    public async Task Whoever_moves_before_the_call_is_welcomed_where_they_are_now()
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app, since: Newcomers.Today.AddDays(-2));
        await Newcomers.Settle(app);
        await (await (await app.As(Cast.Ombudsman)).Open($"/manniskor/{ronja}/tillhorighet")).Submit("Spara", f => f["Input.Unit"] = Cast.Stora.Id.ToString());

        await Newcomers.Settle(app);

        var one = await Newcomers.Of(app, ronja);
        (one.UnitId, one.ContactId, one.IsOpen).ShouldBe((Cast.Stora.Id, Cast.Ombudsman.Id, true));
    }

    [Fact]
    public async Task Whoever_leaves_before_the_call_is_not_called()
    {
        await using var app = await AppUnderTest.Start();
        var ronja = await Newcomers.Join(app, since: Newcomers.Today.AddDays(-2));
        await Newcomers.Settle(app);
        await (await (await app.As(Cast.Ombudsman)).Open($"/manniskor/{ronja}/tillhorighet")).Submit("Spara", f => (f["Input.Kind"], f["Input.Why"]) = ("Former", "OwnWish"));

        await Newcomers.Settle(app);

        (await Newcomers.Of(app, ronja)).End.ShouldBe(WelcomeEnd.Left);
    }

    [Fact]
    public async Task A_protected_person_goes_to_nobody_who_may_not_see_who_it_is()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        var ronja = await Newcomers.Join(app);
        await app.Write(async db => db.Add((await db.People.SingleAsync(p => p.Id == ronja)).Seal("Skyddad person", [], FakeTime.Start)));

        await Newcomers.Settle(app);

        (await Newcomers.Of(app, ronja)).ContactId.ShouldBe(Cast.Ombudsman.Id);
        (await (await app.As(Cast.Ombudsman)).Open(await Newcomers.Page(app, ronja))).Text.ShouldNotContain(Newcomers.Phone);
    }

    [Fact]
    public async Task Two_nodes_find_somebody_new_once()
    {
        await using var app = await AppUnderTest.Start();
        await using var other = await app.AnotherNode();
        await Newcomers.Join(app);

        await Task.WhenAll(Newcomers.Settle(app), Newcomers.Settle(other));
        await Newcomers.Settle(app);

        (await app.Read(db => db.WelcomeCases.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_sympathiser_who_wants_to_take_part_is_welcomed_once_also_after_joining()
    {
        await using var app = await AppUnderTest.Start();
        var maja = $"/manniskor/{Cast.Stranger.Id}";
        var tove = await app.As(Cast.Ombudsman);

        (await (await tove.Open(maja + "/vill-vara-med")).Submit("Ge en kontaktperson", f => f["Input.Words"] = "Jag har släpvagn.")).Text.ShouldContain("”Jag har släpvagn.”");
        (await (await tove.Open(maja + "/vill-vara-med")).Submit("Ge en kontaktperson")).Text.ShouldContain("Personen väntar redan på ett samtal.");
        await app.Write(db => Task.FromResult(db.Add(new Relation(Cast.Stranger.Id, RelationKind.Member, Cast.Stora.Id, Newcomers.Today))));
        await Newcomers.Settle(app);

        (await app.Read(db => db.WelcomeCases.CountAsync())).ShouldBe(1);
        (await (await tove.Open($"/manniskor/{Cast.MemberOfAlnas.Id}/vill-vara-med")).Submit("Ge en kontaktperson")).Text.ShouldContain("Personen är redan medlem.");
    }
}
