using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Welcome;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Welcome;

/// <summary>Ronja joined on Tuesday 10 March; Lena has until the 17th.</summary>
public sealed class WelcomeRoundTests
{
    private static readonly DateOnly Joined = Newcomers.Today;

    [Fact]
    public async Task The_contact_person_gets_a_letter_at_first_before_the_last_day_and_on_it_and_no_name_is_in_it()
    {
        await using var app = await Given();

        for (var day = 0; day <= 7; day++)
            await Newcomers.Morning(app, Joined.AddDays(day));

        var letters = app.Post.HandedOver.Where(l => l.Address == Cast.MemberOfAlnas.Email).ToList();
        letters.Count.ShouldBe(3);
        letters[0].Text.ShouldContain("En ny väntar på att du hör av dig. Den första bör få ett samtal senast 17 mars.");
        letters[2].Text.ShouldContain("Den första bör få ett samtal i dag.");
        letters.ShouldAllBe(l => l.Text.Contains("https://verksam.example/nya-medlemmar") && !l.Text.Contains("Ronja"));
        app.Post.HandedOver.Count.ShouldBe(3);
    }

    [Fact]
    public async Task When_it_is_late_the_board_is_told_and_a_week_later_the_district()
    {
        await using var app = await Given();
        await Newcomers.Morning(app, Joined.AddDays(7));
        app.Post.HandedOver.ShouldNotContain(l => l.Address == Cast.AssociationChair.Email);

        await Newcomers.Morning(app, Joined.AddDays(8));
        app.Post.HandedOver.Single(l => l.Address == Cast.AssociationChair.Email).Text.ShouldContain("I Alnäs har en ny inte blivit kontaktade i tid. Den som väntat längst har väntat 8 dagar.");
        app.Post.HandedOver.ShouldNotContain(l => l.Address == Cast.DistrictChair.Email);

        await Newcomers.Morning(app, Joined.AddDays(15));
        app.Post.HandedOver.Select(l => l.Address).ShouldContain(Cast.DistrictChair.Email);
        app.Post.HandedOver.Select(l => l.Address).ShouldContain(Cast.Ombudsman.Email);

        await Newcomers.Morning(app, Joined.AddDays(16));
        app.Post.HandedOver.Count(l => l.Address == Cast.AssociationChair.Email).ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_without_a_board_is_told_of_above_at_once()
    {
        await using var app = await AppUnderTest.Start();
        await Newcomers.Join(app, Cast.Stora);
        await Newcomers.Settle(app);

        await Newcomers.Morning(app, Joined.AddDays(8));

        app.Post.HandedOver.Where(l => l.Subject == "Nya väntar i Storå").Select(l => l.Address).ShouldBe([Cast.Ombudsman.Email, Cast.DistrictChair.Email], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_has_been_contacted_is_told_of_to_nobody()
    {
        await using var app = await Given();
        await app.Write(async db =>
        {
            var one = await db.WelcomeCases.SingleAsync();
            one.Tell(CallOutcome.Reached, Cast.MemberOfAlnas.Id, null, FakeTime.Start, out var made);
            db.Add(made!);
        });

        await Newcomers.Morning(app, Joined.AddDays(20));

        app.Post.HandedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_twice_and_on_two_nodes_each_letter_goes_once()
    {
        await using var app = await Given();
        await using var other = await app.AnotherNode();
        foreach (var house in new[] { app, other })
            house.Clock.Set(new DateTimeOffset(Joined.AddDays(8), new TimeOnly(7, 20), TimeSpan.FromHours(1)));

        await Task.WhenAll(Round(app), Round(other));
        await Round(app);
        await app.SendLetters();

        app.Post.HandedOver.Select(l => l.Address).ShouldBe([Cast.MemberOfAlnas.Email, Cast.AssociationChair.Email], ignoreOrder: true);

        static Task Round(AppUnderTest app) => app.Work<WelcomeRound>(r => r.Run(app.Clock.GetUtcNow(), CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_wants_no_reminders_gets_none_and_the_row_says_why()
    {
        await using var app = await Given();
        await app.Write(async db => (await db.Users.SingleAsync(a => a.PersonId == Cast.MemberOfAlnas.Id)).RemindersPaused = true);

        await Newcomers.Morning(app, Joined);

        app.Post.HandedOver.ShouldBeEmpty();
        (await app.Read(db => db.Letters.Select(l => new { l.State, l.Reason }).SingleAsync())).ShouldBe(new { State = LetterState.Skipped, Reason = (string?)"paused" });
    }

    [Fact]
    public async Task The_letters_link_opens_a_page_and_does_nothing()
    {
        await using var app = await Given();
        await Newcomers.Morning(app, Joined);
        var before = await app.Read(db => db.WelcomeTries.CountAsync());

        (await (await app.As(Cast.MemberOfAlnas)).Open("/nya-medlemmar")).Text.ShouldContain("Ronja Kallvik");

        (await app.Read(db => db.WelcomeTries.CountAsync())).ShouldBe(before);
        (await app.Read(db => db.WelcomeCases.CountAsync(c => c.EndedOn == null))).ShouldBe(1);
    }

    private static async Task<AppUnderTest> Given()
    {
        var app = await AppUnderTest.Start();
        await Newcomers.Choose(app, Cast.MemberOfAlnas);
        await Newcomers.Join(app);
        await Newcomers.Settle(app);
        return app;
    }
}
