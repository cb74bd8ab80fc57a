using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Deciding;

namespace Verksam.Demo;

/// <summary>The board's next meeting, with a proposal on its agenda.</summary>
internal static class SittingsPart
{
    private static readonly DateOnly Written = new(2026, 6, 11);

    private static readonly DateOnly Meets = new(2026, 6, 17);

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var version = await story.Db.PlanVersions.SingleAsync(v => story.Db.Plans.Any(p => p.Id == v.PlanId && p.Year == 2026 && p.UnitId == story.District.Id) && v.AdoptedOn != null, cancelled);
        var carried = await story.Db.Commitments.Include(c => c.Passages).Where(c => c.PlanId == version.PlanId && c.Chapter != null).ToListAsync(cancelled);
        var pages = carried.Single(c => c.WordsIn(version).StartsWith("Alla föreningars webbsidor", StringComparison.Ordinal));
        var by = story.Who(Characters.Organiser).Id;
        story.On(Written, 14, by);
        var sitting = new Sitting(version.PlanId, "Distriktsstyrelsen", Meets, by, story.Clock.GetUtcNow());
        story.Db.Add(sitting);
        story.Db.Add(Matter.NewDay(sitting, pages, new(2026, 8, 15), "Fem av åtta är klara. De tre som är kvar hinner före valstugan öppnar.", by, story.Clock.GetUtcNow()));
        await story.Db.SaveChangesAsync(cancelled);
    }
}
