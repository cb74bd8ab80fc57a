using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Demo;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>No seat is given twice, none is left empty while somebody waits, and the line is kept.</summary>
public sealed class SeatingTests
{
    [Fact]
    public async Task Two_people_one_seat_makes_one_who_comes_and_one_who_waits()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 1);

        await Task.WhenAll(new[] { Cast.MemberOfAlnas, Cast.AssociationChair, Cast.Ombudsman, Cast.DistrictChair }.Select(p => Task.Run(() => SignUp(app, gathering, p.Id))));

        var states = await app.Read(db => db.SignUps.Select(s => s.State).ToListAsync());
        states.Count(s => s == SignUpState.Coming).ShouldBe(1);
        states.Count(s => s == SignUpState.Waiting).ShouldBe(3);
    }

    [Fact]
    public async Task Forty_who_sign_up_at_once_fill_the_seats_and_none_is_lost()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 25);
        var crowd = Enumerable.Range(0, 40).Select(n => Person.Welcome($"Nummer {n}", null, null, Cast.Alnas.Id)).ToList();
        await app.Write(db => { db.AddRange(crowd); return Task.CompletedTask; });

        await Parallel.ForEachAsync(crowd, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, _) => await SignUp(app, gathering, person.Id));

        var all = await app.Read(db => db.SignUps.AsNoTracking().ToListAsync());
        (all.Count, all.Count(s => s.State == SignUpState.Coming), all.Count(s => s.State == SignUpState.Waiting)).ShouldBe((40, 25, 15));
    }

    [Fact]
    public async Task Whoever_waited_longest_is_offered_the_seat_and_loses_it_to_the_next_when_the_time_is_out()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 1, days: 7);
        foreach (var person in new[] { Cast.MemberOfAlnas, Cast.AssociationChair, Cast.Ombudsman })
        {
            await SignUp(app, gathering, person.Id);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await app.Work<Seating>(s => s.Leave(gathering, Cast.MemberOfAlnas.Id));
        (await State(app, Cast.AssociationChair.Id)).ShouldBe(SignUpState.Offered);
        (await State(app, Cast.Ombudsman.Id)).ShouldBe(SignUpState.Waiting);
        await app.SendLetters();
        app.Post.HandedOver.Count(l => l.Subject == "En plats är ledig: Samtal om skolan").ShouldBe(1);
        app.Clock.Advance(Seating.AnswerWithin);
        (await Ask(app, s => s.Take(gathering, Cast.AssociationChair.Id))).ShouldBe(SignUpRefusals.TooLate);
        await app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);

        (await State(app, Cast.AssociationChair.Id)).ShouldBe(SignUpState.Left);
        (await State(app, Cast.Ombudsman.Id)).ShouldBe(SignUpState.Offered);
        (await Ask(app, s => s.Take(gathering, Cast.Ombudsman.Id))).ShouldBeNull();
        (await State(app, Cast.Ombudsman.Id)).ShouldBe(SignUpState.Coming);
    }

    [Fact]
    public async Task Who_comes_late_does_not_pass_who_waits_for_several()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 3);
        await SignUp(app, gathering, Cast.MemberOfAlnas.Id, companions: 1);
        await SignUp(app, gathering, Cast.AssociationChair.Id, companions: 1);

        await SignUp(app, gathering, Cast.Ombudsman.Id);

        (await State(app, Cast.AssociationChair.Id)).ShouldBe(SignUpState.Waiting);
        (await State(app, Cast.Ombudsman.Id)).ShouldBe(SignUpState.Waiting); // one seat is free, but not theirs
    }

    [Fact]
    public async Task Nobody_loses_a_seat_by_asking_for_more_and_from_home_none_is_needed()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 2);
        await SignUp(app, gathering, Cast.MemberOfAlnas.Id);
        await SignUp(app, gathering, Cast.AssociationChair.Id);

        (await SignUp(app, gathering, Cast.MemberOfAlnas.Id, companions: 1)).ShouldBe(SignUpRefusals.MoreThanThereAre);
        (await SignUp(app, gathering, Cast.Ombudsman.Id, online: true)).ShouldBeNull();

        (await State(app, Cast.MemberOfAlnas.Id)).ShouldBe(SignUpState.Coming);
        (await app.Read(db => db.SignUps.Where(s => s.PersonId == Cast.MemberOfAlnas.Id).Select(s => s.Companions).SingleAsync())).ShouldBe(0);
        (await State(app, Cast.Ombudsman.Id)).ShouldBe(SignUpState.Coming);
    }

    [Fact]
    public async Task What_is_online_only_has_the_seats_that_were_said()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 1);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Take(new Hours(FakeTime.Start.AddDays(7), FakeTime.Start.AddDays(8)), new Whereabouts(null, null, "https://moten.example/skolan"), FakeTime.Start));

        await SignUp(app, gathering, Cast.MemberOfAlnas.Id, online: true);
        await SignUp(app, gathering, Cast.Ombudsman.Id, online: true);

        (await State(app, Cast.MemberOfAlnas.Id)).ShouldBe(SignUpState.Coming);
        (await State(app, Cast.Ombudsman.Id)).ShouldBe(SignUpState.Waiting);
    }

    [Fact]
    public async Task Who_is_offered_a_seat_keeps_it_when_there_are_not_more()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 2);
        await SignUp(app, gathering, Cast.MemberOfAlnas.Id);
        await SignUp(app, gathering, Cast.AssociationChair.Id);
        await SignUp(app, gathering, Cast.Ombudsman.Id);
        await Ask(app, s => s.Leave(gathering, Cast.MemberOfAlnas.Id));

        (await SignUp(app, gathering, Cast.Ombudsman.Id, companions: 1)).ShouldBe(SignUpRefusals.MoreThanThereAre);

        (await State(app, Cast.Ombudsman.Id)).ShouldBe(SignUpState.Offered);
    }

    [Fact]
    public async Task What_is_cancelled_or_has_begun_takes_nobody()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 2, days: 1);
        app.Clock.Advance(TimeSpan.FromDays(1));

        (await SignUp(app, gathering, Cast.MemberOfAlnas.Id)).ShouldBe(SignUpRefusals.Closed);

        (await app.Read(db => db.SignUps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void The_nearer_the_gathering_the_shorter_the_time_to_answer() => Prop.ForAll(Gen.Choose(1, 60 * 24 * 60).ToArbitrary(), minutes =>
    {
        var until = Seating.Deadline(FakeTime.Start.AddMinutes(minutes), FakeTime.Start) - FakeTime.Start;
        return until > TimeSpan.Zero && until <= Seating.AnswerWithin && until <= TimeSpan.FromMinutes(minutes / 2.0);
    }).QuickCheckThrowOnFailure();

    // acts by chance, one after the other: what must hold holds after each
    [Fact]
    public async Task Whatever_people_do_the_seats_are_right()
    {
        await using var app = await AppUnderTest.Start();
        var people = Enumerable.Range(0, 6).Select(n => Person.Welcome($"Nummer {n}", null, null, Cast.Alnas.Id)).ToList();
        await app.Write(db => { db.AddRange(people); return Task.CompletedTask; });
        foreach (var seed in new uint[] { 1, 2, 3, 4 })
        {
            var (gathering, dice) = (await WithSeats(app, 4, days: 9), new Dice(seed));
            for (var step = 0; step < 20; step++)
            {
                var person = dice.Of(people).Id;
                await (dice.Below(4) switch
                {
                    0 => Ask(app, s => s.Leave(gathering, person)),
                    1 => Ask(app, s => s.Take(gathering, person)),
                    _ => SignUp(app, gathering, person, dice.Below(3)),
                });
                app.Clock.Advance(TimeSpan.FromMinutes(1));
                await Holds(app, gathering);
            }
        }
    }

    private static async Task Holds(AppUnderTest app, Id<Gathering> gathering)
    {
        var all = await app.Read(db => db.SignUps.AsNoTracking().Where(s => s.GatheringId == gathering).ToListAsync());
        var free = 4 - all.Where(s => s.Holds).Sum(s => s.Seats);
        free.ShouldBeGreaterThanOrEqualTo(0);
        if (all.Where(s => s.State == SignUpState.Waiting).OrderBy(s => s.At).FirstOrDefault() is { } first)
            first.Seats.ShouldBeGreaterThan(free); // whoever is first in line does not fit
    }

    private static async Task<Id<Gathering>> WithSeats(AppUnderTest app, int seats, int days = 7)
    {
        var gathering = await Arranged.In(app, Cast.Alnas, days: days);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).HasRoomFor(seats));
        return gathering.Id;
    }

    private static Task<Refusal?> SignUp(AppUnderTest app, Id<Gathering> gathering, Id<Person> person, int companions = 0, bool online = false) =>
        Ask(app, s => s.SignUp(gathering, person, new Wish(companions, online)));

    private static async Task<Refusal?> Ask(AppUnderTest app, Func<Seating, Task<Refusal?>> what)
    {
        Refusal? no = null;
        await app.Work<Seating>(async s => no = await what(s));
        return no;
    }

    private static Task<SignUpState> State(AppUnderTest app, Id<Person> person) => app.Read(db => db.SignUps.Where(s => s.PersonId == person).Select(s => s.State).SingleAsync());
}
