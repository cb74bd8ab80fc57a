using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Searching;

/// <summary>What the adopted plans that one may read promise, in the search over everything; the latest year first.</summary>
internal sealed class CommitmentsFound(AppDb db, CurrentUser me, Texts texts) : ISearchSource
{
    private const int LongestWords = 160;

    public string Heading => "Planning.Menu";

    public int Order => 30;

    public async Task<Finds> Find(SearchWords words, int most)
    {
        if (!me.Can(Permission.SeePlan))
            return Finds.Nothing;
        var first = (await CommitmentIndex.Adopted.First(db, words, CommitmentIndex.Scopes(me), most)).Select(id => new Id<Commitment>(id)).ToList();
        if (first.Count == 0)
            return Finds.Nothing;
        var rows = await (
            from version in db.PlanVersions.VisibleTo(me, db)
            where version.State == VersionState.Adopted
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            from commitment in db.Commitments
            where commitment.PlanId == plan.Id && first.Contains(commitment.Id)
            from passage in commitment.Passages
            where passage.VersionId == version.Id
            orderby plan.Year descending, commitment.Chapter, commitment.Running, passage.Start
            select new Row(commitment.Id, commitment.Chapter, commitment.Running, plan.Year, unit.Name, unit.ParentId == null ? null : unit.Slug,
                version.Text.Substring(passage.Start, passage.Length))).ToListAsync();
        return new([.. rows.DistinctBy(r => r.Id).Select(r => new Find(Shortened(r.Words), $"{PlanPlaces.Of(r.Slug, r.Year)}/{r.Number}", texts["Planning.Found", r.Year, r.Number, r.Unit]))]);
    }

    private static string Shortened(string words) => OneLine.Of(words) is { Length: > LongestWords } longer ? longer[..LongestWords] + "…" : OneLine.Of(words);

    private sealed record Row(Id<Commitment> Id, int? Chapter, int? Running, int Year, string Unit, string? Slug, string Words)
    {
        public string Number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Chapter}.{Running}");
    }
}

/// <summary>Before the first request: what commitments are searched by is there.</summary>
internal sealed class CommitmentSearchStart : IAtStart
{
    public Task Run(IServiceProvider services, CancellationToken cancelled) => CommitmentIndex.Adopted.Prepare(services.GetRequiredService<AppDb>(), cancelled);
}
