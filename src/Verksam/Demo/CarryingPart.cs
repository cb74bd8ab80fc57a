using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Demo;

/// <summary>Who carries the commitments of the plans, and what they have told so far. Some are late, some have nobody: as it is.</summary>
internal static class CarryingPart
{
    private const string DrawnBoard = "styrelse";

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        await Tell(story, 2025, cancelled);
        await Tell(story, 2026, cancelled);
    }

    private static async Task Tell(DemoStory story, int year, CancellationToken cancelled)
    {
        var version = await story.Db.PlanVersions.SingleAsync(v => story.Db.Plans.Any(p => p.Id == v.PlanId && p.Year == year), cancelled);
        var commitments = await story.Db.Commitments.Include(c => c.Passages)
            .Where(c => c.PlanId == version.PlanId && c.Chapter != null).ToListAsync(cancelled);
        var carried = CarryingNotes.Read(await DemoText.Of($"carrying-{year}", cancelled))
            .SelectMany(note => commitments.Where(c => Opens(c, version, note.Opening)).Take(1).Select(c => new Carried(c, note))).ToList();
        await HandOut(story, carried, version.AdoptedOn!.Value.AddDays(3), cancelled);
        await Report(story, carried, cancelled);
    }

    private static Task HandOut(DemoStory story, List<Carried> carried, DateOnly day, CancellationToken cancelled)
    {
        story.On(day, 10, story.Who(Characters.Organiser).Id);
        foreach (var (commitment, note) in carried)
        {
            commitment.HandTo(Person(story, note.Owner), note.Deputy is { } deputy ? Person(story, deputy) : null, story.Who(Characters.Organiser).Id, story.Clock.GetUtcNow());
            commitment.Follow(note.Measure);
        }
        return story.Db.SaveChangesAsync(cancelled);
    }

    private static async Task Report(DemoStory story, List<Carried> carried, CancellationToken cancelled)
    {
        var said = carried.SelectMany(c => c.Note.Lines, (c, line) => (c.Commitment, c.Note.Owner, Line: line)).OrderBy(s => s.Line.Day);
        foreach (var month in said.GroupBy(s => (s.Line.Day.Year, s.Line.Day.Month)))
        {
            foreach (var (commitment, owner, line) in month)
                Report(story, commitment, Person(story, owner), line);
            story.On(month.Last().Line.Day, 23); // a month is saved at once, as nobody's: the reports know who and when
            await story.Db.SaveChangesAsync(cancelled);
        }
    }

    private static bool Opens(Commitment commitment, PlanVersion version, string words) =>
        commitment.RangesIn(version.Id) is [var first, ..] && first.In(version.Text).StartsWith(words, StringComparison.Ordinal);

    private static void Report(DemoStory story, Commitment commitment, Id<Person> by, NoteLine line)
    {
        story.On(line.Day, 8 + (line.Text.Length % 13));
        var refusal = commitment.Report(by, line.Text, line.Count, line.Word, null, story.Clock.GetUtcNow(), out var report);
        if (refusal is not null)
            throw new InvalidOperationException($"The demo's report was refused: {refusal.Code}, {line.Day:O} {line.Text}");
        story.Db.Reports.Add(report!);
    }

    private static Id<Person> Person(DemoStory story, string who) => who switch
    {
        "ombudsman" => story.Who(Characters.Organiser).Id,
        "ordförande" => story.Who(Characters.Chair).Id,
        "ledamot" => story.Who(Characters.BoardMember).Id,
        "alnäs" => story.Who(Characters.AssociationChair).Id,
        "gruppledare" => story.Who(Characters.GroupLeader).Id,
        "valsamordnare" => Drawn(story, StandardRoles.Organiser)[0],
        _ when who.StartsWith(DrawnBoard, StringComparison.Ordinal) => Drawn(story, StandardRoles.BoardMember)[who[^1] - '1'],
        _ => throw new InvalidOperationException($"Nobody in the demo is {who}."),
    };

    /// <summary>Those whom chance gave the role in the district, as things are today.</summary>
    private static List<Id<Person>> Drawn(DemoStory story, string role) =>
        [.. story.Assignments.Where(a => a.UnitId == story.District.Id && a.RoleId == story.Role(role).Id && a.HoldsOn(DemoStory.Today))
            .Select(a => a.PersonId).Where(id => story.Members.Exists(m => m.Person.Id == id && !m.IsNamed))];

    private sealed record Carried(Commitment Commitment, CarryingNote Note);
}
