using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.House;
using Xunit;
using static Verksam.Tests.Features.Gatherings.Rearrangings;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Who cancels reads that they do, and whom it is told, before it is done.</summary>
public sealed class RearrangeCancelTests
{
    private const string Cancel = "Ställ in och berätta", Otherwise = "Planera om och berätta";

    [Fact]
    public async Task What_is_cancelled_is_said_to_be_and_the_button_says_so_too()
    {
        await using var app = await AppUnderTest.Start();
        await Arranged.In(app, Cast.Alnas);
        await Arranged.In(app, Cast.Alnas, days: 8);

        var shown = await Fill(await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/planera-om?gor=Cancel"));

        shown.Text.ShouldContain("Två aktiviteter ställs in. En människa får ett brev."); // whom one asks about both
        shown.Buttons.ShouldContain(Cancel);
        shown.Buttons.ShouldNotContain(Otherwise);
        await shown.Submit(Cancel, f => f.Tick("Input.Chosen", shown.Html.QuerySelector("[name='Input.Chosen']")!.GetAttribute("value")!));
        await Work(app);
        (await app.Read(db => db.Gatherings.CountAsync(g => g.State == GatheringState.Cancelled))).ShouldBe(2);
    }

    [Fact]
    public async Task With_nobody_to_tell_it_is_said_that_no_letters_leave()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas); // one asks Birgitta herself
        var form = await (await app.As(Cast.AssociationChair)).Open($"/aktiviteter/planera-om?en={stand.Id}&gor=Cancel");

        var shown = await Fill(form);

        shown.Text.ShouldContain("En aktivitet ställs in. Ingen är anmäld eller står på ett pass, så inga brev går.");
        shown.Buttons.ShouldContain(Cancel);
        await app.Ask(async r => await r.Take((await app.Shifts(stand))[0], Cast.MemberOfAlnas.Id, false, false));
        shown = await Fill(form);
        shown.Text.ShouldContain("En aktivitet ställs in. En människa får ett brev.");
        shown.Text.ShouldNotContain("inga brev går");
    }

    [Fact]
    public async Task What_is_moved_is_changed_as_before()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);

        var shown = await Fill(await (await app.As(Cast.AssociationChair)).Open($"/aktiviteter/planera-om?en={gathering.Id}&gor=Move"), day: "2026-03-20");

        shown.Text.ShouldContain("En aktivitet ändras. En människa får ett brev.");
        shown.Buttons.ShouldContain(Otherwise);
        shown.Buttons.ShouldNotContain(Cancel);
    }
}
