using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Features.People.Offers;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>Those who arrange make a rota and fill it; members take what is open, and give it back.</summary>
public sealed class ShiftPageTests
{
    [Fact]
    public async Task A_whole_rota_is_made_in_one_act_and_pressed_twice_it_is_one()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, shifts: 0);
        var birgitta = await app.As(Cast.AssociationChair);
        var form = await (await birgitta.Open(stand.Url())).Follow("Gör ett passchema");

        foreach (var _ in new[] { 1, 2 })
        {
            await form.Submit("Lägg in passen", f =>
            {
                f["Input.Days"] = "2026-03-17";
                f.Tick("Input.Days", "2026-03-18");
                (f["Input.Rows[0].From"], f["Input.Rows[0].To"], f["Input.Rows[0].What"], f["Input.Rows[0].Need"]) = ("09:30", "12:00", "Bygga och duka", "3");
                (f["Input.Rows[2].From"], f["Input.Rows[2].To"], f["Input.Rows[2].What"]) = ("12:00", "15:00", "Bokbord och samtal");
            });
        }

        var shifts = await app.Read(db => db.Shifts.OrderBy(s => s.After).ToListAsync());
        shifts.Select(s => (GatheringWords.Hours(s.Starts(stand.Starts), s.Ends(stand.Starts)), s.What, s.Need)).ShouldBe([
            ("09.30–12.00", "Bygga och duka", 3), ("12.00–15.00", "Bokbord och samtal", 1), ("09.30–12.00", "Bygga och duka", 3), ("12.00–15.00", "Bokbord och samtal", 1)]);
        (await birgitta.Open(stand.Url())).Text.ShouldContain("Åtta lediga platser i fyra pass");
    }

    [Theory]
    [InlineData("12:00", "12:00", "Bokbord", "1", "Skriv från när och till när.")]
    [InlineData("", "12:00", "Bokbord", "1", "Skriv från när och till när.")]
    [InlineData("10:00", "12:00", "", "1", "Skriv vad man gör på passet, högst 80 tecken.")]
    [InlineData("10:00", "12:00", "Bokbord", "100", "Skriv ett tal från 1 till 99.")]
    [InlineData("10:00", "12:00", "Bokbord", "99999999999", "Skriv ett tal från 1 till 99.")]
    [InlineData("", "", "", "", "Välj en dag och skriv minst en tid.")]
    public async Task Bad_input_makes_no_shift_and_is_kept(string from, string to, string what, string need, string said)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, shifts: 0);

        var page = await (await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/pass")).Submit("Lägg in passen", f =>
            (f["Input.Rows[0].From"], f["Input.Rows[0].To"], f["Input.Rows[0].What"], f["Input.Rows[0].Need"]) = (from, to, what, need));

        page.Errors.ShouldBe([said]);
        (page.Html.QuerySelector("[name='Input.Rows[0].What']")!.GetAttribute("value") ?? "").ShouldBe(what);
        (await app.Read(db => db.Shifts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_member_takes_an_open_shift_gives_it_back_and_regrets()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await (await lena.Open(stand.Url())).Submit("Anmäl mig", f => f["Input.Ride"] = "true");

        page.Text.ShouldContain("Passet är ditt: Bokbord på torget, tisdag 17 mars 09.30–12.30.");
        page.Text.ShouldContain("1 av 1 platser är fyllda.");
        (await app.Read(db => db.ShiftPlaces.SingleAsync())).NeedsRide.ShouldBeTrue();
        (await lena.Open("/min-sida")).Text.ShouldContain("Mina pass");
        page = await (await page.Follow("Du, Tisdag 17 mars 9.30–12.30")).Submit("Jag kan inte stå");
        page.Text.ShouldContain("Ledig plats");
        (await page.Submit("Ångra")).Text.ShouldContain("1 av 1 platser är fyllda.");
    }

    [Fact]
    public async Task Others_read_what_people_are_called_and_those_on_the_rota_whole_names()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, shifts: 2);
        var shifts = await app.Shifts(stand);
        await app.Ask(r => r.Take(shifts[0], Cast.GroupLeader.Id, false, false));
        var lena = await app.As(Cast.MemberOfAlnas);
        (await lena.Open(stand.Url())).Text.ShouldNotContain("Yusuf Demir");
        (await lena.Open(stand.Url())).Text.ShouldContain("Yusuf");
        (await lena.Open(stand.Url() + "/pass/utskrift")).Status.ShouldBe(HttpStatusCode.NotFound);

        await (await lena.Open(stand.Url())).Submit("Anmäl mig");

        (await lena.Open(stand.Url())).Text.ShouldContain("Yusuf Demir");
        var paper = await lena.Open(stand.Url() + "/pass/utskrift");
        paper.Text.ShouldContain("Yusuf Demir, 070-174 06 0");
        (await app.Read(db => db.Audit.CountAsync(a => a.Kind == AuditKind.Read && a.WhatId == Cast.GroupLeader.Id.Value))).ShouldBe(1);
        (await app.Read(db => db.Audit.CountAsync(a => a.Kind == AuditKind.Read && a.WhatId == Cast.MemberOfAlnas.Id.Value))).ShouldBe(0); // one's own name is no reading
    }

    [Fact]
    public async Task Who_may_not_see_the_gathering_may_not_stand_there_unless_asked()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        var ahmed = await app.As(Cast.MemberOfStora);
        (await ahmed.Open($"{stand.Url()}/mitt-pass/{shift}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfAlnas)).Open($"{stand.Url()}/pass/{shift}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Anybody().Get($"{stand.Url()}/mitt-pass/{shift}")).Headers.Location!.ToString().ShouldContain("/logga-in");

        await app.Ask(r => r.Ask(shift, [Cast.MemberOfStora.Id]));
        var page = await ahmed.Open($"{stand.Url()}/mitt-pass/{shift}");

        page.Text.ShouldContain("Kan du stå på det här passet?");
        page = await page.Submit("Ja, jag står");
        page.Url.ShouldBe("/min-sida");
        page.Text.ShouldContain("Bokbord på torget");
    }

    [Fact]
    public async Task A_shift_of_another_gathering_is_not_reached_by_this_ones_address()
    {
        await using var app = await AppUnderTest.Start();
        var (mine, theirs) = (await Stands.At(app, Cast.Alnas), await Stands.At(app, Cast.Stora));
        var shift = (await app.Shifts(theirs))[0];

        (await (await app.As(Cast.AssociationChair)).Open($"{mine.Url()}/pass/{shift}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.MemberOfAlnas)).Open($"{mine.Url()}/mitt-pass/{shift}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Those_who_fit_are_ranked_with_reasons_and_asked_in_that_order()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Write(async db =>
        {
            var talk = new Skill(Cast.District.Id, "Prata på torget", 0);
            (await db.Shifts.SingleAsync()).Describe("Bokbord och samtal", 1, talk.Id);
            db.AddRange(talk, new PersonSkill(Cast.GroupLeader.Id, talk.Id) { Can = true }, new FreeTime(Cast.GroupLeader.Id) { Mask = FreeTime.Bit(DayOfWeek.Tuesday, DayPart.Morning) });
            (await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Prefers(null, default, doNotCall: true);
        });
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await (await birgitta.Open(stand.Url())).Follow("Fråga dem som passar")).Follow("En saknas, Tisdag 17 mars 9.30–12.30");

        var names = page.Html.QuerySelectorAll(".fits .check > span").Select(e => e.FirstChild!.TextContent.Trim()).ToList();
        names.ShouldBe(["Yusuf Demir", "Birgitta Åman"]); // Lena is left in peace, others she may not see
        page.Text.ShouldContain("Kan det här, kan på tisdag förmiddag, hör till Alnäs, har inte frågats förut");
        page = await page.Submit("Fråga i tur och ordning", f => { f["vem"] = Cast.GroupLeader.Id.ToString(); f.Tick("vem", Cast.AssociationChair.Id.ToString()); f.Tick("vem", Cast.MemberOfStora.Id.ToString()); });
        page.Text.ShouldContain("De frågas i tur och ordning.");
        var line = await app.Read(db => db.ShiftPlaces.OrderBy(p => p.Turn).Select(p => p.PersonId).ToListAsync());
        line.ShouldBe([Cast.GroupLeader.Id, Cast.AssociationChair.Id]); // whom one may not see one may not ask
        (await page.Submit("Ångra")).Text.ShouldNotContain("Har frågan");
    }

    [Fact]
    public async Task Who_has_no_address_is_shown_with_the_number_and_answers_by_phone()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        var nils = Person.Welcome("Nils Utanpost", null, "070-174 06 99", Cast.Alnas.Id);
        await app.Write(db => Task.FromResult(db.Add(nils)));
        await app.Ask(r => r.Ask(shift, [nils.Id]));
        var birgitta = await app.As(Cast.AssociationChair);
        (await birgitta.Open(stand.Url() + "/pass")).Text.ShouldContain("Har ingen e-post, ring: 070-174 06 99");

        var page = await (await birgitta.Open($"{stand.Url()}/pass/{shift}")).Submit("Sa ja, Nils Utanpost");

        page.Text.ShouldContain("1 av 1 platser är fyllda.");
        (await app.State(shift, nils.Id)).ShouldBe(PlaceState.Taken);
        page = await page.Submit("Ta bort Nils Utanpost");
        page.Text.ShouldContain("Ingen står här än.");
    }

    [Fact]
    public async Task A_shift_is_changed_removed_and_had_back()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await birgitta.Open($"{stand.Url()}/pass/{(await app.Shifts(stand))[0]}");

        page = await page.Submit("Spara", f => (f["Input.From"], f["Input.To"], f["Input.Need"]) = ("22:00", "01:30", "4"));

        page.Text.ShouldContain("Passet är ändrat.");
        page.Text.ShouldContain("17–18 mars 22.00–01.30");
        page = await page.Submit("Ta bort passet");
        (await app.Read(db => db.Shifts.CountAsync())).ShouldBe(0);
        await page.Submit("Ångra");
        var again = await app.Read(db => db.Shifts.SingleAsync());
        (again.Need, again.Lasts, again.What).ShouldBe((4, 210, "Bokbord och samtal"));
    }

    [Fact]
    public async Task What_moves_takes_its_shifts_along_and_tells_those_who_stand_there()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await (await birgitta.Open($"/aktiviteter/planera-om?en={stand.Id}")).Submit("Visa vad det blir", f => (f["Input.Day"], f["Input.From"], f["Input.Why"]) = ("2026-03-31", "11:00", "Torget är upptaget."));
        page.Text.ShouldContain("En människa får ett brev.");
        page = await page.Submit("Planera om och berätta");
        await app.RunJobs();

        (await When(app)).ShouldBe("2026-03-31 11.00–14.00"); // in summer time by then
        await app.Work<Concerned>(async c => (await c.By([stand.Id], CancellationToken.None))[stand.Id].ShouldContain(Cast.MemberOfAlnas.Id));
        await (await birgitta.Open(page.Url)).Submit("Ångra alltihop");
        (await When(app)).ShouldBe("2026-03-17 09.30–12.30");
    }

    [Fact]
    public async Task What_begins_an_hour_earlier_and_ends_as_before_keeps_its_shifts_at_their_hour()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);

        await (await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/andra")).Submit("Spara", f => (f["Input.Day"], f["Input.From"]) = ("2026-03-18", "08:00"));

        (await When(app)).ShouldBe("2026-03-18 09.30–12.30");
    }

    [Fact]
    public async Task One_like_it_next_year_has_its_shifts_without_people()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas, need: 3);
        await app.Ask(async r => await r.Take((await app.Shifts(stand))[0], Cast.MemberOfAlnas.Id, false, false));

        await (await (await app.As(Cast.AssociationChair)).Open($"/aktiviteter/ny?som={stand.Id}")).Submit("Spara utkastet");

        var copy = await app.Read(db => db.Gatherings.SingleAsync(g => g.Id != stand.Id));
        var shift = await app.Read(db => db.Shifts.SingleAsync(s => s.GatheringId == copy.Id));
        (shift.Need, OurTime.Hour(shift.Starts(copy.Starts)), OurTime.DayOf(shift.Starts(copy.Starts))).ShouldBe((3, "09.30", new DateOnly(2027, 3, 23)));
        (await app.Read(db => db.ShiftPlaces.CountAsync(p => p.ShiftId == shift.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task What_somebody_stands_at_is_no_draft_again()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        await app.Ask(async r => await r.Take((await app.Shifts(stand))[0], Cast.MemberOfAlnas.Id, false, false));

        (await (await (await app.As(Cast.AssociationChair)).Open(stand.Url())).Submit("Tillbaka till utkast")).Errors.ShouldBe(["Någon har anmält sig. Ställ in den i stället, så får de veta."]);
    }

    private static Task<string> When(AppUnderTest app) => app.Read(async db =>
    {
        var (gathering, shift) = (await db.Gatherings.SingleAsync(), await db.Shifts.SingleAsync());
        return $"{OurTime.DayOf(shift.Starts(gathering.Starts)):yyyy-MM-dd} {GatheringWords.Hours(shift.Starts(gathering.Starts), shift.Ends(gathering.Starts))}";
    });
}
