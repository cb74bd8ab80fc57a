using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>An open place is filled by asking one after the other, each with a time to answer.</summary>
public sealed class AskingTests
{
    [Fact]
    public async Task One_is_asked_at_a_time_and_the_next_when_the_time_is_out_or_somebody_says_no()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id, Cast.Ombudsman.Id]));
        (await States(app, shift)).ShouldBe([PlaceState.Asked, PlaceState.Listed, PlaceState.Listed]);
        await app.Post();
        (app.Post.HandedOver.Single().Address, app.Post.HandedOver.Single().Subject).ShouldBe((Cast.MemberOfAlnas.Email, "Kan du stå på Bokbord på torget?"));
        app.Post.HandedOver.Single().Text.ShouldContain($"/mitt-pass/{shift}");
        app.Post.HandedOver.Single().Text.ShouldContain("Platsen hålls för dig till onsdag 11 mars klockan 09.30."); // a day

        app.Clock.Advance(Asking.AtMost);
        await app.RunJobs();

        (await States(app, shift)).ShouldBe([PlaceState.Silent, PlaceState.Asked, PlaceState.Listed]);
        (await app.Ask(r => r.Decline(shift, Cast.GroupLeader.Id))).ShouldBeNull();
        (await States(app, shift)).ShouldBe([PlaceState.Silent, PlaceState.Declined, PlaceState.Asked]);
        (await app.Ask(r => r.Take(shift, Cast.Ombudsman.Id, false, false))).ShouldBeNull();
        await app.RunJobs();
        (await States(app, shift)).ShouldBe([PlaceState.Silent, PlaceState.Declined, PlaceState.Taken]);
    }

    [Fact]
    public async Task Somebody_gives_back_and_the_next_is_asked_by_itself()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas, need: 2)))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id, Cast.Ombudsman.Id]));
        (await States(app, shift)).ShouldBe([PlaceState.Asked, PlaceState.Asked, PlaceState.Listed]); // one for each open place
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Take(shift, Cast.GroupLeader.Id, false, false));
        await app.Post();
        app.Post.HandedOver.ShouldBeEmpty(); // they answered before the letters left

        (await app.Ask(r => r.GiveBack(shift, Cast.GroupLeader.Id))).ShouldBeNull();

        (await States(app, shift)).ShouldBe([PlaceState.Taken, PlaceState.GivenBack, PlaceState.Asked]);
        await app.Post();
        app.Post.HandedOver.Single().Address.ShouldBe(Cast.Ombudsman.Email);
    }

    [Fact]
    public async Task Who_regrets_at_once_stands_there_again_and_nobody_gets_a_letter()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, ride: true, ring: false));
        await app.Ask(r => r.Ask(shift, [Cast.GroupLeader.Id]));
        await app.Ask(r => r.GiveBack(shift, Cast.MemberOfAlnas.Id));
        (await app.State(shift, Cast.GroupLeader.Id)).ShouldBe(PlaceState.Asked);

        (await app.Ask(r => r.Regret(shift, Cast.MemberOfAlnas.Id))).ShouldBeNull();

        (await app.State(shift, Cast.GroupLeader.Id)).ShouldBe(PlaceState.Listed);
        (await app.Read(db => db.ShiftPlaces.SingleAsync(p => p.State == PlaceState.Taken))).NeedsRide.ShouldBeTrue();
        await app.Post();
        app.Post.HandedOver.ShouldBeEmpty();
        await app.Ask(r => r.GiveBack(shift, Cast.MemberOfAlnas.Id));
        await app.Post();
        (await app.Ask(r => r.Regret(shift, Cast.MemberOfAlnas.Id))).ShouldBe(ShiftRefusals.Full); // now it is held for another
    }

    [Fact]
    public async Task When_nobody_is_left_whoever_arranges_is_told_once()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id]));
        await app.Ask(r => r.Decline(shift, Cast.MemberOfAlnas.Id));
        await app.Ask(r => r.Settle(shift));
        await app.Post();

        var letter = app.Post.HandedOver.Single();
        (letter.Address, letter.Subject).ShouldBe((Cast.AssociationChair.Email, "Bokbord på torget: alla har frågats"));
        letter.Text.ShouldContain($"/pass/{shift}");
        (await (await app.As(Cast.AssociationChair)).Open(letter.Text.Split("verksam.example")[1].Trim())).Text.ShouldContain("Alla har frågats");
    }

    [Fact]
    public async Task Who_gives_back_where_nobody_is_asked_lets_whoever_arranges_know()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));

        await app.Ask(r => r.GiveBack(shift, Cast.MemberOfAlnas.Id));

        await app.Post();
        (app.Post.HandedOver.Single().Address, app.Post.HandedOver.Single().Subject).ShouldBe((Cast.AssociationChair.Email, "Bokbord på torget: ett pass saknar folk"));
    }

    [Fact]
    public async Task Asking_is_stopped_before_the_letters_leave_and_nobody_gets_one()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id]));

        await app.Ask(r => r.Stop(shift));

        (await app.Read(db => db.ShiftPlaces.CountAsync())).ShouldBe(0);
        await app.Post();
        app.Post.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_the_letter_may_answer_though_asking_is_stopped()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id]));
        await app.Post();
        await app.Ask(r => r.Stop(shift));

        (await app.Ask(r => r.Take(shift, Cast.AssociationChair.Id, false, false))).ShouldBe(ShiftRefusals.Full); // it is held
        (await app.Ask(r => r.Decline(shift, Cast.MemberOfAlnas.Id))).ShouldBeNull();
        (await app.Read(db => db.ShiftPlaces.CountAsync(p => p.State == PlaceState.Asked))).ShouldBe(0); // and nobody more is asked
    }

    [Fact]
    public async Task Who_has_another_shift_by_now_is_passed_over()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        var other = (await app.Shifts(await Stands.At(app, Cast.Alnas, title: "Mässan")))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id, Cast.Ombudsman.Id]));
        await app.Ask(r => r.Take(other, Cast.GroupLeader.Id, false, false));

        await app.Ask(r => r.Decline(shift, Cast.MemberOfAlnas.Id));

        (await app.State(shift, Cast.Ombudsman.Id)).ShouldBe(PlaceState.Asked);
        (await app.Read(db => db.ShiftPlaces.AnyAsync(p => p.ShiftId == shift && p.PersonId == Cast.GroupLeader.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_line_has_not_said_no()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id]));

        var page = await (await (await app.As(Cast.AssociationChair)).Open($"{stand.Url()}/pass/{shift}")).Submit("Fråga inte Yusuf Demir");

        page.Html.QuerySelector("#nej-h").ShouldBeNull();
        (await States(app, shift)).ShouldBe([PlaceState.Asked]);
    }

    [Fact]
    public async Task What_is_cancelled_asks_nobody_more()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id]));
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("Storm.", FakeTime.Start));
        app.Clock.Advance(Asking.AtMost);

        await app.RunJobs();
        await app.SendLetters();

        (await app.State(shift, Cast.GroupLeader.Id)).ShouldBe(PlaceState.Listed);
        app.Post.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_on_after_all_goes_on_asking()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Ask(shift, [Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id]));
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("Storm.", FakeTime.Start));
        app.Clock.Advance(Asking.AtMost);
        await app.RunJobs();

        await (await (await app.As(Cast.AssociationChair)).Open(stand.Url())).Submit("Den blir av");
        await app.RunJobs();
        await app.RunJobs();

        (await States(app, shift)).ShouldBe([PlaceState.Silent, PlaceState.Asked]);
    }

    [Fact]
    public void One_has_between_two_hours_and_a_day_but_never_past_the_beginning() => Prop.ForAll(Gen.Choose(1, 60 * 24 * 60).ToArbitrary(), minutes =>
    {
        var starts = FakeTime.Start.AddMinutes(minutes);
        var held = Asking.Deadline(starts, FakeTime.Start) - FakeTime.Start;
        return held <= Asking.AtMost && held <= TimeSpan.FromMinutes(minutes) && (held >= Asking.AtLeast || held == TimeSpan.FromMinutes(minutes));
    }).QuickCheckThrowOnFailure();

    /// <summary>In the order they were chosen.</summary>
    private static Task<List<PlaceState>> States(AppUnderTest app, Id<Shift> shift) =>
        app.Read(db => db.ShiftPlaces.Where(p => p.ShiftId == shift).OrderBy(p => p.Turn).Select(p => p.State).ToListAsync());
}
