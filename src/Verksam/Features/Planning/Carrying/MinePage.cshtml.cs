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
internal sealed class MinePage(AppDb db, CurrentUser me, MyCommitments mine, PlanPlaces places, OurTime time) : PageModel
{
    public int Owned => Rows.Count(r => r.Row.Commitment.OwnerId == Self);

    public int Stood => Rows.Count - Owned;

    public IReadOnlyList<MyCommitments.Mine> Rows { get; private set; } = [];

    /// <summary>Whether there is an adopted plan to have something of.</summary>
    public bool HasPlan { get; private set; }

    public async Task OnGet()
    {
        Rows = await mine.Of(me);
        Parts = await PartsOf(Self);
        HasPlan = await places.SeenNow(time.Today.Year, me) is not null;
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

    internal sealed record MinePart(string Unit, string Number, string Words, string Url);
}
