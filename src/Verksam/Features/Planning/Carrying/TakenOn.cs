using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Commitments that somebody got to carry, on that person's page; of the adopted plans that the reader may read.</summary>
internal sealed class TakenOn(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "atagande";

    public string Name => "Planning.TakenOn.Kind";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var (person, before) = (ask.Person.Id, ask.Before);
        var plans = db.PlanVersions.VisibleTo(ask.Me, db).Where(v => v.State == VersionState.Adopted).Select(v => v.PlanId);
        var rows = await (
            from handover in db.Set<Handover>()
            where (handover.OwnerId == person || handover.DeputyId == person) && handover.At < before
            join commitment in db.Commitments on handover.CommitmentId equals commitment.Id
            where plans.Contains(commitment.PlanId) && commitment.Chapter != null
            join plan in db.Plans on commitment.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            orderby handover.At descending, plan.Year, commitment.Chapter, commitment.Running // many are handed out at once
            select new { handover.At, IsOwner = handover.OwnerId == person, commitment.Chapter, commitment.Running, plan.Year, Slug = unit.ParentId == null ? null : unit.Slug }).Take(ask.Most).ToListAsync();
        return [.. rows.Select(r => new Happening(r.At, texts[r.IsOwner ? "Planning.TakenOn.Owner" : "Planning.TakenOn.Deputy", $"{r.Chapter}.{r.Running}", r.Year], $"{PlanPlaces.Of(r.Slug, r.Year)}/{r.Chapter}.{r.Running}"))];
    }
}
