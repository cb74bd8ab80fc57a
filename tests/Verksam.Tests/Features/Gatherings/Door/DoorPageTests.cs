using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Door;

/// <summary>The screen at the door, without script: who may stand there, what they see, and what a press does.</summary>
public sealed class DoorPageTests
{
    [Fact]
    public async Task Whoever_arranges_ticks_on_paper_like_a_form_and_only_what_was_changed_is_an_act()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 1), (Cast.GroupLeader, 0));
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await birgitta.Open(gathering.Door());
        page.Text.ShouldContain("0 är här, av 3 anmälda. Biblioteket.");

        await (await DoorPhone.Of(app, Cast.Ombudsman, gathering)).Tick(Cast.GroupLeader); // meanwhile
        var key = Key(page, Cast.MemberOfAlnas);
        page = await page.Submit("Spara", f => f.Tick("har", key));

        page.Text.ShouldContain("Sparat.");
        page.Text.ShouldContain("3 är här, av 3 anmälda.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await page.Submit("Spara", f => { f[$"antal.{key}"] = "1"; Both(page, f, "har"); Both(page, f, "var"); });
        page.Text.ShouldContain("2 är här, av 3 anmälda.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await page.Submit("Spara", f => { f.Leave("har"); Both(page, f, "var"); });
        page.Text.ShouldContain("0 är här, av 3 anmälda.");
    }

    [Fact]
    public async Task Who_may_not_stand_there_is_told_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0));
        var code = await Code(app);
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);

        foreach (var who in new[] { Cast.MemberOfAlnas, Cast.MemberOfStora, Cast.Auditor })
        {
            var visitor = await app.As(who);
            foreach (var url in new[] { gathering.Door(), $"{gathering.Door()}?handler=State", $"{gathering.Door()}?handler=Code&kod={code}", $"{gathering.Door()}/kod/{code}", $"{gathering.Door()}/kod/ANNAN000" })
                (await visitor.Get(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{who} {url}");
        }
        var nobody = await app.Anybody().Open($"{gathering.Door()}/kod/{code}");
        nobody.Url.ShouldStartWith("/logga-in");
        nobody.Text.ShouldNotContain("Lena");
        (await Stolen(app, gathering, phone.Ticket(Cast.MemberOfAlnas))).ShouldBe(HttpStatusCode.NotFound);
        (await app.Rows()).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_who_has_a_shift_sees_names_and_places_and_nothing_more()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.GroupLeader, 0));
        await NewAndInNeed(app);
        await Shift(app, gathering);

        var hers = await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Door());
        var chairs = await (await app.As(Cast.AssociationChair)).Open(gathering.Door());

        hers.Html.QuerySelector("[data-row] label")!.TextContent.ShouldContain("Yusuf Demir");
        hers.Text.ShouldContain("Gäddede");
        foreach (var kept in new[] { "Tolk", "Ny medlem", "Nya medlemmar", "Efteråt", "Namn i registret" })
            (hers.Text.Contains(kept, StringComparison.Ordinal), chairs.Text.Contains(kept, StringComparison.Ordinal)).ShouldBe((false, true), kept);
        hers.Html.DocumentElement.OuterHtml.ShouldNotContain(Cast.GroupLeader.Id.ToString());
        (await app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.WhatId == Cast.GroupLeader.Id.Value && e.By == Cast.MemberOfAlnas.Id.Value))).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_phone_was_given_counts_also_when_its_owner_has_given_the_shift_back()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.GroupLeader, 0));
        var shift = await Shift(app, gathering);
        var phone = await DoorPhone.Of(app, Cast.MemberOfAlnas, gathering);
        await app.Write(async db => (await db.ShiftPlaces.SingleAsync(p => p.ShiftId == shift)).Leaves(FakeTime.Start));

        (await phone.Tick(Cast.GroupLeader)).ShouldBe("Kept");

        (await (await app.As(Cast.MemberOfAlnas)).Get(gathering.Door())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whose_identity_is_protected_is_never_kept_on_a_phone()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0), (Cast.GroupLeader, 0));
        await app.Write(async db =>
        {
            var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            db.Add(lena.Seal($"Skyddad person {lena.MaskCode}", [], FakeTime.Start));
        });

        var page = await (await app.As(Cast.AssociationChair)).Open(gathering.Door());

        page.Html.QuerySelectorAll("[data-row]").Length.ShouldBe(2);
        page.Html.QuerySelectorAll("[data-row][data-kept=ja]").Single().TextContent.ShouldContain("Yusuf Demir");
    }

    [Fact]
    public async Task Without_script_one_who_walked_by_is_added_and_taken_back()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app);
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(gathering.Door())).Submit("Lägg till", f => (f["Told.Name"], f["Told.Contact"]) = ("Elin", "elin@mejl.example"));
        page.Text.ShouldContain("Kontakten sparades inte");
        page = await (await birgitta.Open(gathering.Door())).Submit("Räkna bara en till", f => f["Told.Name"] = "Ingen");
        page.Text.ShouldContain("2 är här, av 0 anmälda och två som gick förbi.");
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        page = await page.Submit("Ångra Elin");

        page.Text.ShouldContain("1 är här, av 0 anmälda och en som gick förbi.");
        page = await page.Submit("Lägg till", f => (f["Told.Name"], f["Told.Contact"]) = ("Olle", "inget nummer"));
        page.Text.ShouldContain("Kontakten sparades inte");
        page = await page.Submit("Lägg till", f => { (f["Told.Name"], f["Told.Contact"]) = ("Pia", "inget@"); f.Tick("Told.Consent", "true"); });
        page.Errors.Count.ShouldBe(1);
        page.Html.QuerySelector("#gn")!.GetAttribute("value").ShouldBe("Pia");
    }

    [Fact]
    public async Task A_member_who_had_not_signed_up_is_found_by_those_who_may_see_people()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app);
        var birgitta = await app.As(Cast.AssociationChair);

        var found = await birgitta.Open($"{gathering.Door()}?vem=len");
        (await birgitta.Open($"{gathering.Door()}?vem=ahmed")).Text.ShouldContain("Ingen med det namnet bland dem du får se.");
        var page = await found.Submit("Här Lena Lund");

        page.Html.QuerySelector("[data-row]")!.TextContent.ShouldContain("Lena Lund");
        page.Text.ShouldContain("Utan anmälan");
        (await app.Rows()).Single().PersonId.ShouldBe(Cast.MemberOfAlnas.Id);
        await (await birgitta.Open($"{gathering.Door()}?vem=len")).Submit("Här Lena Lund");
        (await app.Rows()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_code_shows_whose_it_is_and_a_press_checks_in()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0));
        var (code, birgitta) = (await Code(app), await app.As(Cast.AssociationChair));

        var typed = await birgitta.Open($"{gathering.Door()}?handler=Code&kod={code.ToLowerInvariant().Insert(4, " ")}");
        typed.Heading.ShouldBe("Lena Lund");
        (await app.Rows()).ShouldBeEmpty();
        var page = await typed.Submit("Här");

        page.Text.ShouldContain("Lena Lund är här.");
        page.Text.ShouldContain("1 är här, av 1 anmälda.");
        (await birgitta.Open($"{gathering.Door()}/kod/00000000")).Text.ShouldContain("Ingen på listan har den koden.");
    }

    [Fact]
    public async Task Only_the_screen_at_the_door_may_ask_for_the_camera()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app);
        var birgitta = await app.As(Cast.AssociationChair);

        foreach (var (url, camera) in new[] { (gathering.Door(), "camera=(self)"), ("/dorren", "camera=(self)"), (gathering.Url(), "camera=()"), ("/min-sida", "camera=()") })
            (await birgitta.Get(url)).Headers.GetValues("Permissions-Policy").Single().ShouldStartWith(camera);
    }

    [Fact]
    public async Task The_page_of_the_gathering_tells_who_came_and_fills_the_number_in()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 1), (Cast.GroupLeader, 0));
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);
        await phone.Tick(Cast.MemberOfAlnas);
        await phone.Walk("Elin");
        app.Clock.Advance(TimeSpan.FromHours(2));

        var page = await (await app.As(Cast.AssociationChair)).Open(gathering.Url());

        page.Text.ShouldContain("Tre kom: två anmälda, en utan anmälan och en för första gången i år. En anmäld kom inte.");
        page.Html.QuerySelector("[name='Input.Attended']")!.GetAttribute("value").ShouldBe("3");
        (await (await app.As(Cast.AssociationChair)).Open($"/manniskor/{Cast.MemberOfAlnas.Id}")).Text.ShouldContain("Var på Fika i Alnäs");
    }

    // a form holds one value for each name
    private static void Both(Sheet page, Fields fields, string name)
    {
        fields.Leave(name);
        foreach (var row in page.Html.QuerySelectorAll("[data-row]"))
            fields.Tick(name, row.GetAttribute("data-row")!);
    }

    private static string Key(Sheet page, Someone who) => page.Html.QuerySelectorAll("[data-row]").Single(r => r.QuerySelector("b")!.TextContent == who.Name).GetAttribute("data-row")!;

    private static async Task<string> Code(AppUnderTest app) => DoorCode.Of(await app.Read(db => db.SignUps.Select(s => s.Id).FirstAsync()));

    // somebody has got hold of another's ticket
    private static async Task<HttpStatusCode> Stolen(AppUnderTest app, Gathering gathering, string ticket)
    {
        var ahmed = await app.As(Cast.MemberOfStora);
        var token = (await ahmed.Open("/konto")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Told.Entry", Guid.CreateVersion7().ToString()), new("Told.Ticket", ticket)]);
        return (await ahmed.Post($"{gathering.Door()}?handler=Act", form)).StatusCode;
    }

    private static Task NewAndInNeed(AppUnderTest app) => app.Write(async db =>
    {
        var own = await db.SignUps.SingleAsync();
        own.Asks(new Wish(Needs: "Tolk"));
        db.RemoveRange(await db.Relations.Where(r => r.PersonId == Cast.GroupLeader.Id).ToListAsync());
        db.Add(new Relation(Cast.GroupLeader.Id, RelationKind.Member, Cast.Alnas.Id, FakeTime.Today.AddDays(-5)));
        var home = new PostalAddress(Cast.GroupLeader.Id, AddressKind.Home);
        home.Write(null, "Vägen 1", "833 96", "Gäddede", null);
        db.Add(home);
    });

    // Lena stands at the door
    private static async Task<Id<Shift>> Shift(AppUnderTest app, Gathering gathering)
    {
        var shift = new Shift(gathering.Id);
        shift.Describe("Stå vid dörren", 1, null);
        var from = OurTime.Here(gathering.Starts).DateTime;
        shift.Take(gathering, DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(from.AddHours(1)));
        var place = new ShiftPlace(shift.Id, Cast.MemberOfAlnas.Id);
        place.Takes(false, false, FakeTime.Start);
        await app.Write(db => { db.AddRange(shift, place); return Task.CompletedTask; });
        return shift.Id;
    }
}
