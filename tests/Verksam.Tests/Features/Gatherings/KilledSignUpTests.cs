using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>
/// The program is killed (SIGKILL) while many sign up at once, in each life after some more have had their answer. A seat and its confirmation are
/// there together or not at all, whoever was thanked has one, and no seat is given twice.
/// </summary>
public sealed class KilledSignUpTests
{
    private const int Kills = 4, Seats = 10, InALife = 12;

    [Fact]
    public async Task Between_the_seat_and_the_confirmation_nothing_is_lost()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        var gathering = await Lay(database);
        var thanked = new List<string>();

        for (var life = 1; life <= Kills; life++)
        {
            using var program = await RunningProgram.Start(database);
            await SignUpUntil(program, gathering, life, thanked);
            program.Kill();
        }
        using (var last = await RunningProgram.Start(database))
            await SignUpUntil(last, gathering, Kills + 1, thanked, all: true);

        await Look(database, gathering, thanked);
    }

    // all ask at once; as many as the number of the life have their answer before the end
    private static async Task SignUpUntil(RunningProgram program, Id<Gathering> gathering, int life, List<string> thanked, bool all = false)
    {
        var asked = Enumerable.Range(0, InALife).Select(n => Ask(program, gathering, $"{life}.{n}@example.org")).ToList();
        for (var answered = 0; answered < (all ? InALife : life); answered++)
        {
            var first = await Task.WhenAny(asked);
            asked.Remove(first);
            thanked.Add(await first);
        }
    }

    private static async Task<string> Ask(RunningProgram program, Id<Gathering> gathering, string address)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Name"] = "Någon", ["Input.Email"] = address, ["Input.Agrees"] = "true" });
        using var answer = await program.Http.PostAsync(new Uri($"/kalender/{gathering}", UriKind.Relative), form, TestContext.Current.CancellationToken);
        answer.Headers.Location?.ToString().ShouldBe($"/kalender/{gathering}/tack");
        return address;
    }

    private static async Task<Id<Gathering>> Lay(TestDatabase database)
    {
        Gathering gathering;
        await using (var app = await AppUnderTest.In(database))
        {
            gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 3_000); // by the machine's clock
            await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).HasRoomFor(Seats));
        }
        await database.Close();
        return gathering.Id;
    }

    private static async Task Look(TestDatabase database, Id<Gathering> gathering, List<string> thanked)
    {
        await using var app = await AppUnderTest.In(database);
        var signedUp = await app.Read(db => db.SignUps.Where(s => s.GatheringId == gathering).Join(db.Guests, s => s.GuestId, g => g.Id, (s, guest) => new { s.Id, s.State, guest.Email }).ToListAsync());
        var letters = await app.Read(db => db.Letters.Where(l => l.Kind == SignedUpLetter.KindName).Select(l => l.Key!).ToListAsync());

        thanked.Except(signedUp.Select(s => s.Email)).ShouldBeEmpty();
        signedUp.Select(s => s.Email).ShouldBeUnique();
        signedUp.Count(s => s.State == SignUpState.Coming).ShouldBe(Seats);
        signedUp.Count(s => s.State == SignUpState.Waiting).ShouldBe(signedUp.Count - Seats);
        signedUp.ShouldAllBe(s => letters.Count(key => key.StartsWith(SignedUpLetter.StartOfKey(s.Id), StringComparison.Ordinal)) == 1);
        letters.Count.ShouldBe(signedUp.Count);
    }
}
