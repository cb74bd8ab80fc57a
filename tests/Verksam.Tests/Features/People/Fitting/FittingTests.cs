using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Welcome;
using Verksam.Tests.Features.People.Calling;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Fitting;

/// <summary>What fits somebody: what there is to do, by what one has said that one can and likes.</summary>
public sealed class FittingTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task A_free_seat_is_told_to_a_member_who_likes_to_sit_there_and_to_those_who_may_ask()
    {
        await using var app = await AppUnderTest.Start();
        var council = new PublicBody(Cast.Alnas.Id, "Alnäs fullmäktige", BodyLevel.Municipality);
        council.Holds(1, 2);
        await app.Write(db =>
        {
            db.AddRange(council, new Seat(Cast.GroupLeader.Id, council.Id, SeatKind.Member, FakeTime.Today.AddDays(-9)), new Seat(Cast.AssociationChair.Id, council.Id, SeatKind.Substitute, FakeTime.Today.AddDays(-9)));
            return Task.CompletedTask;
        });
        Told(await (await app.As(Cast.MemberOfAlnas)).Open(Lena)).ShouldBeEmpty();
        await Likes(app, Cast.MemberOfAlnas, "platser");

        Told(await (await app.As(Cast.MemberOfAlnas)).Open(Lena)).ShouldBe([("Ledig plats: ersättare i Alnäs fullmäktige", null)]);
        Told(await (await app.As(Cast.MemberOfAlnas)).Open("/min-sida")).ShouldBe([("Ledig plats: ersättare i Alnäs fullmäktige", null)]);
        Told(await (await app.As(Cast.AssociationChair)).Open(Lena)).ShouldBe([("Ledig plats: ersättare i Alnäs fullmäktige", $"{Lena}/platser")]);
        Told(await (await app.As(Cast.GroupLeader)).Open(Lena)).ShouldBeEmpty(); // sees people, and gives nothing

        await app.Write(db => Task.FromResult(db.Add(new Seat(Cast.MemberOfAlnas.Id, council.Id, SeatKind.Substitute, FakeTime.Today))));
        Told(await (await app.As(Cast.MemberOfAlnas)).Open(Lena)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_that_is_called_is_told_to_those_who_may_call_and_do_not_yet()
    {
        await using var app = await AppUnderTest.Start();
        await Likes(app, Cast.MemberOfAlnas, "ringa");
        var list = await Lists.Open(app, Cast.District);
        Told(await (await app.As(Cast.MemberOfAlnas)).Open(Lena)).ShouldBeEmpty(); // calls already
        await app.Write(async db => db.RemoveRange(await db.Callers.ToListAsync()));

        Told(await (await app.As(Cast.Ombudsman)).Open(Lena)).ShouldBe([("Ringa: Vårkampanjen", $"/ringlistor/{list.Id}/ringare?namn=Lena%20Lund")]);
        Told(await (await app.As(Cast.AssociationChair)).Open(Lena)).ShouldBeEmpty(); // leads no list of the district
        Told(await (await app.As(Cast.MemberOfAlnas)).Open(Lena)).ShouldBeEmpty(); // has to be asked
        await app.Write(async db => (await db.CallLists.SingleAsync()).LetMembersCall(true));
        Told(await (await app.As(Cast.MemberOfAlnas)).Open(Lena)).ShouldBe([("Ringa: Vårkampanjen", $"/ringlistor/{list.Id}/ring")]);
    }

    [Fact]
    public async Task Whoever_likes_to_welcome_is_asked_until_one_does()
    {
        await using var app = await AppUnderTest.Start();
        await Likes(app, Cast.MemberOfAlnas, "valkomna");

        Told(await (await app.As(Cast.AssociationChair)).Open(Lena)).ShouldBe([("Kontaktperson för nya i Alnäs", "/organisation/alnas/valkomna")]);

        await app.Write(db => Task.FromResult(db.Add(new ContactPerson(Cast.District.Id, Cast.MemberOfAlnas.Id))));
        Told(await (await app.As(Cast.AssociationChair)).Open(Lena)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commitment_without_an_owner_is_told_to_those_who_could_own_it()
    {
        await using var app = await AppUnderTest.Start();
        await Planned.Adopted(app);
        await Likes(app, Cast.GroupLeader, "planen");
        await Likes(app, Cast.MemberOfAlnas, "planen");

        var told = Told(await (await app.As(Cast.GroupLeader)).Open("/min-sida"));
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(t => t.Url!.StartsWith("/planen/2026/", StringComparison.Ordinal) && t.Text.Contains(" saknar ansvarig: ", StringComparison.Ordinal));
        Told(await (await app.As(Cast.MemberOfAlnas)).Open("/min-sida")).ShouldBeEmpty(); // holds nothing there

        foreach (var number in told.Select(t => t.Url!.Split('/')[^1]))
            await Planned.Change(app, number, c => c.HandTo(Cast.AssociationChair.Id, null, null, FakeTime.Start));
        Told(await (await app.As(Cast.GroupLeader)).Open("/min-sida")).ShouldNotContain(told[0]);
    }

    [Fact]
    public async Task The_organiser_says_what_a_skill_leads_to()
    {
        await using var app = await AppUnderTest.Start();
        var skill = new Skill(Cast.District.Id, "Prata i telefon", 0);
        await app.Write(db => Task.FromResult(db.Add(skill)));
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open("/installningar/kan-och-vill")).Submit("Spara ändringarna", f => f[$"leads[{skill.Id}]"] = "ringa");
        page.Html.QuerySelector($"select[name='leads[{skill.Id}]'] option[selected]")!.TextContent.ShouldBe("Ringlistor");
        await page.Submit("Spara ändringarna", f => f[$"leads[{skill.Id}]"] = "nonsens");

        (await app.Read(db => db.Skills.SingleAsync(s => s.Id == skill.Id))).LeadsTo.ShouldBeNull();
    }

    private static Task Likes(AppUnderTest app, Someone who, string leadsTo) => app.Write(db =>
    {
        var skill = new Skill(Cast.District.Id, $"Något för {who.Name}", 0);
        skill.Leads(leadsTo);
        db.AddRange(skill, new PersonSkill(who.Id, skill.Id) { Likes = true });
        return Task.CompletedTask;
    });

    private static List<(string Text, string? Url)> Told(Sheet page) =>
        [.. page.Html.QuerySelectorAll("[aria-labelledby=passar-h] li").Select(l => (l.TextContent.Trim(), l.QuerySelector("a")?.GetAttribute("href")))];
}
