using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Amending;

/// <summary>Proposals that a member can read and move amendments to.</summary>
internal sealed class ProposalsCard(AppDb db) : IMyPageCard
{
    public int Order => 20;

    public async Task<MyCard?> For(CurrentUser me)
    {
        var open = await (
            from version in db.PlanVersions.VisibleTo(me, db)
            where version.State == VersionState.Proposal
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            orderby plan.Year, unit.Path.Length, unit.Name
            select new { version.Id, version.Number, plan.Year, unit.Name, Slug = unit.ParentId == null ? null : unit.Slug }).Take(20).ToListAsync();
        return open.Count == 0 ? null : new MyCard("/Features/Planning/Amending/_ProposalsCard.cshtml",
            open.Select(o => new Row(o.Id, o.Year, o.Name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PlanPlaces.Of(o.Slug, o.Year)}?version={o.Number}"))).ToList());
    }

    internal sealed record Row(Id<PlanVersion> Id, int Year, string Unit, string Url);
}
