using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Every night: thirty days after a gathering it is forgotten what people answered and what they needed to be able to take part, and who without an account came, also who walked by. That somebody came stays, to be counted.</summary>
internal sealed class OldNeeds(AppDb db) : IJob
{
    public const string JobName = "old-needs";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var latest = db.Clock.GetUtcNow() - Kept;
        foreach (var old in await db.SignUps.Where(s => (s.Needs != null || s.LinkPrint != null) && db.Gatherings.Any(g => g.Id == s.GatheringId && g.Ends <= latest)).ToListAsync(cancelled))
            old.Forget();
        db.GatheringAnswers.RemoveRange(await db.GatheringAnswers.Where(a => db.SignUps.Any(s => s.Id == a.SignUpId && db.Gatherings.Any(g => g.Id == s.GatheringId && g.Ends <= latest))).ToListAsync(cancelled));
        db.Guests.RemoveRange(await db.Guests.Where(u => db.Gatherings.Any(g => g.Id == u.GatheringId && g.Ends <= latest)).ToListAsync(cancelled));
        foreach (var walked in await db.Attendances.Where(a => a.Name != null && db.Gatherings.Any(g => g.Id == a.GatheringId && g.Ends <= latest)).ToListAsync(cancelled))
            walked.Forget();
        await db.SaveChangesAsync(cancelled);
    }
}
