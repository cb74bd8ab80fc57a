using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>What I have promised to see to, the most urgent first.</summary>
[Requires(Permission.SeePlan)]
internal sealed class MinePage(AppDb db, CurrentUser me, Carried carried, OurTime time) : PageModel
{
    private static readonly Status[] Urgency = [Status.Late, Status.AtRisk, Status.NotStarted, Status.OnTrack, Status.Done, Status.Dropped];

    public int Owned => Rows.Count(r => r.Row.Commitment.OwnerId == Self);

    public int Stood => Rows.Count - Owned;

    public IReadOnlyList<Mine> Rows { get; private set; } = [];

    public async Task OnGet()
    {
        var self = Self;
        var rows = new List<Mine>();
        foreach (var (plan, version, slug) in await Plans())
        {
            var found = await carried.Find(plan, db.Commitments.Include(c => c.Passages.Where(p => p.VersionId == version.Id))
                .Where(c => c.PlanId == plan.Id && c.Chapter != null && (c.OwnerId == self || c.DeputyId == self)));
            rows.AddRange(found.Select(r => new Mine(r, $"{PlanPlaces.Of(slug, plan.Year)}/{r.Commitment.Number}",
                r.Commitment.WordsIn(version))));
        }
        Rows = [.. rows.OrderBy(r => Array.IndexOf(Urgency, r.Row.Status)).ThenBy(r => r.Row.Commitment.Reading.DueTo ?? DateOnly.MaxValue)];
    }

    private Id<Person> Self => new(me.PersonId);

    /// <summary>Adopted plans in which something is mine.</summary>
    private async Task<IEnumerable<(Plan Plan, PlanVersion Version, string? Slug)>> Plans()
    {
        var (self, year) = (Self, time.Today.Year);
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
