using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning.Reminding;

public sealed class ReminderTests
{
    [Fact]
    public async Task The_owner_gets_one_letter_with_what_needs_a_word_the_late_first()
    {
        await using var app = await Reminded.InJune();

        await Reminded.Run(app);
        await app.SendLetters();

        var letter = app.Post.HandedOver.ShouldHaveSingleItem();
        (letter.Address, letter.Subject).ShouldBe((Cast.GroupLeader.Email, "Veckans påminnelse"));
        letter.Text.ShouldContain($"{Reminded.Church}\nKlart senast 31 maj. Försenad: Sista dagen har passerat, och ingen har sagt att det är klart.\nhttps://verksam.example/lage/");
        letter.Text.IndexOf(Reminded.Church, StringComparison.Ordinal).ShouldBeLessThan(letter.Text.IndexOf(Reminded.Concerts, StringComparison.Ordinal));
        Reminded.Links(app).Count.ShouldBe(2); // and not Åland, which is nobody's
        letter.Text.ShouldNotContain("Åland");
    }

    [Theory]
    [InlineData("Done")]
    [InlineData("Dropped")]
    [InlineData("OnTrack")] // and said so today
    public async Task What_needs_no_word_is_not_asked_for(string how)
    {
        await using var app = await Reminded.InJune();
        await Planned.Change(app, "1.1", c => Tell(c, how));
        await Planned.Change(app, "1.2", c => Tell(c, how));

        await Reminded.Run(app);

        (await Reminded.Rows(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_sees_to_a_units_part_is_asked_of_the_part()
    {
        await using var app = await Reminded.WithParts();

        await Reminded.Run(app);
        await app.SendLetters();

        var letter = app.Post.HandedOver.Single(l => l.Address == Cast.AssociationChair.Email);
        letter.Text.ShouldContain($"Alnäs, vår del av: {Reminded.Concerts}");
        app.Post.HandedOver.Select(l => l.Address).ShouldBe([Cast.AssociationChair.Email, Cast.GroupLeader.Email], ignoreOrder: true); // the whole is asked of its owner
    }

    [Fact]
    public async Task A_part_that_is_done_is_not_asked_for()
    {
        await using var app = await Reminded.WithParts();
        await app.Write(async db =>
        {
            foreach (var part in await db.Parts.ToListAsync())
                part.Tell(Cast.AssociationChair.Id, "Klart", 2, Status.Done, null, Reminded.Monday, out _);
        });

        await Reminded.Run(app);

        (await Reminded.Rows(app)).ShouldNotContain(r => r.To == Cast.AssociationChair.Id.Value);
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public async Task Old_news_are_no_news(int days, int letters)
    {
        await using var app = await Reminded.InJune();
        await Planned.Change(app, "1.1", c => c.Report(Cast.GroupLeader.Id, "Kören övar", null, Status.OnTrack, null, Reminded.Monday.AddDays(-days), out _));
        await Planned.Change(app, "1.2", c => Tell(c, "Done"));

        await Reminded.Run(app);

        (await Reminded.Rows(app)).Count.ShouldBe(letters);
    }

    [Fact]
    public async Task Soon_after_the_meeting_nobody_is_asked()
    {
        await using var app = await Reminded.InJune();
        app.Clock.Set(new DateTimeOffset(2026, 3, 16, 6, 1, 0, TimeSpan.Zero));

        (await Reminded.Run(app)).ShouldBeGreaterThan(0);

        (await Reminded.Rows(app)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("paused", true)]
    [InlineData("no-account", true)]
    [InlineData("no-assignment", true)]
    [InlineData(null, false)]
    public async Task The_deputy_is_asked_when_the_owner_cannot_be_reached(string? why, bool deputyToo)
    {
        await using var app = await Reminded.InJune(owner: Cast.GroupLeader, deputy: Cast.MemberOfAlnas);
        await app.Write(async db =>
        {
            if (why == "no-account")
                db.Remove(await db.Users.SingleAsync(a => a.PersonId == Cast.GroupLeader.Id));
            if (why == "paused")
                (await db.Users.SingleAsync(a => a.PersonId == Cast.GroupLeader.Id)).RemindersPaused = true;
            if (why == "no-assignment")
                await Cast.GroupLeader.Leaves(db, new DateOnly(2026, 5, 1));
        });

        await Reminded.Run(app);

        (await Reminded.Rows(app)).Where(r => r.State == LetterState.Skipped).Select(r => (r.To, r.Reason)).ShouldBe(why is null ? [] : [(Cast.GroupLeader.Id.Value, why)]);
        (await Reminded.Rows(app)).Where(r => r.State == LetterState.Due).Select(r => r.To).ShouldBe([deputyToo ? Cast.MemberOfAlnas.Id.Value : Cast.GroupLeader.Id.Value]);
    }

    [Fact]
    public async Task The_deputy_is_asked_while_there_is_no_owner_and_only_then()
    {
        await using var app = await Reminded.InJune(deputy: Cast.MemberOfAlnas);
        await Planned.Change(app, "1.2", c => c.HandTo(Cast.GroupLeader.Id, Cast.MemberOfAlnas.Id, null, FakeTime.Start));

        await Reminded.Run(app);
        await app.SendLetters();

        app.Post.HandedOver.Select(l => (l.Address, Church: l.Text.Contains(Reminded.Church, StringComparison.Ordinal))).Order()
            .ShouldBe([(Cast.MemberOfAlnas.Email, false), (Cast.GroupLeader.Email, true)]);
    }

    [Theory]
    [InlineData("no-account")]
    [InlineData("no-address")]
    [InlineData("paused")]
    [InlineData("no-assignment")]
    public async Task Whoever_cannot_be_reminded_is_a_row_that_says_why(string reason)
    {
        await using var app = await Reminded.InJune();
        await app.Write(async db =>
        {
            var account = await db.Users.SingleAsync(a => a.PersonId == Cast.GroupLeader.Id);
            var person = await db.People.SingleAsync(p => p.Id == Cast.GroupLeader.Id);
            if (reason == "paused")
                account.RemindersPaused = true;
            if (reason is "no-account" or "no-address")
                db.Remove(account);
            if (reason == "no-address")
                person.Describe(person.Name, null, null).ShouldBeNull();
            if (reason == "no-assignment")
                await Cast.GroupLeader.Leaves(db, new DateOnly(2026, 6, 7));
        });

        await Reminded.Run(app);

        (await Reminded.Rows(app)).ShouldBe([(Cast.GroupLeader.Id.Value, LetterState.Skipped, reason)]);
        (await app.Read(db => db.ReminderLinks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_gets_two_in_a_week_however_often_and_wherever_it_runs()
    {
        await using var app = await Reminded.InJune(Cast.GroupLeader);
        await Planned.Change(app, "1.1", c => c.HandTo(Cast.MemberOfAlnas.Id, null, null, FakeTime.Start));
        await using var other = await app.AnotherNode();
        other.Clock.Set(Reminded.Monday);
        var due = Reminded.Monday.AddMinutes(-1);
        Task Again(AppUnderTest node) => node.Work<Verksam.Features.Planning.Reminding.Reminders>(r => r.Run(due, CancellationToken.None));

        await Task.WhenAll(Task.Run(() => Again(app)), Task.Run(() => Again(other)));
        await Again(app);
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.Work<Verksam.Features.Planning.Reminding.Reminders>(r => r.Run(app.Clock.GetUtcNow(), CancellationToken.None));

        (await Reminded.Rows(app)).Select(r => r.To).ShouldBe([Cast.GroupLeader.Id.Value, Cast.MemberOfAlnas.Id.Value], ignoreOrder: true);
        (await app.Read(db => db.ReminderLinks.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task The_next_week_there_is_another()
    {
        await using var app = await Reminded.InJune();
        await Reminded.Run(app);
        app.Clock.Advance(TimeSpan.FromDays(7));

        await Reminded.Run(app);

        (await Reminded.Rows(app)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_setting_moves_it_to_another_day_and_hour()
    {
        await using var app = await Reminded.InJune();
        await app.Write(db => Task.FromResult(db.Add(new Setting("schedule-weekly-reminders", "Wednesday 18:30"))));
        app.Clock.Set(new DateTimeOffset(2026, 6, 10, 16, 31, 0, TimeSpan.Zero));

        await Reminded.Run(app);

        var due = await app.Read(db => db.Jobs.Where(j => j.Name == "weekly-reminders").Select(j => j.DueAt).ToListAsync());
        due.ShouldBe([new DateTimeOffset(2026, 6, 10, 16, 30, 0, TimeSpan.Zero)]);
    }

    [Fact]
    public async Task What_was_told_before_the_letter_went_is_not_asked_for()
    {
        await using var app = await Reminded.InJune();
        await Reminded.Run(app);
        await Planned.Change(app, "1.1", c => Tell(c, "OnTrack"));
        await Planned.Change(app, "1.2", c => Tell(c, "Done"));

        await app.SendLetters();

        app.Post.HandedOver.ShouldBeEmpty();
        (await Reminded.Rows(app)).ShouldBe([(Cast.GroupLeader.Id.Value, LetterState.Skipped, "nothing-left")]);
    }

    [Fact]
    public async Task One_pauses_reminders_on_ones_own_page_and_turns_them_on_again()
    {
        await using var app = await AppUnderTest.Start();
        var yusuf = await app.As(Cast.GroupLeader);
        Task<bool> Paused() => app.Read(db => db.Users.Where(a => a.Id == Cast.GroupLeader.Account).Select(a => a.RemindersPaused).SingleAsync());

        var page = await (await yusuf.Open("/konto")).Submit("Pausa påminnelserna");
        (await Paused()).ShouldBeTrue();
        await page.Submit("Slå på påminnelserna");

        (await Paused()).ShouldBeFalse();
    }

    [Fact]
    public async Task No_secret_of_a_link_is_kept()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;
        var token = link.Split('/')[^1];

        var kept = await app.Read(db => db.ReminderLinks.Select(l => l.TokenHash).ToListAsync());

        kept.Count.ShouldBe(2);
        kept.ShouldAllBe(hash => hash.Length == 64 && hash != token);
        (await app.Read(db => db.Letters.SingleAsync())).Secret.ShouldBeNull();
    }

    private static void Tell(Verksam.Features.Planning.Commitment commitment, string how)
    {
        if (how == "Dropped")
            commitment.DropFromPlan(new Decision("Ingen tid", "Styrelsen", new DateOnly(2026, 6, 1)), Cast.Ombudsman.Id, FakeTime.Start, out _);
        else
            commitment.Report(Cast.GroupLeader.Id, "Så är det", null, Enum.Parse<Status>(how), null, Reminded.Monday, out _).ShouldBeNull();
    }
}
