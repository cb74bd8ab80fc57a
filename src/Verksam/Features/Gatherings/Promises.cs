using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>What the adopted plans that one may read promise, for gatherings to be tied to.</summary>
internal sealed class Promises(AppDb db, CurrentUser me, Texts texts)
{
    // shorter words tell nothing of what something is about
    private const int ShortestWord = 4, FewestSuggested = 2, MostSuggested = 5;

    /// <summary>What one year's plans of some units and those above them promise, in the plans' order.</summary>
    public async Task<IReadOnlyList<Promised>> Of(int year, IReadOnlyCollection<Id<Unit>> units)
    {
        var paths = await db.Units.Where(u => units.Contains(u.Id)).Select(u => u.Path).ToListAsync();
        var line = paths.SelectMany(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Select(id => new Id<Unit>(Guid.Parse(id))).ToList();
        return await Read(version => version.State == VersionState.Adopted && db.Plans.Any(p => p.Id == version.PlanId && p.Year == year && line.Contains(p.UnitId)));
    }

    /// <summary>Those that a gathering is tied to, as the plan's words are today.</summary>
    public async Task<IReadOnlyList<Promised>> TiedTo(Id<Gathering> gathering)
    {
        var tied = (await db.GatheringTies.Where(t => t.GatheringId == gathering).Select(t => t.CommitmentId).ToListAsync()).ToHashSet();
        var plans = db.Commitments.Where(c => tied.Contains(c.Id)).Select(c => c.PlanId);
        return tied.Count == 0 ? [] : [.. (await Read(v => v.State == VersionState.Adopted && plans.Contains(v.PlanId))).Where(p => tied.Contains(p.Id))];
    }

    /// <summary>Those that a gathering may well carry out, by its own words and those of its kind; the likeliest first.</summary>
    public IReadOnlyList<Promised> Suggested(IEnumerable<Promised> all, string title, string kind)
    {
        var (own, kinds) = (Words(title), Words(Kinds.Usual.Contains(kind) ? texts[$"Gatherings.KindWords.{kind}"] : ""));
        return [.. all.Select(p => (Promised: p, Fits: Fits(p, own) + Fits(p, kinds)))
            .Where(s => s.Fits >= FewestSuggested || (s.Fits > 0 && Fits(s.Promised, kinds) > 0))
            .OrderByDescending(s => s.Fits).Take(MostSuggested).Select(s => s.Promised)];
    }

    private static int Fits(Promised promised, IReadOnlyCollection<string> words) => words.Count(w => promised.Folded.Contains(w, StringComparison.Ordinal));

    // compounds count by what they begin with: "marknad" is in "marknader", "marknaden"
    private static IReadOnlyCollection<string> Words(string text) =>
        [.. AppDb.Folded(text).Split([' ', ',', '.', '-', '–', ':', '?', '!'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= ShortestWord).Distinct(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<Promised>> Read(System.Linq.Expressions.Expression<Func<PlanVersion, bool>> which)
    {
        var rows = await (
            from version in db.PlanVersions.VisibleTo(me, db).Where(which)
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            from commitment in db.Commitments
            where commitment.PlanId == plan.Id && commitment.Chapter != null && commitment.DroppedOn == null
            from passage in commitment.Passages
            where passage.VersionId == version.Id
            orderby plan.Year, unit.Path.Length, commitment.Chapter, commitment.Running, passage.Start
            select new { commitment.Id, commitment.Chapter, commitment.Running, plan.Year, Slug = unit.ParentId == null ? null : unit.Slug, Unit = unit.Name, Words = version.Text.Substring(passage.Start, passage.Length) }).ToListAsync();
        return [.. rows.DistinctBy(r => r.Id).Select(r => new Promised(r.Id, string.Create(CultureInfo.InvariantCulture, $"{r.Chapter}.{r.Running}"), OneLine.Of(r.Words), r.Unit, PlanPlaces.Of(r.Slug, r.Year)))];
    }

    /// <summary>A commitment, as the plan says it.</summary>
    internal sealed record Promised(Id<Commitment> Id, string Number, string Words, string Unit, string PlanUrl)
    {
        public string Url => $"{PlanUrl}/{Number}";

        public string Folded { get; } = AppDb.Folded(Words);
    }
}
