using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Reminding;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning.Reminding;

public sealed class ReminderPageTests
{
    [Fact]
    public async Task Opened_it_shows_the_sentence_and_does_nothing()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;
        Task<string> All() => app.Read(async db => $"{await db.Reports.CountAsync()} {await db.Audit.CountAsync()} {await db.ReminderLinks.CountAsync()} "
            + $"{await db.Letters.CountAsync()} {await db.SignInSessions.CountAsync()} {string.Join(',', await db.Commitments.OrderBy(c => c.Id).Select(c => c.Revision).ToListAsync())}");
        var before = await All();

        var page = await app.Anybody().Open(link);

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.OK, Reminded.Church));
        (await All()).ShouldBe(before);
        page.Answer.Headers.SetCookies().ShouldBeEmpty();
        page.Answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        Cast.All.Where(p => page.Text.Contains(p.Name, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_written_is_the_owners_report()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;
        var revision = (await Planned.Find(app, "1.2")).Revision;

        var thanks = await (await app.Anybody().Open(link)).Submit("Spara", form =>
        {
            form["Input.Text"] = "Kyrkan är bokad till advent";
            form["Input.Word"] = "Done";
        });

        thanks.Text.ShouldContain("Tack för att du berättar Vi sparade: Kyrkan är bokad till advent");
        thanks.Html.QuerySelector(".notice .status")!.TextContent.ShouldBe("Klar");
        var report = await app.Read(db => db.Reports.SingleAsync());
        (report.By, report.Text, report.Word, report.At).ShouldBe((Cast.GroupLeader.Id, "Kyrkan är bokad till advent", Status.Done, Reminded.Monday));
        (await Planned.Find(app, "1.2")).Revision.ShouldBe(revision + 1);
        var written = await app.Read(db => db.Audit.Where(e => e.WhatId == report.Id.Value || e.WhatId == report.CommitmentId.Value && e.Through == "reminder-link").ToListAsync());
        written.Select(e => (e.What, e.By, e.Through)).ShouldBe(
            [("Report", Cast.GroupLeader.Id.Value, "reminder-link"), ("Commitment", Cast.GroupLeader.Id.Value, "reminder-link")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("999999999999")]
    [InlineData("-1")]
    [InlineData("99999999999999999999999999999999")]
    public async Task A_number_beyond_all_counting_is_answered_with_the_bounds(string count)
    {
        await using var app = await Reminded.WithParts();
        await Reminded.Run(app);
        await app.SendLetters();
        var text = app.Post.HandedOver.Single(l => l.Address == Cast.AssociationChair.Email).Text;
        var link = text[text.IndexOf("/lage/", StringComparison.Ordinal)..].Split('\n')[0];

        var page = await (await app.Anybody().Open(link)).Submit("Spara", form => form["Input.Count"] = count);

        page.Errors.Select(e => e.Replace('\u00a0', ' ')).ShouldBe(["Skriv ett tal från 0 till 10 000 000."]);
        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Of_ones_part_one_says_how_many_and_it_is_the_parts()
    {
        await using var app = await Reminded.WithParts();
        await Reminded.Run(app);
        await app.SendLetters();
        var text = app.Post.HandedOver.Single(l => l.Address == Cast.AssociationChair.Email).Text;
        var link = text[text.IndexOf("/lage/", StringComparison.Ordinal)..].Split('\n')[0];

        var page = await app.Anybody().Open(link);
        page.Text.ShouldContain("Det här ser du till i Alnäs.");
        var thanks = await page.Submit("Spara", form => (form["Input.Count"], form["Input.Text"]) = ("1", "Vårkonserten"));

        thanks.Text.ShouldContain("Vi sparade: Vårkonserten (1)");
        var report = await app.Read(db => db.Reports.SingleAsync());
        report.PartId.ShouldBe(await app.Read(db => db.Parts.Where(p => p.OwnerId != null).Select(p => p.Id).SingleAsync()));
        (await app.Read(db => db.Parts.Where(p => p.OwnerId != null).Select(p => p.Count).SingleAsync())).ShouldBe(1);

        await app.Write(async db => (await db.Parts.SingleAsync(p => p.OwnerId != null)).Ask(2, null));
        (await app.Anybody().Open(link)).Status.ShouldBe(HttpStatusCode.Gone); // somebody else sees to it now
    }

    [Fact]
    public async Task Then_one_is_led_to_the_next_that_needs_a_word()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;
        var visitor = app.Anybody();

        var thanks = await (await visitor.Open(link)).Submit("Spara", form => form["Input.Text"] = "Kyrkan är bokad");
        var next = await visitor.Open(thanks.Html.QuerySelector("main section a")!.GetAttribute("href")!);
        next.Heading.ShouldContain("hålla minst fyra konserter");
        var last = await next.Submit("Spara", form => form["Input.Count"] = "2");

        // the church is late still: only what was said last is new
        last.Html.QuerySelector("main section a").ShouldNotBeNull();
        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData("", "", "Skriv en rad om vad som har hänt.")]
    [InlineData("", "Done", "Skriv varför, så att andra förstår.")]
    [InlineData("Vi struntar i det", "Dropped", "Det läget går inte att sätta själv.")]
    public async Task What_cannot_be_said_so_is_answered_in_words_and_kept(string text, string word, string says)
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;

        var page = await (await app.Anybody().Open(link)).Submit("Spara", form =>
        {
            form["Input.Text"] = text;
            form["Input.Word"] = word;
        });

        page.Errors.ShouldBe([says]);
        page.Html.QuerySelector("#Input_Text")!.GetAttribute("value").ShouldBe(text.Length == 0 ? null : text);
        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("handed to another")]
    [InlineData("assignment ended")]
    [InlineData("out everywhere")]
    [InlineData("account ended")]
    [InlineData("plan replaced")]
    [InlineData("tampered")]
    public async Task A_link_that_is_no_longer_good_leads_to_one_and_the_same_page(string how)
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;
        var form = await app.Anybody().Open(link);
        await Revoke(app, how);
        if (how == "tampered")
            link = link[..^2] + (link[^2] == 'A' ? 'B' : 'A') + link[^1];

        var page = await app.Anybody().Open(link);
        var answer = how == "tampered" ? await app.Anybody().Post(link) : await form.Send("Spara", f => f["Input.Text"] = "Smyger in");

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.Gone, "Länken gäller inte längre"));
        page.Text.ShouldNotContain(Reminded.Church);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_lives_eight_days()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;

        app.Clock.Advance(TimeSpan.FromDays(8) - TimeSpan.FromSeconds(1));
        (await app.Anybody().Get(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Anybody().Get(link)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Whoever_becomes_deputy_instead_keeps_the_link()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;

        await Planned.Change(app, "1.2", c => c.HandTo(Cast.Ombudsman.Id, Cast.GroupLeader.Id, null, FakeTime.Start));

        (await app.Anybody().Get(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_other_commitment_is_reached_and_nobody_elses_link_is_shown()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;
        await Planned.Change(app, "2.1", c => c.HandTo(Cast.MemberOfAlnas.Id, null, null, FakeTime.Start));
        var (foreign, token) = await app.Read(async db =>
        {
            var mine = await db.ReminderLinks.FirstAsync();
            var other = await db.Commitments.SingleAsync(c => c.Chapter == 2 && c.Running == 1);
            var account = await db.Users.SingleAsync(a => a.PersonId == Cast.MemberOfAlnas.Id);
            return ReminderLink.Give(new(other.Id, null, mine.VersionId), Cast.MemberOfAlnas.Id, account.SecurityStamp!, mine.ExpiresAt);
        });
        await app.Write(db => Task.FromResult(db.Add(foreign)));
        var visitor = app.Anybody();
        (await visitor.Get($"/lage/{token}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await (await visitor.Open(link)).Submit("Spara", form =>
        {
            form["Input.Text"] = "Kyrkan är bokad";
            form.Forge("CommitmentId", foreign.CommitmentId.ToString());
        });

        (await app.Read(db => db.Reports.SingleAsync())).CommitmentId.ShouldBe((await Planned.Find(app, "1.2")).Id);
        (await visitor.Open($"{link}?sagt=true&nasta={token}")).Html.QuerySelector("main section a").ShouldBeNull();
    }

    [Fact]
    public async Task Another_site_cannot_send_the_form()
    {
        var (app, link) = await Reminded.WithLink();
        await using var house = app;
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent([new("Input.Text", "Från en annan plats")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        (await app.Anybody().Send(request)).StatusCode.ShouldBe(HttpStatusCode.Gone);

        (await app.Read(db => db.Reports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task One_link_is_tried_twenty_times_a_minute_wherever_from()
    {
        await using var app = await AppUnderTest.Start();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 21; attempt++)
            answers.Add((await app.Anybody().Get("/lage/nonsens")).StatusCode);

        answers[..20].ShouldAllBe(a => a == HttpStatusCode.Gone);
        answers[20].ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.Anybody().Get("/lage/annat")).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task From_one_address_sixty_links_are_tried_a_minute()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 61; attempt++)
            answers.Add((await visitor.Get($"/lage/gissning{attempt}")).StatusCode);

        answers[..60].ShouldAllBe(a => a == HttpStatusCode.Gone);
        answers[60].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task Revoke(AppUnderTest app, string how)
    {
        if (how == "expired")
            app.Clock.Advance(TimeSpan.FromDays(8));
        else if (how == "handed to another")
            await Planned.Change(app, "1.2", c => c.HandTo(Cast.Ombudsman.Id, null, null, FakeTime.Start));
        else if (how != "tampered")
            await app.Write(async db =>
            {
                var account = await db.Users.SingleAsync(a => a.PersonId == Cast.GroupLeader.Id);
                if (how == "assignment ended")
                    await Cast.GroupLeader.Leaves(db, new DateOnly(2026, 6, 7));
                else if (how == "out everywhere")
                    account.EndSessions();
                else if (how == "account ended")
                    db.Remove(account);
                else // nothing replaces a version yet
                    typeof(PlanVersion).GetProperty(nameof(PlanVersion.State))!.SetValue(await db.PlanVersions.SingleAsync(), VersionState.Replaced);
            });
    }
}
