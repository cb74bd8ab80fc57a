using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>What those who were there thought of it, together.</summary>
/// <param name="Mean">From 1 to 5.</param>
/// <param name="Again">How many say that they come again.</param>
internal sealed record Opinions(int Count, double Mean, int Again, IReadOnlyList<string> Otherwise)
{
    /// <summary>Null when nobody has said anything.</summary>
    public static async Task<Opinions?> Of(AppDb db, Id<Gathering> gathering)
    {
        var all = await db.Opinions.AsNoTracking().Where(o => o.GatheringId == gathering).ToListAsync();
        // in the order of their words: in the order they came a name could be guessed
        return all.Count == 0 ? null : new Opinions(all.Count, all.Average(o => o.Score), all.Count(o => o.Again == Messages.Again.Yes), [.. all.Select(o => o.Otherwise).OfType<string>().Order(StringComparer.CurrentCulture)]);
    }
}
