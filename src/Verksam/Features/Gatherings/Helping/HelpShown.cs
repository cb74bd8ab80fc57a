using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Helping;

/// <summary>What those who arrange see on the gathering's page of the help they have asked for.</summary>
/// <param name="From">The unit that is asked.</param>
internal sealed record HelpShown(string From, IReadOnlyList<HelpRequest> All)
{
    /// <summary>Null where there is nobody above to ask.</summary>
    public static async Task<HelpShown?> Of(AppDb db, Gathering gathering, Unit unit) => unit.ParentId is not { } parent ? null
        : new(await db.Units.Where(u => u.Id == parent).Select(u => u.Name).SingleAsync(), await db.HelpRequests.AsNoTracking().Where(h => h.GatheringId == gathering.Id).OrderBy(h => h.At).ThenBy(h => h.Id).ToListAsync());
}
