using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Fitting;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Commitments of this year that nobody owns, in the plans of the person's units that the reader may read.</summary>
internal sealed class WithoutOwner(AppDb db, Carried carried, Candidates candidates, Texts texts) : IFitting
{
    private const int Most = 3, LongestWords = 90;

    public string Key => "planen";

    public string Name => "Planning.Fitting";

    public async Task<IReadOnlyList<Fit>> Of(FitAsk ask) => [.. (await For(ask.Who.Me, ask.Who.Person.Id, ask.Line, ask.Who.Today.Year)).Take(Most)
        .Select(h => new Fit(texts["Planning.Fit", h.Number, Shortened(h.Words)], h.Url))];

    /// <summary>Those that somebody could take, what is due first; of the nearest unit first.</summary>
    /// <param name="line">The person's unit and those above it.</param>
    public async Task<IReadOnlyList<Hand>> For(CurrentUser me, Id<People.Person> person, IReadOnlyList<Id<Structure.Unit>> line, int year)
    {
        var plans = await (
            from version in db.PlanVersions.AsNoTracking().VisibleTo(me, db)
            where version.State == VersionState.Adopted
            join plan in db.Plans on version.PlanId equals plan.Id
            where plan.Year == year && line.Contains(plan.UnitId)
            join unit in db.Units on plan.UnitId equals unit.Id
            orderby unit.Path.Length descending
            select new { version, plan, unit }).ToListAsync();
        var hands = new List<Hand>();
        foreach (var found in plans)
        {
            if (!await candidates.Has(found.unit, person))
                continue;
            var rows = await carried.Find(found.plan, db.Commitments.Include(c => c.Passages.Where(p => p.VersionId == found.version.Id)).Where(c => c.PlanId == found.plan.Id && c.Chapter != null && c.OwnerId == null));
            var slug = found.unit.ParentId is null ? null : found.unit.Slug;
            hands.AddRange(rows.Where(r => r.Status is not (Status.Done or Status.Dropped)).OrderBy(r => r.Commitment.Reading.DueTo ?? DateOnly.MaxValue)
                .Select(r => new Hand(r.Commitment.Number!, r.Commitment.WordsIn(found.version), $"{PlanPlaces.Of(slug, year)}/{r.Commitment.Number}")));
        }
        return hands;
    }

    /// <summary>A commitment that somebody could take.</summary>
    internal sealed record Hand(string Number, string Words, string Url);

    private static string Shortened(string words) => OneLine.Of(words) is { Length: > LongestWords } longer ? longer[..LongestWords] + "…" : OneLine.Of(words);
}
