using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Programme;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Kernel.Time;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>One time of a series is filled in, and the others that are to come get what they lack of it.</summary>
public sealed class SeriesFillTests
{
    private const string Fill = "Ge de andra gångerna detsamma";

    private static readonly int[] Everything = [1, 1, 1, 1, 1, 1, 1];

    private static readonly int[] Nothing = [0, 0, 0, 0, 0, 0, 0];

    [Fact]
    public async Task The_others_to_come_have_all_of_it_once_however_often_it_is_pressed()
    {
        await using var app = await AppUnderTest.Start();
        var all = await Weekly.In(app, Cast.Alnas);
        await Equip(app, all[0]);
        var page = await (await app.As(Cast.AssociationChair)).Open(all[0].Url());

        foreach (var _ in Enumerable.Range(0, 2))
            (await page.Submit(Fill)).Text.ShouldContain("Tre gånger till har nu pass, listor och program som den här.");

        foreach (var one in all)
            (await Has(app, one)).ShouldBe(Everything);
        (await app.Read(db => db.Gatherings.ToListAsync())).Select(g => (g.Partner, g.Fee, g.DoorsBefore)).Distinct().ShouldBe([("ABF Norrsjö", 0m, 30)]);
    }

    [Fact]
    public async Task What_they_get_is_undone_and_nobodys()
    {
        await using var app = await AppUnderTest.Start();
        var all = await Weekly.In(app, Cast.Alnas);
        await Equip(app, all[0]);

        await (await (await app.As(Cast.AssociationChair)).Open(all[0].Url())).Submit(Fill);

        (await app.Read(db => db.ShiftPlaces.CountAsync())).ShouldBe(1);
        (await app.Read(db => db.BringItems.CountAsync(b => b.ById != null || b.Note != null || b.IsDone))).ShouldBe(1);
        (await app.Read(db => db.KitItems.CountAsync(k => k.State == KitState.Done))).ShouldBe(1);
        var last = all[3].Id;
        var shift = await app.Read(db => db.Shifts.SingleAsync(s => s.GatheringId == last));
        (shift.What, shift.Need, OurTime.DayOf(shift.Starts(all[3].Starts))).ShouldBe(("Bokbord och samtal", 2, new DateOnly(2026, 4, 7)));
        (await app.Read(db => db.KitItems.SingleAsync(k => k.GatheringId == last))).Due.ShouldBe(new DateOnly(2026, 4, 5)); // two days before it too
    }

    [Fact]
    public async Task What_somebody_has_written_there_stands()
    {
        await using var app = await AppUnderTest.Start();
        var all = await Weekly.In(app, Cast.Alnas);
        await Equip(app, all[0]);
        var written = all[1].Id;
        await app.Write(db =>
        {
            db.Add(new BringItem(written, 0)).Entity.Write("Kaffe", null).ShouldBeNull();
            db.Add(new GatheringQuestion(written, 0)).Entity.Write("Har du bil?", null, required: false);
            return Task.CompletedTask;
        });

        await (await (await app.As(Cast.AssociationChair)).Open(all[0].Url())).Submit(Fill);

        (await Has(app, all[1])).ShouldBe(Everything);
        (await app.Read(db => db.BringItems.SingleAsync(b => b.GatheringId == written))).What.ShouldBe("Kaffe");
        (await app.Read(db => db.GatheringQuestions.SingleAsync(q => q.GatheringId == written))).Words.ShouldBe("Har du bil?");
    }

    [Fact]
    public async Task What_has_been_or_is_cancelled_is_left_and_a_draft_is_filled_too()
    {
        await using var app = await AppUnderTest.Start();
        var all = await Weekly.In(app, Cast.Alnas, first: -4);
        await Equip(app, all[1]);
        var (been, cancelled, draft) = (all[0].Id, all[2].Id, all[3].Id);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == cancelled)).Cancel("Storm.", FakeTime.Start).ShouldBeNull());
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == draft)).Withdraw(FakeTime.Start).ShouldBeNull());

        var page = await (await (await app.As(Cast.AssociationChair)).Open(all[1].Url())).Submit(Fill);

        page.Text.ShouldContain("En gång till har nu pass, listor och program som den här.");
        (await Has(app, all[0])).ShouldBe(Nothing);
        (await Has(app, all[2])).ShouldBe(Nothing);
        (await Has(app, all[3])).ShouldBe(Everything);
        (await app.Read(db => db.Gatherings.CountAsync(g => (g.Id == been || g.Id == cancelled) && g.Partner == null && g.DoorsBefore == null))).ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_not_arrange_it_is_told_no_and_nothing_is_given()
    {
        await using var app = await AppUnderTest.Start();
        var all = await Weekly.In(app, Cast.Stora);
        await Equip(app, all[0]);
        var ahmed = await app.As(Cast.MemberOfStora);
        (await ahmed.Open(all[0].Url())).Buttons.ShouldNotContain(Fill);

        (await Send(ahmed, all[0])).ShouldBe(HttpStatusCode.Forbidden);
        (await Send(await app.As(Cast.AssociationChair), all[0])).ShouldBe(HttpStatusCode.NotFound); // of another association

        (await Has(app, all[1])).ShouldBe(Nothing);
        (await Send(await app.As(Cast.Ombudsman), all[0])).ShouldBe(HttpStatusCode.Redirect); // it was no fault of the form
        (await Has(app, all[1])).ShouldBe(Everything);
    }

    [Fact]
    public async Task What_is_no_time_of_the_series_gives_it_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var (all, other) = (await Weekly.In(app, Cast.Alnas), await Arranged.In(app, Cast.Alnas));
        await Equip(app, other);

        var page = await (await (await app.As(Cast.AssociationChair)).Open(all[0].Url())).Submit(Fill, f => f["som"] = other.Id.ToString());

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        (await Has(app, all[1])).ShouldBe(Nothing);
    }

    // a shift that Lena stands on, something that she brings, a tent that is ordered, a programme, a question and a passage of the plan
    private static async Task Equip(AppUnderTest app, Gathering one)
    {
        await Planned.Adopted(app, "# Möten\n\nVi ska hålla minst fyra träffar.\n");
        var (tie, shift, cloth) = (new GatheringTie(one.Id, (await Planned.Find(app, "1.1")).Id), new Shift(one.Id), new BringItem(one.Id, 0));
        shift.Describe("Bokbord och samtal", 2, null).ShouldBeNull();
        shift.Take(one, OurTime.DayOf(one.Starts), new TimeOnly(10, 30), new TimeOnly(12, 30)).ShouldBeNull();
        cloth.Write("Duk", "Hos Lena").ShouldBeNull();
        cloth.IsBroughtBy(Cast.MemberOfAlnas.Id);
        await app.Write(async db =>
        {
            db.AddRange(tie, shift, cloth);
            db.Add(new ShiftPlace(shift.Id, Cast.MemberOfAlnas.Id)).Entity.Takes(false, false, FakeTime.Start);
            db.Add(Tent(one));
            db.Add(new Contributor(one.Id)).Entity.Write(0, "Margareta Sjöhag", null);
            db.Add(new Reading(one.Id)).Entity.Write(0, "Utredningen", "https://example.org/utredningen").ShouldBeNull();
            db.Add(new GatheringQuestion(one.Id, 0)).Entity.Write("Vad vill du äta?", "Kött, Vegetariskt", required: false);
            (await db.Gatherings.SingleAsync(g => g.Id == one.Id)).Receives("ABF Norrsjö", 0, 30).ShouldBeNull();
        });
    }

    private static KitItem Tent(Gathering one)
    {
        var tent = new KitItem(one.Id, 0);
        tent.Write(KitSort.Tent, null, null).ShouldBeNull();
        tent.IsSeenToBy(null, OurTime.DayOf(one.Starts).AddDays(-2));
        tent.Becomes(KitState.Done);
        return tent;
    }

    // shifts, what to bring and to see to, who takes part, what to read, questions and passages of the plan
    private static Task<int[]> Has(AppUnderTest app, Gathering of) => app.Read(async db => new[]
    {
        await db.Shifts.CountAsync(s => s.GatheringId == of.Id),
        await db.BringItems.CountAsync(b => b.GatheringId == of.Id),
        await db.KitItems.CountAsync(k => k.GatheringId == of.Id),
        await db.Contributors.CountAsync(c => c.GatheringId == of.Id),
        await db.Readings.CountAsync(r => r.GatheringId == of.Id),
        await db.GatheringQuestions.CountAsync(q => q.GatheringId == of.Id),
        await db.GatheringTies.CountAsync(t => t.GatheringId == of.Id),
    });

    // as a form would that the page does not show
    private static async Task<HttpStatusCode> Send(Visitor visitor, Gathering like)
    {
        var token = (await visitor.Open("/konto")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("som", like.Id.ToString())]);
        return (await visitor.Post($"/aktiviteter/serier/{like.SeriesId}?handler=Fill", form)).StatusCode;
    }
}
