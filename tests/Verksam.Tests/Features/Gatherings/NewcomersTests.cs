using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Those who stand in line are seated together, and each gets what they would have got alone.</summary>
public sealed class NewcomersTests
{
    [Fact]
    public async Task Who_stands_in_line_is_seated_in_the_order_of_the_line_in_one_transaction()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 3);
        var before = await Commits(app);

        var answers = await Together(app, gathering, ("Ebba", 0, "ebba@example.org"), ("Disa", 2, "disa@example.org"), ("Gun", 0, "gun@example.org"), ("Tore", 3, "tore@example.org"));

        answers.ShouldBe([null, null, null, SignUpRefusals.MoreThanThereAre]);
        (await Names(app, SignUpState.Coming)).ShouldBe(["Ebba"]);
        (await Names(app, SignUpState.Waiting)).ShouldBe(["Disa", "Gun"]); // two seats are left, and neither is Gun's before it is Disa's
        (await Commits(app)).ShouldBe(before + 1);
        (await app.Read(db => db.Guests.CountAsync())).ShouldBe(3); // of who was refused nothing is kept
    }

    [Fact]
    public async Task The_same_address_twice_in_the_line_is_one_sign_up_and_one_letter()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 9);

        (await Together(app, gathering, ("Ebba", 0, "Ebba@example.org"), ("Ebba igen", 2, "ebba@example.org"), ("Ebba nu då", 0, "ebba@example.org"))).ShouldBe([null, null, null]);

        (await Names(app, SignUpState.Coming)).ShouldBe(["Ebba"]);
        await app.SendLetters();
        app.Post.HandedOver.Count(l => l.Address == "ebba@example.org").ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_left_comes_back_from_the_line_with_the_seat_that_is_theirs_to_ask_for()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 2);
        await Together(app, gathering, ("Ebba", 0, "ebba@example.org"));
        var ebba = await app.Read(db => db.SignUps.AsNoTracking().SingleAsync());
        await app.Work<Seating>(s => s.Leave(ebba));

        (await Together(app, gathering, ("Disa", 0, "disa@example.org"), ("Ebba", 0, "ebba@example.org"), ("Gun", 0, "gun@example.org"))).ShouldBe([null, null, null]);

        (await Names(app, SignUpState.Coming)).ShouldBe(["Ebba", "Disa"], ignoreOrder: true);
        (await Names(app, SignUpState.Waiting)).ShouldBe(["Gun"]);
    }

    [Fact]
    public async Task What_is_wrong_with_one_is_no_matter_of_the_others()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await WithSeats(app, 9);

        await Should.ThrowAsync<DbUpdateException>(() => Together(app, gathering, ("Ebba", 0, "ebba@example.org"), ("Trasig", 0, "trasig@example.org"), ("Gun", 0, "gun@example.org")));

        (await Names(app, SignUpState.Coming)).ShouldBe(["Ebba", "Gun"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_is_served_for_another_gathering_or_in_another_name()
    {
        var (line, served) = (new Newcomers(), new List<string>());
        var (here, there, web, command) = (Id<Gathering>.New(), Id<Gathering>.New(), new Actor(), new Actor());
        command.Is(null, "command");
        var first = Enter("Ebba", here, web);
        foreach (var (name, gathering, actor) in new[] { ("Disa", there, web), ("Gun", here, command), ("Tore", here, web) })
            Enter(name, gathering, actor);

        await line.Serve(first, all => { served.AddRange(all.Select(n => n.Guest.Name)); return Task.CompletedTask; });

        served.ShouldBe(["Ebba", "Tore"]);

        Newcomer Enter(string name, Id<Gathering> gathering, Actor actor) => line.Enter(new Newcomer(new Guest(gathering, name, $"{name}@example.org", "Ja.", FakeTime.Start), new Wish(), actor));
    }

    private static async Task<Id<Gathering>> WithSeats(AppUnderTest app, int seats)
    {
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == gathering.Id)).HasRoomFor(seats));
        return gathering.Id;
    }

    /// <summary>All have entered the line before the first is served.</summary>
    private static async Task<Refusal?[]> Together(AppUnderTest app, Id<Gathering> gathering, params (string Name, int Companions, string Email)[] people)
    {
        var scopes = people.Select(_ => app.Services.CreateAsyncScope()).ToList();
        try
        {
            List<Task<Refusal?>> all;
            await using (var before = app.Services.CreateAsyncScope())
            using (await before.ServiceProvider.GetRequiredService<AppDb>().Turn(gathering))
            {
                // the form asks what the consent says: without it the database refuses the row
                all = [.. people.Zip(scopes, (p, scope) => scope.ServiceProvider.GetRequiredService<Seating>().SignUp(new Guest(gathering, p.Name, p.Email, p.Name == "Trasig" ? null! : "Ja.", FakeTime.Start), new Wish(p.Companions)))];
            }
            return await Task.WhenAll(all);
        }
        finally
        {
            foreach (var scope in scopes)
                await scope.DisposeAsync();
        }
    }

    /// <summary>Each commit of something that is kept from moves the stamp by one.</summary>
    private static Task<long> Commits(AppUnderTest app) => app.Read(db => app.Services.GetRequiredService<StampReader>().Read(db).AsTask());

    private static async Task<List<string>> Names(AppUnderTest app, SignUpState state) => await app.Read(db =>
        db.SignUps.Where(s => s.State == state).OrderBy(s => s.At).ThenBy(s => s.Id).Join(db.Guests, s => s.GuestId, g => g.Id, (_, g) => g.Name).ToListAsync());
}
