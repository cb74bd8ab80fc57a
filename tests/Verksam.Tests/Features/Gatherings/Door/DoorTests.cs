using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Welcome;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Door;

/// <summary>What is ticked on phones agrees in the end: each act once, each person once, and the latest stands.</summary>
public sealed class DoorTests
{
    [Fact]
    public async Task The_same_act_twice_is_once_also_when_both_come_at_the_same_time()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0));
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);
        var (tick, walk) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        (await phone.Tick(Cast.MemberOfAlnas, entry: tick)).ShouldBe("Kept");
        (await phone.Tick(Cast.MemberOfAlnas, entry: tick)).ShouldBe("Known");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => phone.Walk("Elin", entry: walk)));

        both.Count(r => r == "Kept").ShouldBe(1);
        (await app.Count(gathering)).Here.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_person_on_two_phones_is_one()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0), (Cast.GroupLeader, 0));
        var (one, other) = (await DoorPhone.Of(app, Cast.AssociationChair, gathering), await DoorPhone.Of(app, Cast.Ombudsman, gathering));

        await Task.WhenAll(one.Tick(Cast.MemberOfAlnas), other.Tick(Cast.MemberOfAlnas), one.Tick(Cast.GroupLeader));

        (await app.Rows()).Count.ShouldBe(2);
        (await app.Count(gathering)).Here.ShouldBe(2);
        (await other.State()).GetProperty("here").EnumerateObject().Sum(h => h.Value.GetInt32()).ShouldBe(2);
    }

    [Fact]
    public async Task The_latest_act_stands_whichever_comes_first()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0), (Cast.GroupLeader, 0));
        var (one, other) = (await DoorPhone.Of(app, Cast.AssociationChair, gathering), await DoorPhone.Of(app, Cast.Ombudsman, gathering));
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var now = app.Clock.GetUtcNow();

        (await other.Tick(Cast.MemberOfAlnas, here: false, at: now.AddMinutes(-5))).ShouldBe("Kept"); // the tick was earlier, and comes later
        (await one.Tick(Cast.MemberOfAlnas, at: now.AddMinutes(-10))).ShouldBe("Known");
        (await one.Tick(Cast.GroupLeader, at: now.AddMinutes(-10))).ShouldBe("Kept");
        (await other.Tick(Cast.GroupLeader, here: false, at: now.AddMinutes(-5))).ShouldBe("Kept");
        (await one.Tick(Cast.GroupLeader, at: now.AddMinutes(-2))).ShouldBe("Kept");

        (await app.Rows()).ToDictionary(r => r.PersonId!.Value, r => r.IsHere).ShouldBe(new Dictionary<Id<Person>, bool> { [Cast.MemberOfAlnas.Id] = false, [Cast.GroupLeader.Id] = true }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_moved_by_as_much_and_the_future_is_now()
    {
        var now = FakeTime.Start;
        static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

        new PhoneTime(Ms(now.AddMinutes(-4)), Ms(now.AddSeconds(-3))).Here(now).ShouldBe(now.AddMinutes(-4));
        new PhoneTime(Ms(now.AddYears(-6).AddMinutes(-4)), Ms(now.AddYears(-6))).Here(now).ShouldBe(now.AddMinutes(-4));
        new PhoneTime(Ms(now.AddHours(5)), Ms(now)).Here(now).ShouldBe(now);
        new PhoneTime(0, 0).Here(now).ShouldBe(now);
        new PhoneTime(long.MaxValue, long.MinValue).Here(now).ShouldBe(now);
        new PhoneTime(1, Ms(now)).Here(now).ShouldBe(now.AddDays(-2));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Those_who_come_along_are_counted_and_can_be_fewer()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 2));
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);

        await phone.Tick(Cast.MemberOfAlnas);
        (await app.Count(gathering)).Here.ShouldBe(3);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await phone.Tick(Cast.MemberOfAlnas, people: 2);

        var count = await app.Count(gathering);
        (count.Here, count.SignedUpHere, count.SignedUp, count.Missing).ShouldBe((2, 2, 3, 0));
    }

    [Fact]
    public async Task A_closed_list_takes_what_was_ticked_in_time_and_nothing_later_but_from_those_who_arrange()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0), (Cast.GroupLeader, 0));
        await app.Write(async db => (await db.Gatherings.SingleAsync()).IsAskedAbout(Cast.MemberOfStora.Id));
        var (host, chair) = (await DoorPhone.Of(app, Cast.MemberOfStora, gathering), await DoorPhone.Of(app, Cast.AssociationChair, gathering));
        app.Clock.Advance(TimeSpan.FromHours(3));
        var now = app.Clock.GetUtcNow();

        (await host.Tick(Cast.MemberOfAlnas, at: now)).ShouldBe("Closed");
        host.Answer.GetProperty("said").GetString()!.ShouldStartWith("Listan var stängd då.");
        (await host.Tick(Cast.MemberOfAlnas, at: now.AddHours(-2))).ShouldBe("Kept");
        (await chair.Tick(Cast.GroupLeader, at: now)).ShouldBe("Kept");

        (await app.Count(gathering)).Here.ShouldBe(2);
    }

    [Fact]
    public async Task Who_walks_by_and_says_yes_is_followed_up_and_the_words_are_kept()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app);
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);

        (await phone.Walk("Elin Sjö", "070-174 99 88", consent: true)).ShouldBe("Kept");

        phone.Answer.GetProperty("said").GetString().ShouldBe("Tillagd. Någon hör av sig.");
        var elin = await app.Read(db => db.People.AsNoTracking().SingleAsync(p => p.Name == "Elin Sjö"));
        elin.UnitId.ShouldBe(Cast.Alnas.Id);
        (await app.Read(db => db.Relations.SingleAsync(r => r.PersonId == elin.Id))).Kind.ShouldBe(RelationKind.Contact);
        var welcome = await app.Read(db => db.WelcomeCases.SingleAsync(c => c.PersonId == elin.Id));
        (welcome.Cause, welcome.ContactId).ShouldBe((WelcomeCause.RaisedHand, Cast.AssociationChair.Id));
        var consent = await app.Read(db => db.Consents.SingleAsync(c => c.PersonId == elin.Id));
        (consent.Said, consent.Occasion).ShouldBe(("Ja, ni får spara min kontakt och höra av er.", "Fika i Alnäs"));
        (await app.Rows()).Single().PersonId.ShouldBe(elin.Id);
    }

    [Fact]
    public async Task Without_a_yes_no_contact_is_kept()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app);
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);
        var people = await app.Read(db => db.People.CountAsync());

        (await phone.Walk("Elin", "070-174 99 88")).ShouldBe("Kept");
        phone.Answer.GetProperty("said").GetString()!.ShouldStartWith("Tillagd. Kontakten sparades inte");
        (await phone.Walk("Olle", "inget nummer", consent: true)).ShouldBe("Kept");

        (await app.Read(db => db.People.CountAsync())).ShouldBe(people);
        (await app.Read(db => db.Consents.CountAsync())).ShouldBe(0);
        (await app.Count(gathering)).WalkedBy.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_is_known_by_that_address_is_not_written_twice_and_is_the_same_who_signed_up()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0));
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);
        await phone.Tick(Cast.MemberOfAlnas);
        var people = await app.Read(db => db.People.CountAsync());

        (await phone.Walk("Lena", "LENA@alnas.example", consent: true)).ShouldBe("Kept");
        (await phone.Walk("Maja", "maja@stora.example", consent: true)).ShouldBe("Kept"); // known, but nothing yet

        (await app.Read(db => db.People.CountAsync())).ShouldBe(people);
        (await app.Read(db => db.WelcomeCases.Select(c => c.PersonId).ToListAsync())).ShouldBe([Cast.Stranger.Id]);
        (await app.Rows()).Count.ShouldBe(2);
        (await app.Count(gathering)).SignedUpHere.ShouldBe(1);
    }

    [Fact]
    public async Task A_month_afterwards_names_are_forgotten_and_the_number_stays()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app);
        await app.Guest(gathering, "Sara");
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);
        await phone.Walk("Elin");
        await phone.Act(phone.Ticket("Sara"), null, null, ("Told.Here", "true"));
        var gone = Person.Welcome("Någon Annan", null, null, Cast.Alnas.Id);
        await app.Write(db => { db.Add(gone); return Task.CompletedTask; });
        await app.Write(db =>
        {
            var row = Attendance.Of(gathering.Id, gone.Id);
            row.Hear(new DoorAct(Guid.CreateVersion7(), FakeTime.Start, true), FakeTime.Start);
            db.Add(row);
            return Task.CompletedTask;
        });
        await app.Write(async db => db.Remove(await db.People.SingleAsync(p => p.Id == gone.Id)));
        app.Clock.Advance(TimeSpan.FromDays(31));

        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldNeeds.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));

        (await app.Rows()).ShouldAllBe(r => r.Name == null && r.PersonId == null && r.IsHere);
        (await app.Read(db => db.Guests.CountAsync())).ShouldBe(0);
        (await app.Count(gathering)).Here.ShouldBe(3);
    }

    [Fact]
    public async Task Who_of_the_register_was_there_is_known_once_it_was_held()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 1), (Cast.GroupLeader, 0));
        var phone = await DoorPhone.Of(app, Cast.AssociationChair, gathering);
        await phone.Tick(Cast.MemberOfAlnas);
        await phone.Walk(null);

        (await app.Read(db => Attended.Of(db, FakeTime.Today, FakeTime.Today).CountAsync())).ShouldBe(0); // nobody has said that it was held
        await app.Write(async db => (await db.Gatherings.SingleAsync()).Tell(null, 9, app.Clock.GetUtcNow()));

        (await app.Read(db => Attended.Of(db, FakeTime.Today, FakeTime.Today).Select(a => a.Person).ToListAsync())).ShouldBe([Cast.MemberOfAlnas.Id]);
        (await app.Read(db => Attended.Of(db, FakeTime.Today.AddDays(1), FakeTime.Today.AddDays(9)).CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Those_who_came_are_thanked_where_somebody_stood_at_the_door()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0), (Cast.GroupLeader, 0));
        await (await DoorPhone.Of(app, Cast.AssociationChair, gathering)).Tick(Cast.MemberOfAlnas);
        app.Clock.Advance(TimeSpan.FromDays(1));

        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == MessageRound.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));

        (await app.Read(db => db.Letters.Where(l => l.Kind == StepLetter.KindName).Select(l => l.To).ToListAsync())).ShouldBe([Cast.MemberOfAlnas.Id.Value]);
    }
}
