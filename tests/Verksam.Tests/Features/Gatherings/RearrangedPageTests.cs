using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;
using static Verksam.Tests.Features.Gatherings.Rearrangings;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What was rearranged is taken back as long as nobody has been told, and what was cancelled may be on after all.</summary>
public sealed class RearrangedPageTests
{
    [Fact]
    public async Task It_is_taken_back_and_nobody_is_told()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await Do(app, birgitta, await birgitta.Open($"/aktiviteter/planera-om?en={gathering.Id}&gor=Cancel"));

        page = await page.Submit("Ångra alltihop");
        app.Clock.Advance(Rearrangement.Pause);
        await app.SendLetters();

        page.Text.ShouldContain("Allt är som förut. Inga brev går.");
        (await app.Read(db => db.Gatherings.SingleAsync())).State.ShouldBe(GatheringState.Published);
        app.Post.HandedOver.ShouldBeEmpty();
        (await app.Read(db => db.Letters.Where(l => l.Kind == RearrangedLetter.KindName).Select(l => l.State).SingleAsync())).ShouldBe(LetterState.Skipped);
    }

    [Fact]
    public async Task When_letters_have_left_it_is_too_late()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        var page = await Do(app, birgitta, await birgitta.Open($"/aktiviteter/planera-om?en={gathering.Id}&gor=Cancel"));
        app.Clock.Advance(Rearrangement.Pause);

        (await page.Submit("Ångra alltihop")).Errors.ShouldBe(["Det är för sent: den har börjat, eller så har breven gått."]);

        (await app.Read(db => db.Gatherings.SingleAsync())).State.ShouldBe(GatheringState.Cancelled);
    }

    [Fact]
    public async Task Who_may_change_only_a_part_of_it_does_not_take_it_back()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas);
        await Arranged.In(app, Cast.Stora, days: 8);
        var tove = await app.As(Cast.Ombudsman);
        var shown = await (await tove.Open("/aktiviteter/planera-om?gor=Cancel")).Submit("Visa vad det blir", f => f["Input.Why"] = Why);
        var page = await shown.Submit("Ställ in och berätta", f => f.Tick("Input.Chosen", shown.Html.QuerySelector("[name='Input.Chosen']")!.GetAttribute("value")!));
        await Work(app);

        var part = await (await app.As(Cast.AssociationChair)).Open(page.Url);
        part.Text.ShouldNotContain("Ångra alltihop");
        part.Html.QuerySelectorAll("main .rows li").Length.ShouldBe(1);
        page = await (await tove.Open(page.Url)).Submit("Ångra alltihop");

        (await app.Read(db => db.Gatherings.CountAsync(g => g.State == GatheringState.Published))).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_on_after_all_is_told_too()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        var birgitta = await app.As(Cast.AssociationChair);
        await Do(app, birgitta, await birgitta.Open($"/aktiviteter/planera-om?en={gathering.Id}&gor=Cancel"));
        app.Clock.Advance(Rearrangement.Pause);
        await app.SendLetters();

        (await (await birgitta.Open(gathering.Url())).Submit("Den blir av", f => f["Input.Why"] = new string('x', 601))).Errors.Count.ShouldBe(1);
        await (await birgitta.Open(gathering.Url())).Submit("Den blir av");
        await Work(app);
        app.Clock.Advance(Rearrangement.Pause);
        await app.SendLetters();

        app.Post.HandedOver.Select(l => l.Text).Last().ShouldContain("Blir av ändå");
        (await app.Read(db => db.Gatherings.SingleAsync())).State.ShouldBe(GatheringState.Published);
    }
}
