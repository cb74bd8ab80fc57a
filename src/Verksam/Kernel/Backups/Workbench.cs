using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Backups;

/// <summary>The database of an installation without the house around it: for a command, and for trying a backup somewhere else.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    /// <param name="more">What a room's command needs besides.</param>
    public Workbench(Installation installation, TimeProvider clock, Action<IServiceCollection>? more = null)
    {
        Installation = installation;
        var services = new ServiceCollection();
        services.AddSingleton(installation).AddSingleton(clock).AddDatabase(installation);
        services.AddFiles().AddScoped<BackupWriter>().AddScoped<Restoring>().AddScoped<Readiness>();
        services.AddLogging();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
    }

    public Installation Installation { get; }

    public AppDb Db => Get<AppDb>();

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (Db.Database.GetDbConnection() is SqliteConnection embedded)
            SqliteConnection.ClearPool(embedded); // a database that is thrown away must not be held open
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
