using Microsoft.EntityFrameworkCore;

namespace Verksam.Features.People.Calling;

/// <summary>How many stand how on a list.</summary>
internal sealed class CallProgress(IReadOnlyDictionary<CallStanding, int> counts)
{
    /// <summary>Why somebody is on no caller's screen.</summary>
    public static readonly CallStanding[] LeftOut =
        [CallStanding.NoNumber, CallStanding.WrongNumber, CallStanding.AskedForPeace, CallStanding.Protected, CallStanding.Resting];

    public int this[CallStanding standing] => counts.GetValueOrDefault(standing);

    public int All => counts.Values.Sum();
    public int Reached => this[CallStanding.Reached];
    public int Left => this[CallStanding.Untried] + this[CallStanding.Again];
    public int Out => LeftOut.Sum(s => this[s]);

    /// <summary>Those whom anybody can or could call.</summary>
    public int ToCall => All - Out;

    public int Done => Reached + this[CallStanding.GivenUp];

    public static async Task<CallProgress> Of(CallList list, OnLists people) => new(
        (await (await people.Of(list)).GroupBy(o => o.Standing).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())
        .ToDictionary(g => g.Key, g => g.Count));
}
