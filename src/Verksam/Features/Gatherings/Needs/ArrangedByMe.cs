using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Needs;

/// <summary>Which gatherings are whoever asks' to see to: those one is asked about, and those of a unit where one arranges oneself, not only above it.</summary>
internal sealed class ArrangedByMe(AppDb db, CurrentUser me)
{
    /// <summary>So many days before one thinks of it.</summary>
    public const int DaysAhead = 30;

    /// <summary>Those that one may change.</summary>
    public IQueryable<Gathering> Changeable => db.Gatherings.EditableBy(me, db);

    /// <summary>Of gatherings that one may change, their unit or their contact being whoever asks.</summary>
    public IQueryable<Id<Gathering>> Own
    {
        get
        {
            var (self, paths) = (new Id<People.Person>(me.PersonId), me.Where(Permission.Arrange).Select(g => g.Path).ToList());
            var units = db.Units.Where(u => paths.Contains(u.Path)).Select(u => u.Id);
            return db.Gatherings.EditableBy(me, db).Where(g => g.ContactId == self || units.Contains(g.UnitId) || db.CoArrangers.Any(c => c.GatheringId == g.Id && units.Contains(c.UnitId))).Select(g => g.Id);
        }
    }

    /// <summary>Where the plans that one may read ask for them: the first passage of each.</summary>
    public async Task<IReadOnlyDictionary<Id<Gathering>, NeedPassage>> Passages(IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        if (gatherings.Count == 0)
            return new Dictionary<Id<Gathering>, NeedPassage>();
        var read = db.PlanVersions.VisibleTo(me, db).Where(v => v.State == VersionState.Adopted);
        var rows = await (
            from tie in db.GatheringTies
            where gatherings.Contains(tie.GatheringId)
            join commitment in db.Commitments on tie.CommitmentId equals commitment.Id
            where commitment.Chapter != null && commitment.DroppedOn == null && read.Any(v => v.PlanId == commitment.PlanId)
            join plan in db.Plans on commitment.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            orderby commitment.Chapter, commitment.Running
            select new { tie.GatheringId, commitment.Chapter, commitment.Running, plan.Year, Slug = unit.ParentId == null ? null : unit.Slug }).ToListAsync();
        return rows.DistinctBy(r => r.GatheringId).ToDictionary(r => r.GatheringId, r => Passage(PlanPlaces.Of(r.Slug, r.Year), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{r.Chapter}.{r.Running}")));

        static NeedPassage Passage(string plan, string number) => new(number, $"{plan}/{number}");
    }
}
