using Verksam.Features.Planning.Measures;
using Verksam.Kernel.Jobs;

namespace Verksam;

/// <summary>Everything that happens by itself, a line each, in the organisation's own time.</summary>
internal static class Schedule
{
    public static IReadOnlyList<Recurring> Everything { get; } =
    [
        new(NightlyPoints.JobName, new TimeOnly(3, 15)),
    ];
}
