using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel.Outbox;
using Verksam.Tests.Features.Gatherings.Calendars;
using Verksam.Tests.Formats.Calendar;
using Verksam.Tests.House;
using Xunit;
using static Verksam.Tests.Features.Gatherings.Rearrangings;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What those concerned are told: the link to take part only where they come or arrange, and what puts their calendars right.</summary>
public sealed class RearrangedLetterTests
{
    private const string Link = "https://moten.example/vinter";

    [Theory]
    [InlineData("Digital", "Blir digital")]
    [InlineData("Hybrid", "Går också att följa digitalt")]
    public async Task Only_those_who_come_or_arrange_are_given_the_link(string kind, string said)
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await Concern(app, gathering);

        await Tell(app, gathering, kind, f => f["Input.Link"] = Link);

        Letters(app).Keys.ShouldBe([Cast.Ombudsman.Email, Cast.MemberOfAlnas.Email, Cast.MemberOfStora.Email, Cast.Stranger.Email, Cast.FormerChair.Email, Cast.Auditor.Email], ignoreOrder: true);
        foreach (var (who, after) in new (Someone, string)[]
        {
            (Cast.Ombudsman, Link), (Cast.MemberOfAlnas, Link), // arranges, comes
            (Cast.MemberOfStora, "länken står på sidan när du har anmält dig."), (Cast.Stranger, "länken står på sidan när du har anmält dig."), (Cast.FormerChair, "länken står på sidan när du har anmält dig."), // asked, stands there, brings
            (Cast.Auditor, "länken står på sidan när du har fått en plats."), // waits
        })
        {
            var letter = Letters(app)[who.Email];
            letter.Text.ShouldContain($"{said}: {after}\n", customMessage: who.Name);
            (letter.Text + Calendar(letter)).Contains("moten.example", StringComparison.Ordinal).ShouldBe(after == Link, who.Name);
        }
    }

    [Fact]
    public async Task Whoever_is_asked_about_it_but_may_not_arrange_and_does_not_come_is_not_given_the_link()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).IsAskedAbout(Cast.MemberOfAlnas.Id));

        await Tell(app, gathering, "Digital", f => f["Input.Link"] = Link);

        Letters(app).Keys.ShouldBe([Cast.MemberOfAlnas.Email]);
        Letters(app)[Cast.MemberOfAlnas.Email].Text.ShouldNotContain("moten.example");
    }

    [Fact]
    public async Task A_link_that_has_died_is_replaced_where_people_meet_online_only()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await app.Write(async db =>
        {
            var online = await db.Gatherings.SingleAsync();
            online.Take(new Hours(online.Starts, online.Ends), new Whereabouts(null, null, online.Link), FakeTime.Start);
        });
        await Concern(app, gathering);

        await Tell(app, gathering, "Digital", f => f["Input.Link"] = Link);

        var letter = Letters(app)[Cast.MemberOfAlnas.Email];
        (letter.Text + Calendar(letter)).ShouldNotContain("moten.example/skolan");
        letter.Text.ShouldContain(Link);
        Calendar(letter).ShouldContain(Link);
        Letters(app)[Cast.Auditor.Email].Text.ShouldNotContain("moten.example");
        (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Html.QuerySelector($"a[href='{Link}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_stands_in_a_calendar_is_put_right_by_the_file()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await Concern(app, gathering);

        await Tell(app, gathering, "Move", f => f["Input.Day"] = "2026-03-20");
        var (comes, waits) = (Letters(app)[Cast.MemberOfAlnas.Email], Letters(app)[Cast.Auditor.Email]);
        await Tell(app, gathering, "Cancel");

        comes.Text.ShouldContain("Filen som följer med rättar det som står i din kalender.");
        comes.Attachments.Select(a => (a.FileName, a.ContentType)).ShouldBe([("samtal-om-skolan.ics", "text/calendar; charset=utf-8; method=PUBLISH")]);
        (Calendar(comes).Contains("METHOD:PUBLISH\r\n", StringComparison.Ordinal), Calendar(comes).Contains("ATTENDEE", StringComparison.Ordinal)).ShouldBe((true, false));
        var (moved, waiting, called) = (await One(comes), await One(waits), await One(Letters(app)[Cast.MemberOfAlnas.Email]));
        (moved.Uid, moved.Sequence, moved.Status, moved.Start.Day).ShouldBe(($"{gathering.Id}@verksam", 1, "CONFIRMED", 20));
        (waiting.Uid, waiting.Sequence, waiting.Status).ShouldBe((moved.Uid, 1, "TENTATIVE"));
        (called.Uid, called.Sequence, called.Status).ShouldBe((moved.Uid, 2, "CANCELLED"));
        moved.Url.ShouldBe($"https://verksam.example/aktiviteter/{gathering.Id}");
        foreach (var letter in app.Post.HandedOver)
            (await CalendarPeer.Judge(Encoding.UTF8.GetString(letter.Attachments.Single().Content.Span))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_are_in_one_file_as_they_are_when_the_letter_leaves()
    {
        await using var app = await AppUnderTest.Start();
        Gathering[] both = [await Arranged.In(app, Cast.Alnas), await Arranged.In(app, Cast.Alnas, days: 8)];
        var shown = await Fill(await (await app.As(Cast.AssociationChair)).Open("/aktiviteter/planera-om?gor=Move"), how: f => f["Input.Days"] = "1");
        await shown.Submit("Planera om och berätta", f => f.Tick("Input.Chosen", shown.Html.QuerySelector("[name='Input.Chosen']")!.GetAttribute("value")!));
        await Work(app);
        await app.Write(async db => (await db.Gatherings.SingleAsync(g => g.Id == both[1].Id)).Describe("Nytt namn", "discussion", null, null));

        app.Clock.Advance(Rearrangement.Pause);
        await app.SendLetters();

        var letter = app.Post.HandedOver.Single();
        letter.Attachments.Single().FileName.ShouldBe("aktiviteter.ics");
        (await Feeds.Read(Calendar(letter))).Select(e => (e.Uid, e.Summary)).ShouldBe([($"{both[0].Id}@verksam", "Samtal om skolan"), ($"{both[1].Id}@verksam", "Nytt namn")]);
    }

    [Fact]
    public async Task Whoever_says_that_they_come_gets_it_with_the_link_and_nobody_else()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas, Audience.Everybody);
        await app.Write(async db => (await db.Gatherings.SingleAsync()).HasRoomFor(2));
        await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Submit("Jag kommer");
        await SignUp(app, gathering, "Anmäl mig", "disa@example.org");
        await SignUp(app, gathering, "Ställ mig på väntelistan", "ebbe@example.org");

        await app.SendLetters();

        var (lena, disa) = (Letters(app)[Cast.MemberOfAlnas.Email], Letters(app)["disa@example.org"]);
        foreach (var (letter, page) in new[] { (lena, "aktiviteter"), (disa, "kalender") })
        {
            letter.Text.ShouldContain("Filen som följer med lägger in det i din kalender.");
            var read = await One(letter);
            (read.Uid, read.Sequence, read.Status, read.Url).ShouldBe(($"{gathering.Id}@verksam", 0, "CONFIRMED", $"https://verksam.example/{page}/{gathering.Id}"));
            Calendar(letter).ShouldContain("https://moten.example/skolan");
            Calendar(letter).ShouldNotContain("/anmalan/");
            (await CalendarPeer.Judge(Encoding.UTF8.GetString(letter.Attachments.Single().Content.Span))).ShouldBeEmpty();
        }
        Letters(app)["ebbe@example.org"].Attachments.ShouldBeEmpty();
        await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Submit("Jag kan inte komma");
        await app.SendLetters();
        app.Post.HandedOver.Last(l => l.Address == Cast.MemberOfAlnas.Email).Attachments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_program_finds_the_calendar_in_the_letter()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Arranged.In(app, Cast.Alnas);
        await (await (await app.As(Cast.MemberOfAlnas)).Open(gathering.Url())).Submit("Jag kommer");
        await app.SendLetters();
        var (letter, composed) = (await app.Read(db => db.Letters.SingleAsync()), app.Post.HandedOver.Single());

        var (_, _, content) = await app.Services.GetRequiredService<Envelopes>().Put(letter, composed);

        var written = Encoding.ASCII.GetString(content);
        written.ShouldContain("Content-Type: multipart/mixed;");
        var part = written[written.IndexOf("Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"samtal-om-skolan.ics\"\r\n\r\n", StringComparison.Ordinal)..];
        Convert.FromBase64String(part[part.IndexOf("\r\n\r\n", StringComparison.Ordinal)..part.IndexOf("\r\n--", StringComparison.Ordinal)]).ShouldBe(composed.Attachments.Single().Content.ToArray());
    }

    // one comes, one waits, one is asked for a shift, one stands on it, one brings something; the ombudsman is asked about it, and arranges
    private static async Task Concern(AppUnderTest app, Gathering gathering)
    {
        var (comes, waits, shift) = (new SignUp(gathering.Id, Cast.MemberOfAlnas.Id), new SignUp(gathering.Id, Cast.Auditor.Id), new Shift(gathering.Id));
        comes.Comes(FakeTime.Start);
        waits.Waits(FakeTime.Start);
        shift.Describe("Kaffet", 2, null);
        shift.Take(gathering, Verksam.Kernel.Time.OurTime.DayOf(gathering.Starts), new TimeOnly(9, 30), new TimeOnly(10, 30));
        var (asked, stands, item) = (new ShiftPlace(shift.Id, Cast.MemberOfStora.Id), new ShiftPlace(shift.Id, Cast.Stranger.Id), new BringItem(gathering.Id, 0));
        asked.IsAsked(FakeTime.Start.AddDays(1), FakeTime.Start);
        stands.Takes(false, false, FakeTime.Start);
        item.Write("Kaffe", null);
        item.IsBroughtBy(Cast.FormerChair.Id);
        await app.Write(db =>
        {
            db.AddRange(comes, waits, shift, asked, stands, item);
            return Task.CompletedTask;
        });
    }

    private static async Task Tell(AppUnderTest app, Gathering gathering, string kind, Action<Fields>? how = null)
    {
        var birgitta = await app.As(Cast.AssociationChair);
        await Do(app, birgitta, await birgitta.Open($"/aktiviteter/planera-om?en={gathering.Id}&gor={kind}"), how);
        app.Clock.Advance(Rearrangement.Pause);
        await app.SendLetters();
    }

    private static async Task SignUp(AppUnderTest app, Gathering gathering, string button, string address) =>
        await (await app.Anybody().Open($"/kalender/{gathering.Id}")).Submit(button, f => (f["Input.Name"], f["Input.Email"], f["Input.Agrees"]) = ("Disa Hed", address, "true"));

    /// <summary>The last to each.</summary>
    private static Dictionary<string, Composed> Letters(AppUnderTest app) => app.Post.HandedOver.GroupBy(l => l.Address).ToDictionary(l => l.Key, l => l.Last());

    private static string Calendar(Composed letter) => Encoding.UTF8.GetString(letter.Attachments.Single().Content.Span).Replace("\r\n ", "", StringComparison.Ordinal);

    private static async Task<Feeds.Event> One(Composed letter) => (await Feeds.Read(Calendar(letter))).Single();
}
