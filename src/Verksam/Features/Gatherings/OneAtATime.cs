using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings;

/// <summary>Acts on a gathering that must not happen at once: seats and shifts are given out one act after the other.</summary>
internal static class OneAtATime
{
    /// <summary>In an open transaction: the row is written first, so that the next who asks waits until this is done.</summary>
    public static Task Hold(this AppDb db, Id<Gathering> id) => db.Gatherings.Where(g => g.Id == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Seats, g => g.Seats));
}
