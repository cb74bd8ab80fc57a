using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning;

/// <summary>Which plans and versions a person may see.</summary>
internal static class Visibility
{
    /// <summary>
    /// Plans of one's own units and of those above, and of all below where one may edit plans. A draft is for those who edit;
    /// a proposal and what is adopted is for everybody who has an assignment there.
    /// </summary>
    public static IQueryable<PlanVersion> VisibleTo(this IQueryable<PlanVersion> versions, CurrentUser me, AppDb db)
    {
        var line = me.Line().Select(id => new Id<Unit>(id)).ToList();
        var edited = db.Units.Within(me.Where(Permission.EditPlan)).Select(u => u.Id);
        return
            from version in versions
            join plan in db.Plans on version.PlanId equals plan.Id
            where edited.Contains(plan.UnitId)
                || (line.Contains(plan.UnitId) && (version.State == VersionState.Proposal || version.State == VersionState.Adopted || version.State == VersionState.Replaced || version.State == VersionState.Amended))
            select version;
    }

    /// <summary>Those one may review, propose and adopt.</summary>
    public static IQueryable<PlanVersion> EditableBy(this IQueryable<PlanVersion> versions, CurrentUser me, AppDb db)
    {
        var edited = db.Units.Within(me.Where(Permission.EditPlan)).Select(u => u.Id);
        return versions.Where(v => db.Plans.Any(p => p.Id == v.PlanId && edited.Contains(p.UnitId)));
    }
}
