namespace Verksam.Kernel.Hosting;

/// <summary>Something to do once the database is up to date and before the first request: a demo to fill, roles to add.</summary>
internal interface IAtStart
{
    Task Run(IServiceProvider services, CancellationToken cancelled);
}

/// <summary>Brings the database up to date before anything else starts.</summary>
internal sealed class Preparation(IServiceScopeFactory scopes, Installation installation, TimeProvider clock) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Database.Prepare(scope.ServiceProvider.GetRequiredService<AppDb>(), installation, clock);
        foreach (var step in scope.ServiceProvider.GetServices<IAtStart>())
            await step.Run(scope.ServiceProvider, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
