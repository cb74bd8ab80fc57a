namespace Verksam.Kernel.Hosting;

/// <summary>
/// Gives back what starting used, once: building the database's model leaves tens of megabytes that nobody looks at again, and a house
/// where nobody asks for anything would keep them for hours, because the runtime collects only when somebody wants memory.
/// </summary>
internal sealed class Settling(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Started = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Started, clock, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
