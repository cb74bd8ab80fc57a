using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Nodes;

/// <summary>Several nodes on one database are one house.</summary>
public sealed class NodesTests(ThreeNodes nodes) : IClassFixture<ThreeNodes>
{
    [Fact]
    public async Task Who_signs_in_on_one_node_is_in_on_all_and_what_one_saves_all_show_at_once()
    {
        await nodes.AllUp();
        var pass = await nodes[0].SignIn(Cast.Ombudsman);

        for (var writer = 0; writer < ThreeNodes.Count; writer++)
        {
            // the form is of the first node, and so is its token
            var text = $"Skrivet vid nod {writer}";
            var saved = await nodes[writer].Http.SendAsync(RunningProgram.Form("/planen/2026/2.1", pass, new() { ["Input.Text"] = text }));
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            for (var reader = 0; reader < ThreeNodes.Count; reader++)
                (await Text(nodes[reader], "/planen/2026/2.1", pass)).ShouldContain(text);
        }
    }

    [Fact]
    public async Task A_job_that_was_due_when_three_nodes_started_is_done_by_one_of_them()
    {
        await nodes.AllUp();
        await ThreeNodes.Until(() => nodes.Eye.Read(db => db.Jobs.AnyAsync(j => j.Name == NightlyBackup.JobName && j.DoneAt != null)), "the backup");

        var job = await nodes.Eye.Read(db => db.Jobs.SingleAsync(j => j.Name == NightlyBackup.JobName));
        (job.Tries, job.Trouble).ShouldBe((0, null));
        // each run notes when it was, and what was noted is in the log
        var noted = await nodes.Eye.Read(db => db.Settings.SingleAsync(s => s.Name == "backup-taken-at"));
        (await nodes.Eye.Read(db => db.Audit.CountAsync(a => a.WhatId == noted.Id.Value))).ShouldBe(1);
        Directory.GetFiles(Path.Combine(nodes.Database.Folder, "backups")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Letters_that_three_nodes_wrote_leave_once_each()
    {
        await nodes.AllUp();
        Someone[] people = [Cast.MemberOfAlnas, Cast.MemberOfStora, Cast.Auditor];
        await Task.WhenAll(people.Select((person, node) => AskForALink(nodes[node], person)));

        var ids = people.Select(p => p.Id.Value).ToList();
        await ThreeNodes.Until(() => nodes.Eye.Read(async db => await db.Letters.CountAsync(l => ids.Contains(l.To) && l.State == LetterState.Sent) == people.Length), "letters");

        (await nodes.Eye.Read(db => db.Letters.Where(l => ids.Contains(l.To)).SumAsync(l => l.Tries))).ShouldBe(0);
        foreach (var person in people)
            nodes.Post.Taken.Count(l => l.To == person.Email).ShouldBe(1);
    }

    [Fact]
    public async Task A_node_that_is_killed_loses_nothing_and_another_sends_the_letter_it_held()
    {
        await nodes.AllUp();
        await using var visit = new Visit(nodes.Door, await nodes[1].SignIn(Cast.Ombudsman));
        nodes.Post.LetWait();
        await AskForALink(nodes[0], Cast.AssociationChair);
        await ThreeNodes.Until(() => Task.FromResult(nodes.Post.Offered.Any(l => l.To == Cast.AssociationChair.Email) && visit.Answers() > 10), "a letter on its way");

        var dead = ThreeNodes.Named(nodes.Post.Offered.Single(l => l.To == Cast.AssociationChair.Email).Node);
        nodes.Kill(dead);
        var answers = visit.Answers();
        await ThreeNodes.Until(() => Task.FromResult(visit.Answers() > answers + 10), "answers of the others");
        await visit.Enough();
        nodes.Post.Answer();

        visit.Trouble.Where(t => t.StartsWith("GET", StringComparison.Ordinal)).ShouldBeEmpty();
        visit.Trouble.Count.ShouldBeLessThan(2); // a form that was on its way to it
        (await Saved(visit)).ShouldBe(visit.Told.Order(StringComparer.Ordinal));
        await LetTheLeaseRunOut();
        await ThreeNodes.Until(() => Task.FromResult(nodes.Post.Taken.Any(l => l.To == Cast.AssociationChair.Email)), "the letter");
        ThreeNodes.Named(nodes.Post.Taken.Single(l => l.To == Cast.AssociationChair.Email).Node).ShouldNotBe(dead);
    }

    [Fact]
    public async Task Nodes_started_anew_one_after_the_other_are_not_noticed_by_anybody()
    {
        await nodes.AllUp();
        await using var visit = new Visit(nodes.Door, await nodes[1].SignIn(Cast.Ombudsman));
        for (var node = 0; node < ThreeNodes.Count; node++)
        {
            await ThreeNodes.Until(() => Task.FromResult(visit.Answers() > 10), "a beginning");
            await nodes.Stop(node);
            await nodes.Start(node);
            var (address, before) = (nodes[node].Http.BaseAddress, visit.Answers(nodes[node].Http.BaseAddress));
            await ThreeNodes.Until(() => Task.FromResult(visit.Answers(address) > before), "answers of the new one");
        }
        await visit.Enough();

        visit.Trouble.ShouldBeEmpty();
        (await Saved(visit)).ShouldBe(visit.Told.Order(StringComparer.Ordinal));
    }

    private async Task<IEnumerable<string>> Saved(Visit visit)
    {
        var mark = visit.Told.First().Split(',')[0] + ",";
        var saved = await nodes.Eye.Read(db => db.Reports.Where(r => r.Text != null && r.Text.StartsWith(mark)).Select(r => r.Text!).ToListAsync());
        var told = visit.Told.ToHashSet(StringComparer.Ordinal);
        // what was cut off may have been saved without anybody having been told
        return saved.Where(text => told.Contains(text) || visit.Trouble.Count == 0).Order(StringComparer.Ordinal);
    }

    // five minutes that nobody waits for here
    private Task LetTheLeaseRunOut() => nodes.Eye.Read(async db =>
    {
        var letter = await db.Letters.SingleAsync(l => l.To == Cast.AssociationChair.Id.Value);
        (letter.State, letter.LeasedUntil > TimeProvider.System.GetUtcNow()).ShouldBe((LetterState.Due, true));
        letter.Lease(TimeProvider.System.GetUtcNow().AddSeconds(-1));
        return await db.SaveChangesAsync();
    });

    private static async Task AskForALink(RunningProgram node, Someone person)
    {
        using var door = await node.Http.GetAsync(new Uri("/logga-in", UriKind.Relative));
        var cookie = door.Headers.SetCookies().Single(c => c.StartsWith("verksam-form=", StringComparison.Ordinal)).Split(';')[0];
        var page = new HtmlParser().ParseDocument(await door.Content.ReadAsStringAsync());
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var sent = await node.Http.SendAsync(RunningProgram.Form("/logga-in", new RunningProgram.Pass(cookie, token), new() { ["Input.Email"] = person.Email }));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<string> Text(RunningProgram node, string url, RunningProgram.Pass pass)
    {
        using var answer = await node.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Cookie", pass.Cookies } } });
        return await answer.Content.ReadAsStringAsync();
    }
}
