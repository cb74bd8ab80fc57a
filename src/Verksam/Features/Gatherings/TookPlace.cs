using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>Gatherings of which somebody has said that they took place: what measures and the plan count.</summary>
internal static class TookPlace
{
    public static IQueryable<Gathering> WereHeld(this IQueryable<Gathering> gatherings) =>
        gatherings.Where(g => g.State == GatheringState.Held || g.State == GatheringState.Reported);

    /// <summary>Those that began on one of the days.</summary>
    public static IQueryable<Gathering> WereHeld(this IQueryable<Gathering> gatherings, DateOnly from, DateOnly to)
    {
        var (begin, end) = (OurTime.EndOf(from.AddDays(-1)), OurTime.EndOf(to));
        return gatherings.WereHeld().Where(g => g.Starts >= begin && g.Starts < end);
    }
}
