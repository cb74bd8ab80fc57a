using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>What I have promised to see to, the most urgent first.</summary>
[Requires(Permission.SeePlan)]
internal sealed class MinePage(AppDb db, CurrentUser me, Carried carried, PlanPlaces places, OurTime time) : PageModel
{
    private static readonly Status[] Urgency = [Status.Late, Status.AtRisk, Status.NotStarted, Status.OnTrack, Status.Done, Status.Dropped];

    public int Owned => Rows.Count(r => r.Row.Commitment.OwnerId == Self);

    public int Stood => Rows.Count - Owned;

    public IReadOnlyList<Mine> Rows { get; private set; } = [];

    /// <summary>Whether there is an adopted plan to have something of.</summary>
    public bool HasPlan { get; private set; }

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
        Parts = await PartsOf(self);
        HasPlan = await places.SeenNow(time.Today.Year, me) is not null;
        Rows = [.. rows.OrderBy(r => Array.IndexOf(Urgency, r.Row.Status)).ThenBy(r => r.Row.Commitment.Reading.DueTo ?? DateOnly.MaxValue)];
    }

    /// <summary>Our units' parts of what was decided above: mine, and those that nobody has where I report.</summary>
    public IReadOnlyList<MinePart> Parts { get; private set; } = [];

    private async Task<IReadOnlyList<MinePart>> PartsOf(Id<Person> self)
    {
        var reported = db.Units.Within(me.Where(Permission.Report)).Select(u => u.Id);
        var found = await (
            from part in db.Parts
            where part.OwnerId == self || (part.OwnerId == null && reported.Contains(part.UnitId))
            join commitment in db.Commitments.Include(c => c.Passages) on part.CommitmentId equals commitment.Id
            where commitment.DroppedOn == null
            join version in db.PlanVersions.VisibleTo(me, db) on commitment.PlanId equals version.PlanId
            where version.State == VersionState.Adopted
            join plan in db.Plans on version.PlanId equals plan.Id
            where plan.Year >= time.Today.Year
            join unit in db.Units on plan.UnitId equals unit.Id
            join mine in db.Units on part.UnitId equals mine.Id
            where !me.Where(Permission.EditPlan).Select(g => g.Path).Contains(unit.Path) || part.OwnerId == self // the whole is theirs
            orderby mine.Name, commitment.Chapter, commitment.Running
            select new { commitment, version, Slug = unit.ParentId == null ? null : unit.Slug, plan.Year, Unit = mine.Name, Part = mine.Slug }).ToListAsync();
        return [.. found.Select(f => new MinePart(f.Unit, f.commitment.Number!, f.commitment.WordsIn(f.version), $"{PlanPlaces.Of(f.Slug, f.Year)}/{f.commitment.Number}/delar/{f.Part}"))];
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

    internal sealed record MinePart(string Unit, string Number, string Words, string Url);
}
