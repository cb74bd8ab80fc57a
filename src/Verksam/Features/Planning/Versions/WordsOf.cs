using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Versions;

/// <summary>The plan's words for commitments: of the version at hand, or of the latest earlier one that had them.</summary>
internal sealed class WordsOf
{
    private readonly List<PlanVersion> _versions;

    private WordsOf(List<PlanVersion> versions) => _versions = versions;

    /// <param name="commitments">With all their passages.</param>
    public static async Task<WordsOf> Those(AppDb db, PlanVersion version, IReadOnlyCollection<Commitment> commitments)
    {
        var elsewhere = commitments.Where(c => c.RangesIn(version.Id).Count == 0).SelectMany(c => c.Passages).Select(p => p.VersionId).Distinct().ToList();
        var earlier = elsewhere.Count == 0 ? [] : await db.PlanVersions.AsNoTracking()
            .Where(v => elsewhere.Contains(v.Id)).OrderByDescending(v => v.Number ?? 0).ToListAsync();
        return new WordsOf([version, .. earlier]);
    }

    public string Of(Commitment commitment) =>
        _versions.Find(v => commitment.RangesIn(v.Id).Count > 0) is { } version ? commitment.WordsIn(version) : "";
}
