using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Measures;

/// <summary>Every night: what each measure said of each unit the day before. A night that was done is left as it is.</summary>
internal sealed class NightlyPoints(AppDb db, IEnumerable<IMeasure> measures) : IJob
{
    public const string JobName = "measure-points";

    public string Name => JobName;

    public Task Run(DateTimeOffset dueAt, CancellationToken cancelled) =>
        Keep(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(dueAt, OurTime.Zone).DateTime).AddDays(-1), cancelled);

    public async Task Keep(DateOnly day, CancellationToken cancelled)
    {
        var units = db.Units.Select(u => u.Id);
        foreach (var measure in measures)
        {
            if (await db.MeasurePoints.AnyAsync(p => p.Code == measure.Code && p.Day == day, cancelled))
                continue;
            var figures = await measure.ByUnit(units, new DateOnly(day.Year, 1, 1), day, cancelled);
            db.MeasurePoints.AddRange(figures.Select(f => new MeasurePoint(f.Key, measure.Code, day, f.Value)));
        }
        await db.SaveChangesAsync(cancelled);
    }
}
