using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>What a person has promised to see to in the plans that hold, the most urgent first.</summary>
internal sealed class MyCommitments(AppDb db, Carried carried, OurTime time) : IMyPageCard
{
    private const int Most = 5;

    private static readonly Status[] Urgency = [Status.Late, Status.AtRisk, Status.NotStarted, Status.OnTrack, Status.Done, Status.Dropped];

    public int Order => 10;

    public async Task<MyCard?> For(CurrentUser me)
    {
        var open = (await Of(me)).Where(m => m.Row.Status is not (Status.Done or Status.Dropped)).ToList();
        return open.Count == 0 ? null : new MyCard("/Features/Planning/Carrying/_MyCard.cshtml", ((IReadOnlyList<Mine>)[.. open.Take(Most)], open.Count));
    }

    public async Task<IReadOnlyList<Mine>> Of(CurrentUser me)
    {
        var self = new Id<Person>(me.PersonId);
        var rows = new List<Mine>();
        foreach (var (plan, version, slug) in await Plans(me, self))
        {
            var found = await carried.Find(plan, db.Commitments.Include(c => c.Passages.Where(p => p.VersionId == version.Id))
                .Where(c => c.PlanId == plan.Id && c.Chapter != null && (c.OwnerId == self || c.DeputyId == self)));
            rows.AddRange(found.Select(r => new Mine(r, $"{PlanPlaces.Of(slug, plan.Year)}/{r.Commitment.Number}", r.Commitment.WordsIn(version))));
        }
        return [.. rows.OrderBy(r => Array.IndexOf(Urgency, r.Row.Status)).ThenBy(r => r.Row.Commitment.Reading.DueTo ?? DateOnly.MaxValue)];
    }

    /// <summary>Adopted plans in which something is the person's.</summary>
    private async Task<IEnumerable<(Plan Plan, PlanVersion Version, string? Slug)>> Plans(CurrentUser me, Id<Person> self)
    {
        var year = time.Today.Year;
        var plans = await (
            from version in db.PlanVersions.VisibleTo(me, db)
            where version.State == VersionState.Adopted && db.Commitments.Any(c => c.PlanId == version.PlanId && (c.OwnerId == self || c.DeputyId == self))
            join plan in db.Plans on version.PlanId equals plan.Id
            where plan.Year >= year // what was promised for a year that is over is history
            join unit in db.Units on plan.UnitId equals unit.Id
            select new { version, plan, Slug = unit.ParentId == null ? null : unit.Slug }).ToListAsync();
        return plans.Select(p => (p.plan, p.version, (string?)p.Slug));
    }

    internal sealed record Mine(CarriedRow Row, string Url, string Words);
}
