namespace Verksam.Features.Planning.Living;

/// <summary>Numbers are given when a meeting adopts the plan: chapter by chapter, in the order of the text, never used again.</summary>
internal static class Numbering
{
    public static void Give(Plan plan, PlanVersion version, IReadOnlyList<Commitment> accepted)
    {
        var paper = Paper.Lay(version.Document, accepted.Select(c => (c, c.RangesIn(version.Id))));
        foreach (var chapter in paper.Chapters)
        {
            foreach (var commitment in chapter.Marks.Where(c => c.Number is null))
                commitment.GetNumber(chapter.Number, plan.NextNumber(chapter.Number));
        }
    }
}
