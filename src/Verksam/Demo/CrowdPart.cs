using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Import;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Sharing;
using Verksam.Features.Planning.Versions;
using Verksam.Features.Structure;
using Verksam.PlanReading;

namespace Verksam.Demo;

/// <summary>
/// As many associations more as <see cref="Setting"/> asks for, each with an adopted plan of its own and a part of what the district shares
/// out: the house as it is in a large organisation, to look at and to measure.
/// </summary>
internal static class CrowdPart
{
    /// <summary>How many. Nothing, and the demo is the usual one.</summary>
    public const string Setting = "VERKSAM_DEMO_UNITS";

    private const int AtOnce = 50;

    private static readonly DateOnly Adopted = new(2026, 2, 21);

    private static readonly string[] Stems =
    [
        "Abborr", "Ask", "Berg", "Björk", "Bäver", "Ek", "Fisk", "Furu", "Grån", "Gädd", "Hassel", "Hjort", "Hägg", "Järv", "Korp", "Kråk",
        "Lind", "Lom", "Mård", "Orr", "Pors", "Renn", "Ripa", "Rönn", "Sik", "Sten", "Svan", "Tall", "Tran", "Utter", "Varg", "Örn",
    ];

    private static readonly string[] Ends =
    [
        "by", "berga", "dal", "edet", "fors", "gård", "hult", "ingarö", "kulla", "lund", "löt", "mora", "myra", "näset", "ryd", "rum",
        "sala", "sele", "stad", "sund", "säter", "torp", "tuna", "udden", "vallen", "vattnet", "viken", "vret", "åsen", "änge", "ören", "östan",
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        if (story.Crowd == 0)
            return;
        var read = PlanReader.ReadText(await DemoText.Of("plan-storalven-2026", cancelled), Adopted.Year);
        var shared = await story.Db.Parts.Select(p => p.CommitmentId).Distinct().ToListAsync(cancelled);
        story.On(Adopted, 16, story.Who(Characters.Organiser).Id);
        var units = Enumerable.Range(0, story.Crowd).Select(i => story.District.Found(NameOf(i), UnitKind.Association)).ToList();
        Tree.Distinguish([.. story.Units, .. units]);
        foreach (var some in units.Chunk(AtOnce))
        {
            story.Db.AddRange(some);
            story.Db.AddRange(some.SelectMany(u => shared.Select(c => new Part(c, u.Id, story.Clock.GetUtcNow()))));
            await story.Db.SaveChangesAsync(cancelled);
            foreach (var unit in some)
                await Plan(story, unit, read, cancelled);
            story.Db.ChangeTracker.Clear();
        }
    }

    private static async Task Plan(DemoStory story, Unit unit, PlanAsRead read, CancellationToken cancelled)
    {
        var (version, _) = await new BringIn(story.Db, new NextVersion(story.Db, story.Clock)).Draft(unit.Id, Adopted.Year, read, "plan.txt", null);
        var organiser = story.Who(Characters.Organiser).Id;
        var commitments = story.Db.Commitments.Local.Where(c => c.PlanId == version!.PlanId).ToList();
        commitments.ForEach(c => c.Accept(c.Reading, organiser, story.Clock.GetUtcNow()));
        version!.Propose(0, commitments.Count, 0, story.Clock.GetUtcNow());
        version.Adopt("Årsmötet", Adopted, "§ 12", Adopted);
        Numbering.Give(story.Db.Plans.Local.Single(p => p.Id == version.PlanId), version, commitments);
        await story.Db.SaveChangesAsync(cancelled);
    }

    // a thousand names, and then a number after
    private static string NameOf(int number)
    {
        var name = Stems[number % Stems.Length] + Ends[number / Stems.Length % Ends.Length];
        var round = number / (Stems.Length * Ends.Length);
        return round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {round + 1}");
    }
}
