using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Searching;

/// <summary>What the adopted plans that one may read promise, in the search over everything; the latest year first.</summary>
internal sealed class CommitmentsFound(AppDb db, CurrentUser me, Ready ready, Kept kept, Texts texts) : ISearchSource
{
    private const int LongestWords = 160;

    public string Heading => "Planning.Menu";

    public int Order => 30;

    public async Task<Finds> Find(SearchWords words, int most)
    {
        if (!me.Can(Permission.SeePlan))
            return Finds.Nothing;
        var promises = new List<Promise>();
        foreach (var plan in (await CommitmentIndex.Adopted.First(db, ready, words, CommitmentIndex.Scopes(me), most)).ToLookup(h => h.Group, h => h.Id))
        {
            var seen = await kept.Get((nameof(CommitmentsFound), plan.Key, me.Reach), () => Promises(new(plan.Key)));
            promises.AddRange(plan.Where(seen.ContainsKey).Select(id => seen[id]));
        }
        return new([.. promises.OrderByDescending(p => p.Year).ThenBy(p => p.Chapter).ThenBy(p => p.Running)
            .Select(p => new Find(p.Words, $"{PlanPlaces.Of(p.Slug, p.Year)}/{p.Number}", texts["Planning.Found", p.Year, p.Number, p.Unit]))]);
    }

    /// <summary>All that one plan promises, if one may read it, by commitment.</summary>
    private async Task<IReadOnlyDictionary<Guid, Promise>> Promises(Id<Plan> id)
    {
        var rows = await (
            from version in db.PlanVersions.VisibleTo(me, db)
            where version.PlanId == id && version.State == VersionState.Adopted
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            from commitment in db.Commitments
            where commitment.PlanId == plan.Id
            from passage in commitment.Passages
            where passage.VersionId == version.Id
            orderby passage.Start
            select new { commitment.Id, Promise = new Promise(commitment.Chapter, commitment.Running, plan.Year, unit.Name, unit.ParentId == null ? null : unit.Slug, version.Text.Substring(passage.Start, passage.Length)) }).ToListAsync();
        return rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id.Value, r => r.Promise with { Words = Shortened(r.Promise.Words) });
    }

    private static string Shortened(string words) => OneLine.Of(words) is { Length: > LongestWords } longer ? longer[..LongestWords] + "…" : OneLine.Of(words);

    private sealed record Promise(int? Chapter, int? Running, int Year, string Unit, string? Slug, string Words)
    {
        public string Number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Chapter}.{Running}");
    }
}

/// <summary>Before the first request: what commitments are searched by is there.</summary>
internal sealed class CommitmentSearchStart : IAtStart
{
    public Task Run(IServiceProvider services, CancellationToken cancelled) => CommitmentIndex.Adopted.Prepare(services.GetRequiredService<AppDb>(), cancelled);
}
