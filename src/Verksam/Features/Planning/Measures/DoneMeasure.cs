using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Measures;

/// <summary>Of the commitments of a unit's plan: how many somebody has said are done, on a day.</summary>
internal sealed class DoneMeasure(AppDb db) : IMeasure
{
    public string Code => "done";

    public string Text => "Planning.Measures.done";

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var until = OurTime.EndOf(to);
        var all = await (
            from plan in db.Plans
            where plan.Year == to.Year && units.Contains(plan.UnitId)
            join commitment in db.Commitments on plan.Id equals commitment.PlanId
            where commitment.Chapter != null && commitment.DroppedOn == null
            group commitment by plan.UnitId into unit
            select new { Unit = unit.Key, Count = unit.Count() }).ToListAsync(cancelled);
        // from the few who have said so to what they said it of: of most commitments nobody has
        var done = await (
            from report in db.Reports
            where report.Word == Status.Done && report.PartId == null && report.At < until
                && !db.Reports.Any(later => later.CommitmentId == report.CommitmentId && later.Word != null && later.PartId == null && later.At > report.At && later.At < until)
            join commitment in Adopted(units, to.Year) on report.CommitmentId equals commitment.Id
            join plan in db.Plans on commitment.PlanId equals plan.Id
            select new { plan.UnitId, commitment.Id }).Distinct().ToListAsync(cancelled);
        var counts = done.CountBy(d => d.UnitId).ToDictionary();
        return all.ToDictionary(a => a.Unit, a => new Figure(counts.GetValueOrDefault(a.Unit), a.Count));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var until = OurTime.EndOf(to);
        var rows = await (
            from commitment in Adopted(units, to.Year)
            join report in db.Reports on commitment.Id equals report.CommitmentId
            where report.Word == Status.Done && report.PartId == null && report.At < until
            orderby report.At descending
            select new { report.At, commitment.Chapter, commitment.Running }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(r.At, OurTime.Zone).DateTime), $"{r.Chapter}.{r.Running}"))];
    }

    private IQueryable<Commitment> Adopted(IQueryable<Id<Unit>> units, int year) =>
        db.Commitments.Where(c => c.Chapter != null && c.DroppedOn == null && db.Plans.Any(p => p.Id == c.PlanId && p.Year == year && units.Contains(p.UnitId)));
}
