using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Programme;

/// <summary>Who takes part and what to read, as those see it who see the gathering.</summary>
internal sealed record ProgrammeShown(IReadOnlyList<Contributor> Contributors, IReadOnlyList<Reading> Readings)
{
    public static async Task<ProgrammeShown> Of(AppDb db, Id<Gathering> gathering) => new(
        await db.Contributors.AsNoTracking().Where(c => c.GatheringId == gathering).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(),
        await db.Readings.AsNoTracking().Where(r => r.GatheringId == gathering).OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync());
}
