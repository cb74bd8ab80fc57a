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
    /// <summary>Something must be answered before one can sign up.</summary>
    public bool MustAnswer { get; private init; }

    public bool HasLink => MayArrange || Own?.State == SignUpState.Coming;

    public bool IsOpen(DateTimeOffset now) => Gathering.State == GatheringState.Published && Gathering.Starts > now;

    public static async Task<ComingShown> Of(AppDb db, GatheringWords words, Gathering gathering, Id<Person> self, bool mayArrange)
    {
        var all = db.SignUps.AsNoTracking().Where(s => s.GatheringId == gathering.Id);
        var own = await all.SingleOrDefaultAsync(s => s.PersonId == self && s.State != SignUpState.Left);
        var held = await all.Where(s => s.State == SignUpState.Coming || s.State == SignUpState.Offered).GroupBy(s => new { s.State, s.IsOnline }).Select(g => new { g.Key.State, g.Key.IsOnline, People = g.Sum(s => 1 + s.Companions) }).ToListAsync();
        var place = own?.State == SignUpState.Waiting ? await all.CountAsync(s => s.State == SignUpState.Waiting && s.At <= own.At) : 0;
        return new ComingShown(gathering, own, held.Where(h => h.State == SignUpState.Coming).Sum(h => h.People), (gathering.Seats ?? 0) - held.Where(h => !h.IsOnline).Sum(h => h.People),
            place, own?.Until is { } until ? words.Instant(until) : "", mayArrange)
        { MustAnswer = await db.GatheringQuestions.AnyAsync(q => q.GatheringId == gathering.Id && q.IsRequired) };
    }
}
