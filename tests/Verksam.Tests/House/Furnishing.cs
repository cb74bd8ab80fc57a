using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Verksam.Tests.House;

/// <summary>
/// Lets a test change what Server.Build puts into the house, just before it is built: the hosting library announces that moment
/// (WebApplicationFactory listens to the same, but would also run Program, which writes on the console).
/// </summary>
internal sealed class Furnishing(Action<IHostBuilder> furnish) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // other tests build at the same time, each on a thread of its own
    private readonly int _thread = Environment.CurrentManagedThreadId;

    // the listener outlives the house: whoever goes on listening keeps the house in memory
    private IDisposable? _listening;

    private bool IsOurs => Environment.CurrentManagedThreadId == _thread;

    public static T During<T>(Action<IHostBuilder> furnish, Func<T> build)
    {
        using var furnishing = new Furnishing(furnish);
        using var all = DiagnosticListener.AllListeners.Subscribe(furnishing);
        return build();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (IsOurs && value.Name == "Microsoft.Extensions.Hosting")
            _listening = value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (IsOurs && value is { Key: "HostBuilding", Value: IHostBuilder builder })
            furnish(builder);
    }

    public void Dispose() => _listening?.Dispose();

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
