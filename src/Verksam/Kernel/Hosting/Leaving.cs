using System.Globalization;

namespace Verksam.Kernel.Hosting;

/// <summary>
/// A node that is told to stop says so first, and goes on answering until the proxy in front has seen it and sends people to the others.
/// VERKSAM_DRAIN_SECONDS is how long that takes; whoever runs one node only has nobody to wait for.
/// </summary>
internal sealed class Leaving(IConfiguration configuration, TimeProvider clock) : IHostedLifecycleService
{
    public const string Setting = "VERKSAM_DRAIN_SECONDS";

    private const int MostSeconds = 30;

    // what was asked for before the door closed
    private static readonly TimeSpan ForTheLast = TimeSpan.FromSeconds(15);

    private readonly TimeSpan _drain = Drain(configuration);

    private volatile bool _leaves;

    /// <summary>No stop takes longer.</summary>
    public static TimeSpan Longest => TimeSpan.FromSeconds(MostSeconds) + ForTheLast;

    /// <summary>Told to stop: another node is to be asked.</summary>
    public bool Leaves => _leaves;

    /// <summary>How long the last requests have, from when the node is told to stop.</summary>
    public TimeSpan Allowed => _drain + ForTheLast;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _leaves = true;
        return _drain == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(_drain, clock, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static TimeSpan Drain(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } set)
            return TimeSpan.Zero;
        return int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MostSeconds
            ? TimeSpan.FromSeconds(seconds) : throw new CannotStart("Ui.CannotStart.Drain", Setting, MostSeconds, set);
    }
}

internal static class LeavingModule
{
    public static void AddLeaving(this IServiceCollection services)
    {
        services.AddSingleton<Leaving>().AddHostedService(provider => provider.GetRequiredService<Leaving>());
        services.AddOptions<HostOptions>().Configure<Leaving>((host, leaving) => host.ShutdownTimeout = leaving.Allowed);
    }
}
