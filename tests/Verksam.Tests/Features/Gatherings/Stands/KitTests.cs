using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Stands;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>What has to be seen to before a stand: suggested, kept, ticked, copied, and said aloud when time is short.</summary>
public sealed class KitTests
{
    [Fact]
    public async Task What_the_kind_usually_needs_is_suggested_and_kept_when_it_is_saved()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, days: 30);
        var birgitta = await app.As(Cast.AssociationChair);

        var page = await (await birgitta.Open(stand.Url())).Follow("Gör en lista");
        (await app.Read(db => db.KitItems.CountAsync())).ShouldBe(0);
        page = await page.Submit("Spara", f => (f["Lines[0].State"], f["Lines[0].Note"], f["Lines[4].What"]) = ("AskedFor", "Plats 14", "Fika"));

        page.Text.ShouldContain("Listan är sparad.");
        var kit = await app.Read(db => db.KitItems.OrderBy(k => k.Order).ToListAsync());
        kit.Select(k => (k.Sort, k.What, k.State, k.Due)).ShouldBe([
            (KitSort.Pitch, null, KitState.AskedFor, new DateOnly(2026, 3, 10)), // it should have been done already: at once
            (KitSort.Contact, null, KitState.ToDo, new DateOnly(2026, 3, 26)),
            (KitSort.Tent, null, KitState.ToDo, new DateOnly(2026, 4, 2)),
            (KitSort.Material, null, KitState.ToDo, new DateOnly(2026, 4, 2)),
            (KitSort.Other, "Fika", KitState.ToDo, null)]);
        page.Text.ShouldContain("Plats 14");
    }

    [Fact]
    public async Task A_row_is_emptied_away_and_something_else_without_words_is_refused()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas);
        await Give(app, stand, KitSort.Tent, 3);
        var page = await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/att-ordna");

        (await page.Submit("Spara", f => f["Lines[1].Sort"] = "Other")).Errors.ShouldNotBeEmpty();
        (await app.Read(db => db.KitItems.CountAsync())).ShouldBe(1);
        await page.Submit("Spara", f => f["Lines[0].Sort"] = "");

        (await app.Read(db => db.KitItems.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Those_on_the_shifts_see_it_and_tick_and_others_do_not()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await OutThere.Begun(app);
        await Give(app, stand, KitSort.Tent, 0);
        var tent = await app.Read(db => db.KitItems.Select(k => k.Id).SingleAsync());

        var page = await (await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url())).Submit("Spara listan", f => f["klart"] = tent.ToString());

        (await app.Read(db => db.KitItems.SingleAsync())).State.ShouldBe(KitState.Done);
        page.Text.ShouldContain("1 av 1 klara");
        (await (await app.As(Cast.Auditor)).Open(stand.Url())).Text.ShouldNotContain("Att ordna");
        (await (await app.As(Cast.MemberOfAlnas)).Open(stand.Url() + "/att-ordna")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_not_done_in_time_needs_somebody_in_the_calendar()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, shifts: 0, days: 3);
        await Give(app, stand, KitSort.Permit, 1);
        await Give(app, stand, KitSort.Tent, 1);
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover")!.TextContent.ShouldContain("Tillståndet saknas och en sak till, tre dagar kvar");
        await app.Write(async db => (await db.KitItems.ToListAsync()).ForEach(k => k.Becomes(k.Sort == KitSort.Tent ? KitState.Done : KitState.AskedFor)));
        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover")!.TextContent.ShouldContain("Tillstånd: sökt, inte klart, tre dagar kvar");
        await app.Write(async db => (await db.KitItems.ToListAsync()).ForEach(k => k.Becomes(KitState.Done)));
        (await birgitta.Open("/aktiviteter")).Html.QuerySelector("#behover").ShouldBeNull();
    }

    [Fact]
    public async Task One_like_it_next_year_has_the_same_to_see_to_undone_and_as_long_before()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, days: 30);
        await Give(app, stand, KitSort.Pitch, 20, KitState.Done, "Plats 14");
        await app.Topic("Hamnen", gathering: stand.Id);

        await (await (await app.As(Cast.AssociationChair)).Open($"/aktiviteter/ny?som={stand.Id}")).Submit("Spara utkastet");

        var copy = await app.Read(db => db.Gatherings.SingleAsync(g => g.Id != stand.Id));
        var item = await app.Read(db => db.KitItems.SingleAsync(k => k.GatheringId == copy.Id));
        (item.Sort, item.State, item.Note, item.ById).ShouldBe((KitSort.Pitch, KitState.ToDo, null, null));
        (Verksam.Kernel.Time.OurTime.DayOf(copy.Starts).DayNumber - item.Due!.Value.DayNumber).ShouldBe(10);
        (await app.Read(db => db.TalkingPoints.SingleAsync(p => p.GatheringId == copy.Id))).Topic.ShouldBe("Hamnen");
    }

    [Fact]
    public async Task What_the_last_one_at_the_same_place_had_is_suggested()
    {
        await using var app = await AppUnderTest.Start();
        var square = new Venue(Cast.District.Id);
        square.Describe("Torget", null, null, null);
        await app.Write(db => Task.FromResult(db.Add(square)));
        var before = await OutThere.Held(app, Cast.Alnas, square.Id, 360, 0);
        await Give(app, before, KitSort.Other, -367, what: "Elverk");
        var stand = await Shifts.Stands.At(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == stand.Id)).Take(new Hours(stand.Starts, stand.Ends), new Whereabouts(square.Id, null, null), FakeTime.Start));

        var page = await (await app.As(Cast.AssociationChair)).Open(stand.Url() + "/att-ordna");

        page.Text.ShouldContain("Det som behövdes till ”Marknaden”");
        page.Html.QuerySelector("[name='Lines[0].What']")!.GetAttribute("value").ShouldBe("Elverk");
    }

    [Fact]
    public async Task A_kind_of_ones_own_is_one_where_one_stands_out_there()
    {
        await using var app = await AppUnderTest.Start();
        var siv = await app.As(Cast.Administrator);
        var meeting = await Arranged.In(app, Cast.District);
        (await siv.Open(meeting.Url())).Text.ShouldNotContain("Att ordna");

        await (await siv.Open("/installningar/aktivitetsslag")).Submit("Spara namnen", f => { f["ute"] = "discussion"; f.Tick("ute", "stand"); f.Tick("ute", "street"); });

        (await siv.Open(meeting.Url())).Text.ShouldContain("Att ordna");
        (await app.Read(db => db.GatheringKinds.OrderBy(k => k.Code).Select(k => new { k.Code, k.IsOut }).ToListAsync())).Select(k => (k.Code, k.IsOut)).ShouldBe([("cabin", false), ("discussion", true)]);
    }

    private static Task Give(AppUnderTest app, Gathering stand, KitSort sort, int days, KitState state = KitState.ToDo, string? note = null, string? what = null) => app.Write(async db =>
    {
        var item = new KitItem(stand.Id, await db.KitItems.CountAsync());
        item.Write(sort, what, note);
        item.IsSeenToBy(null, FakeTime.Today.AddDays(days));
        item.Becomes(state);
        db.Add(item);
    });
}
