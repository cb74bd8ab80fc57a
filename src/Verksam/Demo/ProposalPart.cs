using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Import;
using Verksam.Features.Planning.Versions;
using Verksam.PlanReading;

namespace Verksam.Demo;

/// <summary>An association's proposal that a meeting will decide in two weeks, with what members have moved so far.</summary>
internal static class ProposalPart
{
    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var leader = story.Who(Characters.GroupLeader);
        var organiser = story.Who(Characters.Organiser).Id;
        story.On(new(2026, 6, 3), 19, organiser);
        var read = PlanReader.ReadText(await DemoText.Of("plan-storalven-2026", cancelled), 2026);
        var (version, _) = await new BringIn(story.Db, new NextVersion(story.Db, story.Clock)).Draft(story.Unit("Storälven").Id, 2026, read, "hostplan.txt", null);
        var found = story.Db.Commitments.Local.Where(c => c.PlanId == version!.PlanId).ToList();
        found.ForEach(c => c.Accept(c.Reading, organiser, story.Clock.GetUtcNow()));
        version!.Propose(0, found.Count, 0, story.Clock.GetUtcNow());
        await story.Db.SaveChangesAsync(cancelled);

        story.On(new(2026, 6, 7), 20, leader.Id);
        var more = Move(story, version, 1, "Vi ska stå på torget varje lördag i augusti.", AmendmentKind.Change,
            "Vi ska stå på torget varje lördag i augusti och varje kväll valveckan.", leader.Name, "Förra gången avgjordes det de sista kvällarna.");
        var trip = Move(story, version, 2, "Vi ska göra en studieresa till länsmuseet.", AmendmentKind.Strike,
            null, "Fem medlemmar på östra sidan", "Bussen kostar mer än hela höstens budget.");
        more.Advise(Ruling.Approved, "Styrelsen håller med, om minst åtta tar var sitt pass.");
        story.Db.AddRange(more, trip);
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static Amendment Move(DemoStory story, PlanVersion version, int number, string words, AmendmentKind kind, string? newText, string moved, string reason)
    {
        var passage = new TextRange(version.Text.IndexOf(words, StringComparison.Ordinal), words.Length);
        var amendment = new Amendment(version.Id, number, passage, story.Who(Characters.GroupLeader).Id, story.Clock.GetUtcNow());
        amendment.Move(moved, kind, newText, reason, words);
        return amendment;
    }
}
