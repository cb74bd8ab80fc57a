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
        IReadOnlyCollection<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var until = OurTime.EndOf(to);
        var rows = await (
            from commitment in Adopted(units, to.Year)
            join plan in db.Plans on commitment.PlanId equals plan.Id
            let done = db.Reports.Where(r => r.CommitmentId == commitment.Id && r.Word != null && r.At < until).OrderByDescending(r => r.At).Select(r => r.Word).FirstOrDefault() == Status.Done
            group done by plan.UnitId into unit
            select new { Unit = unit.Key, All = unit.Count(), Done = unit.Count(d => d) }).ToListAsync(cancelled);
        return rows.ToDictionary(r => r.Unit, r => new Figure(r.Done, r.All));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(
        IReadOnlyCollection<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var until = OurTime.EndOf(to);
        var rows = await (
            from commitment in Adopted(units, to.Year)
            join report in db.Reports on commitment.Id equals report.CommitmentId
            where report.Word == Status.Done && report.At < until
            orderby report.At descending
            select new { report.At, commitment.Chapter, commitment.Running }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(r.At, OurTime.Zone).DateTime), $"{r.Chapter}.{r.Running}"))];
    }

    private IQueryable<Commitment> Adopted(IReadOnlyCollection<Id<Unit>> units, int year) =>
        db.Commitments.Where(c => c.Chapter != null && c.DroppedOn == null && db.Plans.Any(p => p.Id == c.PlanId && p.Year == year && units.Contains(p.UnitId)));
}
