using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>
/// Every evening: whoever is asked about a stand that ends today is asked how it went, as soon as it is over. Where nobody is named, those who arrange in
/// the unit are. The end is in the key of the letter: run twice it is one, and what was moved is asked of anew.
/// </summary>
internal sealed class EveningRound(AppDb db, Kinds kinds) : IJob
{
    public const string JobName = "stand-evening";

    /// <summary>So long after it ends, to carry home first.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    private const int MostAsked = 3;

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var (now, codes, day) = (db.Clock.GetUtcNow(), await kinds.Out(), OurTime.DayOf(dueAt));
        var (morning, midnight) = (OurTime.EndOf(day.AddDays(-1)), OurTime.EndOf(day));
        foreach (var stand in await db.Gatherings.AsNoTracking().Where(g => codes.Contains(g.Kind) && g.State == GatheringState.Published && g.Ends > morning && g.Ends <= midnight).ToListAsync(cancelled))
        {
            var letters = (await Asked(stand, day, cancelled)).Select(to => EveningLetter.Write(stand, to, stand.Ends + Pause > now ? stand.Ends + Pause : now)).ToList();
            var keys = letters.ConvertAll(l => l.Key);
            var known = await db.Letters.Where(l => keys.Contains(l.Key)).Select(l => l.Key).ToListAsync(cancelled);
            db.Letters.AddRange(letters.Where(l => !known.Contains(l.Key)));
        }
        await db.SaveChangesAsync(cancelled);
    }

    private async Task<IReadOnlyList<Id<Person>>> Asked(Gathering stand, DateOnly day, CancellationToken cancelled) => stand.ContactId is { } contact ? [contact]
        : await db.Assignments.Where(a => a.UnitId == stand.UnitId && a.From <= day && (a.To == null || day <= a.To)
                && db.Roles.Any(r => r.Id == a.RoleId && (r.Permissions & Permission.Arrange) == Permission.Arrange) && db.People.Any(p => p.Id == a.PersonId && p.Email != null))
            .OrderBy(a => db.Roles.Where(r => r.Id == a.RoleId).Select(r => r.Order).First()).ThenBy(a => a.Id).Select(a => a.PersonId).Take(MostAsked).ToListAsync(cancelled);
}
