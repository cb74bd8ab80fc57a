using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.Gatherings.Series;

/// <summary>Every night: drafts that were thrown away a day ago or more are taken out, and series that have none left.</summary>
internal sealed class OldDrafts(AppDb db, GatheringPictures pictures) : IJob
{
    public const string JobName = "old-drafts";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var latest = db.Clock.GetUtcNow() - Kept;
        var old = await db.Gatherings.Where(g => g.State == GatheringState.Discarded && g.ChangedAt <= latest).ToListAsync(cancelled);
        await pictures.TakeDown(old.ConvertAll(g => g.Id));
        db.Gatherings.RemoveRange(old);
        await db.SaveChangesAsync(cancelled);
        db.GatheringSeries.RemoveRange(await db.GatheringSeries.Where(s => !db.Gatherings.Any(g => g.SeriesId == s.Id)).ToListAsync(cancelled));
        await db.SaveChangesAsync(cancelled);
    }
}
