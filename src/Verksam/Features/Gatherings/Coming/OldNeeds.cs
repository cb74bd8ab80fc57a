using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Every night: what people needed to be able to take part is forgotten thirty days after the gathering.</summary>
internal sealed class OldNeeds(AppDb db) : IJob
{
    public const string JobName = "old-needs";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var latest = db.Clock.GetUtcNow() - Kept;
        foreach (var old in await db.SignUps.Where(s => s.Needs != null && db.Gatherings.Any(g => g.Id == s.GatheringId && g.Ends <= latest)).ToListAsync(cancelled))
            old.Forget();
        await db.SaveChangesAsync(cancelled);
    }
}
