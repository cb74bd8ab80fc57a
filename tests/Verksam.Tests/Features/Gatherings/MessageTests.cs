using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Messages;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>Whoever comes gets each letter once, in time, and none that is no longer true.</summary>
public sealed class MessageTests
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero); // eight o'clock here, in winter

    [Fact]
    public async Task The_day_before_one_is_reminded_once_and_confirms_without_signing_in()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Coming(app, days: 7);

        foreach (var days in new[] { 5, 6, 6 })
            await Morning(app, days);
        await app.SendLetters();

        var letter = app.Post.HandedOver.Single(l => l.Subject == "I morgon: Samtal om skolan");
        letter.Address.ShouldBe(Cast.MemberOfAlnas.Email);
        letter.Text.ShouldContain("https://moten.example/skolan");
        letter.Text.ShouldContain("Du tar med kaffe.");
        app.Clock.Advance(TimeSpan.FromDays(6));
        var page = await (await app.Anybody().Open(Link(letter.Text))).Submit("Ja, jag kommer");
        page.Text.ShouldContain("Tack för att du sa till.");
        page.Buttons.ShouldNotContain("Ja, jag kommer");
        (await (await app.As(Cast.AssociationChair)).Open(gathering.Url() + "/anmalda")).Text.ShouldContain("Har bekräftat");
    }

    [Fact]
    public async Task Who_has_changed_their_mind_gets_none_and_the_row_says_why()
    {
        await using var app = await AppUnderTest.Start();
        await Coming(app, days: 7);
        await Morning(app, 6);

        await app.Work<Seating>(async s => await s.Leave((await app.Read(db => db.Gatherings.SingleAsync())).Id, Cast.MemberOfAlnas.Id));
        await app.SendLetters();

        app.Post.HandedOver.ShouldNotContain(l => l.Subject.StartsWith("I morgon", StringComparison.Ordinal));
        var row = await app.Read(db => db.Letters.SingleAsync(l => l.Kind == StepLetter.KindName));
        (row.State, row.Reason).ShouldBe((LetterState.Skipped, "nothing-left"));
    }

    [Fact]
    public async Task What_is_moved_after_the_letter_was_written_is_reminded_of_anew()
    {
        await using var app = await AppUnderTest.Start();
        await Coming(app, days: 7);
        await Morning(app, 6);

        await app.Write(async db =>
        {
            var g = await db.Gatherings.SingleAsync();
            g.Take(new Hours(g.Starts.AddDays(2), g.Ends.AddDays(2)), new Whereabouts(null, "Biblioteket", null), FakeTime.Start);
        });
        await app.SendLetters();
        app.Post.HandedOver.ShouldNotContain(l => l.Subject.StartsWith("I morgon", StringComparison.Ordinal));
        await Morning(app, 8);
        await app.SendLetters();

        app.Post.HandedOver.Count(l => l.Subject == "I morgon: Samtal om skolan").ShouldBe(1);
    }

    [Fact]
    public async Task Who_stands_on_a_shift_is_reminded_the_day_before_once_and_who_gave_it_back_is_not()
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Shifts.Stands.At(app, Cast.Alnas, need: 3, days: 7);
        var shift = (await app.Shifts(stand))[0];
        await app.Ask(r => r.Take(shift, Cast.MemberOfAlnas.Id, false, false));
        await app.Ask(r => r.Take(shift, Cast.GroupLeader.Id, false, false));

        foreach (var days in new[] { 5, 6, 6, 7 })
            await Morning(app, days);
        await app.Ask(r => r.GiveBack(shift, Cast.GroupLeader.Id));
        await app.SendLetters();

        var letter = app.Post.HandedOver.Single(l => l.Subject == "Bokbord på torget: ditt pass i morgon");
        letter.Address.ShouldBe(Cast.MemberOfAlnas.Email);
        letter.Text.ShouldContain($"/mitt-pass/{shift}");
    }

    [Fact]
    public async Task Afterwards_one_is_thanked_and_asked_and_those_who_arrange_see_it_without_names()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Coming(app, days: 7);
        var next = await Arranged.In(app, Cast.Alnas, Audience.Everybody, days: 20);
        app.Clock.Advance(TimeSpan.FromDays(8));
        await Morning(app, 8);
        await Morning(app, 8);
        await app.SendLetters();
        var letter = app.Post.HandedOver.Single(l => l.Subject == "Tack för att du kom: Samtal om skolan");
        letter.Text.ShouldContain($"/kalender/{next.Id}");

        var ask = await app.Anybody().Open(Link(letter.Text));
        ask.Answer.Headers.SetCookies().ShouldBeEmpty();
        (await ask.Submit("Skicka", f => f["Input.Score"] = "9")).Errors.Count.ShouldBe(1);
        (await ask.Submit("Skicka", f => (f["Input.Score"], f["Input.Otherwise"], f["Input.Again"]) = ("4", "Mer kaffe", "Yes"))).Heading.ShouldBe("Tack!");
        await ask.Submit("Skicka", f => f["Input.Score"] = "1"); // pressed again in another window

        var page = await (await app.As(Cast.AssociationChair)).Open(gathering.Url());
        page.Text.ShouldContain("ett svar Betyg 4,0 av 5. En kommer igen.");
        page.Text.ShouldContain("Mer kaffe");
        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Text.ShouldNotContain("Mer kaffe");
    }

    [Fact]
    public async Task Nobody_is_asked_before_it_has_been()
    {
        await using var app = await AppUnderTest.Start();
        await Coming(app, days: 7);
        await app.SendLetters();
        var link = Link(app.Post.HandedOver.Single(l => l.Address == Cast.MemberOfAlnas.Email).Text) + "/tyck";

        (await app.Anybody().Open(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await app.Anybody().Post(link, new FormUrlEncodedContent([KeyValuePair.Create("Input.Score", "5")]))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await app.Anybody().Open("/anmalan/ingen/tyck")).Status.ShouldBe(HttpStatusCode.Gone);

        (await app.Read(db => db.Opinions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_organisation_has_its_own_words_for_each_kind_and_what_is_put_out_is_not_sent()
    {
        await using var app = await AppUnderTest.Start();
        await Coming(app, days: 7);
        var siv = await app.As(Cast.Administrator);
        await (await siv.Open("/installningar/besked?slag=discussion")).Submit("Spara", f => f["Lines[1].Words"] = "Fikat börjar en halvtimme före.");
        var page = await (await siv.Open("/installningar/besked")).Submit("Spara", f => f["Lines[2].Sent"] = "true");
        page.Text.ShouldContain("Beskeden är sparade.");
        (await app.Read(db => db.MessageWords.CountAsync())).ShouldBe(2); // what is as usual has no row
        await (await siv.Open("/installningar/besked?slag=discussion")).Submit("Spara", f => f.Leave("Lines[3].Sent"));

        foreach (var days in new[] { 6, 7, 8 })
            await Morning(app, days);

        var steps = await app.Read(db => db.Letters.Where(l => l.Kind == StepLetter.KindName).Select(l => l.Key!).ToListAsync());
        steps.Select(s => s.Split(' ')[0]).Order(StringComparer.Ordinal).ShouldBe(["DayBefore", "SameDay"]);
        await app.SendLetters();
        app.Post.HandedOver.Single(l => l.Subject == "I morgon: Samtal om skolan").Text.ShouldContain("Fikat börjar en halvtimme före.");
        var today = app.Post.HandedOver.Single(l => l.Subject == "I dag: Samtal om skolan");
        today.Text.ShouldContain("I dag ses vi.");
        today.Text.ShouldContain("Biblioteket");
    }

    [Fact]
    public async Task Who_turns_the_confirmation_out_leaves_the_link_to_those_without_an_account()
    {
        await using var app = await AppUnderTest.Start();
        await (await (await app.As(Cast.Administrator)).Open("/installningar/besked")).Submit("Spara", f => f.Leave("Lines[0].Sent"));
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);

        await app.Work<Seating>(async s =>
        {
            (await s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish())).ShouldBeNull();
            (await s.SignUp(new Guest(gathering.Id, "Disa Hed", "disa@example.org", "Ja", FakeTime.Start), new Wish())).ShouldBeNull();
        });
        await app.SendLetters();

        app.Post.HandedOver.Select(l => l.Address).ShouldBe(["disa@example.org"]);
    }

    private static async Task<Gathering> Coming(AppUnderTest app, int days)
    {
        var gathering = await Arranged.In(app, Cast.Alnas, days: days);
        await app.Work<Seating>(s => s.SignUp(gathering.Id, Cast.MemberOfAlnas.Id, new Wish()));
        await app.Write(db =>
        {
            var item = new BringItem(gathering.Id, 0);
            item.Write("kaffe", null);
            item.IsBroughtBy(Cast.MemberOfAlnas.Id);
            return Task.FromResult(db.Add(item));
        });
        return gathering;
    }

    private static Task Morning(AppUnderTest app, int days) => app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == MessageRound.JobName).Run(Eight.AddDays(days), CancellationToken.None));

    private static string Link(string text) => text[text.IndexOf("/anmalan/", StringComparison.Ordinal)..].Split('\n')[0];
}
