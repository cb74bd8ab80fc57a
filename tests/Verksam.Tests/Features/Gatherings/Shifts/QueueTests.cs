using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>Members stand in line for a shift that is full.</summary>
public sealed class QueueTests
{
    [Fact]
    public async Task A_member_stands_in_line_for_a_full_shift_and_is_asked_when_somebody_gives_back()
    {
        await using var app = await AppUnderTest.Start();
        var (stand, shift) = await Full(app);
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await (await (await lena.Open(stand.Url())).Follow("Fullt, ställ dig i kö, Tisdag 17 mars 9.30–12.30")).Submit("Ställ mig i kö");

        page.Text.ShouldContain("Du står i kö: Bokbord på torget, tisdag 17 mars 09.30–12.30.");
        (await app.State(shift, Cast.MemberOfAlnas.Id)).ShouldBe(PlaceState.Listed);
        await app.Ask(r => r.GiveBack(shift, Cast.GroupLeader.Id));
        await app.Post();
        app.Post.HandedOver.Single(l => l.Subject == "Kan du stå på Bokbord på torget?").Address.ShouldBe(Cast.MemberOfAlnas.Email);
        await (await lena.Open($"{stand.Url()}/mitt-pass/{shift}")).Submit("Ja, jag står");
        (await app.State(shift, Cast.MemberOfAlnas.Id)).ShouldBe(PlaceState.Taken);
    }

    [Fact]
    public async Task Who_leaves_the_line_is_not_asked_and_pressed_twice_it_is_one_place_in_it()
    {
        await using var app = await AppUnderTest.Start();
        var (stand, shift) = await Full(app);
        var lena = await app.As(Cast.MemberOfAlnas);
        var page = await lena.Open($"{stand.Url()}/mitt-pass/{shift}");
        await page.Submit("Ställ mig i kö");
        await page.Submit("Ställ mig i kö");
        (await app.Read(db => db.ShiftPlaces.CountAsync(p => p.State == PlaceState.Listed))).ShouldBe(1);
        (await app.Ask(r => r.Queue(shift, Cast.AssociationChair.Id))).ShouldBeNull();

        page = await (await lena.Open($"{stand.Url()}/mitt-pass/{shift}")).Submit("Lämna kön");

        page.Text.ShouldContain("Du står inte längre i kö");
        await app.Ask(r => r.GiveBack(shift, Cast.GroupLeader.Id));
        (await app.State(shift, Cast.AssociationChair.Id)).ShouldBe(PlaceState.Asked);
        (await app.Read(db => db.ShiftPlaces.AnyAsync(p => p.PersonId == Cast.MemberOfAlnas.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task There_is_no_line_where_a_place_is_free_nor_for_whom_no_letter_may_reach()
    {
        await using var app = await AppUnderTest.Start();
        var (_, shift) = await Full(app);
        var open = (await app.Shifts(await Stands.At(app, Cast.Alnas, days: 9)))[0];
        (await app.Ask(r => r.Queue(open, Cast.MemberOfAlnas.Id)))!.Code.ShouldBe("Shifts.Refused.IsFree");

        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Prefers(null, default, doNotCall: true));

        (await app.Ask(r => r.Queue(shift, Cast.MemberOfAlnas.Id)))!.Code.ShouldBe("Shifts.Refused.CannotBeAsked");
        (await app.Read(db => db.ShiftPlaces.AnyAsync(p => p.PersonId == Cast.MemberOfAlnas.Id))).ShouldBeFalse();
    }

    private static async Task<(Verksam.Features.Gatherings.Gathering Stand, Id<Shift> Shift)> Full(AppUnderTest app)
    {
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Take(shift, Cast.GroupLeader.Id, false, false));
        return (stand, shift);
    }
}
