using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>How it stands with the seats of a gathering, for one who looks.</summary>
/// <param name="Count">How many come, companions too.</param>
/// <param name="Left">How many seats are free, those that are held for an answer not counted.</param>
/// <param name="Place">One's place on the waiting list.</param>
/// <param name="Until">Until when an offered seat is held, in words.</param>
internal sealed record ComingShown(Gathering Gathering, SignUp? Own, int Count, int Left, int Place, string Until, bool MayArrange)
{
    public bool HasLink => MayArrange || Own?.State == SignUpState.Coming;

    public bool IsOpen(DateTimeOffset now) => Gathering.State == GatheringState.Published && Gathering.Starts > now;

    public static async Task<ComingShown> Of(AppDb db, GatheringWords words, Gathering gathering, Id<Person> self, bool mayArrange)
    {
        var all = await db.SignUps.AsNoTracking().Where(s => s.GatheringId == gathering.Id && s.State != SignUpState.Left).ToListAsync();
        var own = all.Find(s => s.PersonId == self);
        return new ComingShown(gathering, own, all.Where(s => s.State == SignUpState.Coming).Sum(s => 1 + s.Companions), (gathering.Seats ?? 0) - all.Where(s => s.Holds).Sum(s => s.Seats),
            own is null ? 0 : all.Count(s => s.State == SignUpState.Waiting && (s.At, s.Id.Value).CompareTo((own.At, own.Id.Value)) <= 0), own?.Until is { } until ? words.Instant(until) : "", mayArrange);
    }
}
