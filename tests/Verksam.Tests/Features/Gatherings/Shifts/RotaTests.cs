using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Demo;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>No place on a shift is given twice, nobody stands in two places at once, and a shift follows its gathering.</summary>
public sealed class RotaTests
{
    [Fact]
    public async Task The_last_place_goes_to_one_of_those_who_ask_at_once()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas, need: 3)))[0];
        var crowd = Enumerable.Range(0, 20).Select(n => Person.Welcome($"Nummer {n}", null, null, Cast.Alnas.Id)).ToList();
        await app.Write(db => { db.AddRange(crowd); return Task.CompletedTask; });
        var answers = new System.Collections.Concurrent.ConcurrentBag<Refusal?>();

        await Parallel.ForEachAsync(crowd, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, _) => answers.Add(await app.Ask(r => r.Take(shift, person.Id, false, false))));

        answers.Count(a => a is null).ShouldBe(3);
        answers.OfType<Refusal>().ShouldAllBe(no => no == ShiftRefusals.Full);
        (await app.Read(db => db.ShiftPlaces.CountAsync(p => p.State == PlaceState.Taken))).ShouldBe(3);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_place_also_from_two_phones()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas, need: 2)))[0];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, ride: true, ring: false)))));

        (await app.Read(db => db.ShiftPlaces.SingleAsync())).NeedsRide.ShouldBeTrue();
        (await app.Ask(r => r.Take(shift, Cast.AssociationChair.Id, false, false))).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_stands_in_two_places_at_once()
    {
        await using var app = await AppUnderTest.Start();
        var (one, other) = ((await app.Shifts(await Stands.At(app, Cast.Alnas)))[0], (await app.Shifts(await Stands.At(app, Cast.District, shifts: 2, title: "Mässan")))[0..2]);
        await app.Ask(r => r.Take(one, Cast.MemberOfAlnas.Id, false, false));

        var no = await app.Ask(r => r.Take(other[0], Cast.MemberOfAlnas.Id, false, false));

        no!.Code.ShouldBe(ShiftRefusals.Overlaps.Code);
        no.Facts[0].ShouldBe("Bokbord på torget");
        (await app.Ask(r => r.Put(other[0], Cast.MemberOfAlnas.Id)))!.Code.ShouldBe(ShiftRefusals.Overlaps.Code);
        (await app.Ask(r => r.Take(other[1], Cast.MemberOfAlnas.Id, false, false))).ShouldBeNull(); // right after, to be warned of, not refused
    }

    [Theory]
    [InlineData("Torget", 0, null)] // the same place
    [InlineData("Stationen", 0, "Near")] // another, and nobody knows how far
    [InlineData("Stationen", 60, null)] // an hour is enough
    public async Task Too_little_time_from_another_place_is_said(string spot, int minutes, string? said)
    {
        await using var app = await AppUnderTest.Start();
        var first = await Stands.At(app, Cast.Alnas, title: "Mässan");
        await app.Ask(async r => await r.Take((await app.Shifts(first))[0], Cast.MemberOfAlnas.Id, false, false));
        var second = await Stands.At(app, Cast.Alnas, spot: spot);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == second.Id)).Take(new Hours(first.Starts.AddHours(3).AddMinutes(minutes), first.Starts.AddHours(9)), new Whereabouts(null, spot, null), FakeTime.Start));
        var (gathering, shift) = await app.Read(async db => (await db.Gatherings.SingleAsync(g => g.Id == second.Id), await db.Shifts.SingleAsync(s => s.GatheringId == second.Id)));

        IReadOnlyList<Clash> found = [];
        await app.Work<Clashes>(async c => found = await c.Of(Cast.MemberOfAlnas.Id, gathering, shift));

        found.SingleOrDefault()?.Word.ShouldBe(said);
        (found.Count == 0).ShouldBe(said is null);
    }

    [Fact]
    public async Task What_one_has_signed_up_for_is_said_and_stands_in_nobodys_way()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        var evening = await Arranged.In(app, Cast.Alnas);
        await app.Work<Seating>(s => s.SignUp(evening.Id, Cast.MemberOfAlnas.Id, new Wish()));
        var shift = await app.Read(db => db.Shifts.SingleAsync());

        IReadOnlyList<Clash> found = [];
        await app.Work<Clashes>(async c => found = await c.Of(Cast.MemberOfAlnas.Id, stand, shift));

        found.Single().Word.ShouldBe("Gathering");
        (await app.Ask(r => r.Take(shift.Id, Cast.MemberOfAlnas.Id, false, false))).ShouldBeNull();
    }

    [Fact]
    public async Task A_shift_that_has_begun_is_neither_taken_nor_given_back()
    {
        await using var app = await AppUnderTest.Start();
        var shifts = await app.Shifts(await Stands.At(app, Cast.Alnas, shifts: 2));
        await app.Ask(r => r.Take(shifts[0], Cast.MemberOfAlnas.Id, false, false));
        app.Clock.Advance(TimeSpan.FromDays(7));

        (await app.Ask(r => r.GiveBack(shifts[0], Cast.MemberOfAlnas.Id))).ShouldBe(ShiftRefusals.Closed);
        (await app.Ask(r => r.Take(shifts[0], Cast.AssociationChair.Id, false, false))).ShouldBe(ShiftRefusals.Closed);
        (await app.Ask(r => r.Take(shifts[1], Cast.AssociationChair.Id, false, false))).ShouldBeNull(); // the gathering has begun, this has not
    }

    [Fact]
    public async Task What_is_cancelled_or_a_draft_takes_no_member()
    {
        await using var app = await AppUnderTest.Start();
        var draft = (await app.Shifts(await Stands.At(app, Cast.Alnas, published: false)))[0];
        (await app.Ask(r => r.Take(draft, Cast.MemberOfAlnas.Id, false, false))).ShouldBe(ShiftRefusals.Closed);
        (await app.Ask(r => r.Put(draft, Cast.MemberOfAlnas.Id))).ShouldBeNull(); // those who arrange begin before
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Publish(FakeTime.Start));
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Cancel("Storm.", FakeTime.Start));

        (await app.Ask(r => r.Take(draft, Cast.AssociationChair.Id, false, false))).ShouldBe(ShiftRefusals.Closed);
        (await app.Ask(r => r.Put(draft, Cast.AssociationChair.Id))).ShouldBe(ShiftRefusals.Closed);
    }

    [Fact]
    public async Task A_place_that_is_offered_stays_with_whoever_has_it_until_another_takes_it()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        (await app.Ask(r => r.TakeOver(shift, Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id))).ShouldBe(ShiftRefusals.NotOffered);
        await app.Ask(r => r.Offer(shift, Cast.MemberOfAlnas.Id, Cast.AssociationChair.Id));
        (await app.State(shift, Cast.MemberOfAlnas.Id)).ShouldBe(PlaceState.Taken);
        (await app.Ask(r => r.TakeOver(shift, Cast.MemberOfAlnas.Id, Cast.GroupLeader.Id))).ShouldBe(ShiftRefusals.NotOffered); // it is for another
        await app.Post();
        app.Post.HandedOver.Single().Subject.ShouldBe("Bokbord på torget: någon vill byta pass med dig");

        (await app.Ask(r => r.TakeOver(shift, Cast.MemberOfAlnas.Id, Cast.AssociationChair.Id))).ShouldBeNull();

        (await app.State(shift, Cast.MemberOfAlnas.Id)).ShouldBe(PlaceState.GivenBack);
        (await app.State(shift, Cast.AssociationChair.Id)).ShouldBe(PlaceState.Taken);
        await app.Post();
        app.Post.HandedOver[^1].Subject.ShouldBe("Bokbord på torget: någon har tagit ditt pass");
        app.Post.HandedOver[^1].Address.ShouldBe(Cast.MemberOfAlnas.Email);
    }

    [Fact]
    public async Task Of_two_who_take_over_at_once_one_does()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas)))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Offer(shift, Cast.MemberOfAlnas.Id, null));

        var answers = await Task.WhenAll(new[] { Cast.AssociationChair, Cast.GroupLeader, Cast.Ombudsman }.Select(p => Task.Run(() => app.Ask(r => r.TakeOver(shift, Cast.MemberOfAlnas.Id, p.Id)))));

        answers.Count(a => a is null).ShouldBe(1);
        (await app.Read(db => db.ShiftPlaces.CountAsync(p => p.State == PlaceState.Taken))).ShouldBe(1);
    }

    [Fact]
    public async Task There_are_not_fewer_places_than_stand_there_and_a_new_time_is_told()
    {
        await using var app = await AppUnderTest.Start();
        var shift = (await app.Shifts(await Stands.At(app, Cast.Alnas, need: 2)))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Take(shift, Cast.AssociationChair.Id, false, false));

        (await app.Ask(r => r.Change(shift, (_, s) => s.Describe("Bokbord", 1, null)))).ShouldBe(ShiftRefusals.FewerThanStand);
        (await app.Read(db => db.Shifts.Select(s => s.What).SingleAsync())).ShouldBe("Bokbord och samtal");
        (await app.Ask(r => r.Drop(shift))).ShouldBe(ShiftRefusals.SomebodyStands);
        (await app.Ask(r => r.Change(shift, (g, s) => s.Take(g, OurTime.DayOf(g.Starts), new TimeOnly(13, 0), new TimeOnly(15, 0))))).ShouldBeNull();
        await app.Post();
        app.Post.HandedOver.Select(l => l.Subject).ShouldBe(["Bokbord på torget: ditt pass har en ny tid", "Bokbord på torget: ditt pass har en ny tid"]);
    }

    // whatever the night between does with the clock, a shift stays at its hour on the wall
    [Fact]
    public void A_shift_follows_its_gathering_by_the_clock_on_the_wall() => Prop.ForAll(Gen.Choose(0, 2000).ToArbitrary(), Gen.Choose(-600, 600).ToArbitrary(), (days, minutes) =>
    {
        var day = FakeTime.Today.AddDays(days);
        var gathering = new Gathering(Cast.Alnas.Id, "stand", Cast.Ombudsman.Id, FakeTime.Start);
        gathering.Take(new Hours(OurTime.At(FakeTime.Today, new TimeOnly(12, 0)), OurTime.At(FakeTime.Today, new TimeOnly(20, 0))), new Whereabouts(null, "Torget", null), FakeTime.Start);
        var from = FakeTime.Today.ToDateTime(new TimeOnly(12, 0)).AddMinutes(minutes);
        var shift = new Shift(gathering.Id);
        shift.Take(gathering, DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(from.AddHours(3))).ShouldBeNull();
        gathering.Take(new Hours(OurTime.At(day, new TimeOnly(12, 0)), OurTime.At(day, new TimeOnly(20, 0))), new Whereabouts(null, "Torget", null), FakeTime.Start);
        var wall = OurTime.Here(shift.Starts(gathering.Starts)).DateTime;
        return wall == from.AddDays(days) || wall == from.AddDays(days).AddHours(1); // in the hour that spring skips
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_shift_is_near_its_gathering(int days, bool may)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Stands.At(app, Cast.Alnas);

        (new Shift(gathering.Id).Take(gathering, OurTime.DayOf(gathering.Starts).AddDays(days), new TimeOnly(12, 0), new TimeOnly(14, 0)) is null).ShouldBe(may);
    }

    // acts by chance, one after the other: what must hold holds after each
    [Fact]
    public async Task Whatever_people_do_the_places_are_right()
    {
        await using var app = await AppUnderTest.Start();
        var people = Enumerable.Range(0, 6).Select(n => Person.Welcome($"Nummer {n}", $"n{n}@alnas.example", null, Cast.Alnas.Id)).ToList();
        await app.Write(db => { db.AddRange(people); return Task.CompletedTask; });
        foreach (var seed in new uint[] { 1, 2, 3, 4 })
        {
            var (shift, dice) = ((await app.Shifts(await Stands.At(app, Cast.Alnas, need: 2, days: 7 + (int)seed)))[0], new Dice(seed));
            for (var step = 0; step < 25; step++)
            {
                var (one, other) = (dice.Of(people).Id, dice.Of(people).Id);
                await app.Ask(r => Act(dice.Below(8), r, shift, one, other));
                app.Clock.Advance(TimeSpan.FromMinutes(20));
                await Holds(app, shift);
            }
        }
    }

    private static Task<Refusal?> Act(int what, Rota rota, Id<Shift> shift, Id<Person> one, Id<Person> other) => what switch
    {
        0 => rota.GiveBack(shift, one),
        1 => rota.Decline(shift, one),
        2 => rota.Offer(shift, one, null),
        3 => rota.TakeOver(shift, one, other),
        4 => rota.Ask(shift, [one, other]),
        5 => rota.Regret(shift, one),
        6 => rota.Settle(shift),
        _ => rota.Take(shift, one, false, false),
    };

    private static async Task Holds(AppUnderTest app, Id<Shift> id)
    {
        var (shift, all) = await app.Read(async db => (await db.Shifts.SingleAsync(s => s.Id == id), await db.ShiftPlaces.AsNoTracking().Where(p => p.ShiftId == id).ToListAsync()));
        all.Count(p => p.Holds).ShouldBeLessThanOrEqualTo(shift.Need);
        all.ShouldAllBe(p => (p.State == PlaceState.Asked) == (p.Until != null) && (!p.IsUp || p.State == PlaceState.Taken));
        // while people are asked nobody waits in line with a place open
        if (shift.IsAsking && all.Count(p => p.Holds) < shift.Need)
            all.ShouldNotContain(p => p.State == PlaceState.Listed);
    }
}
