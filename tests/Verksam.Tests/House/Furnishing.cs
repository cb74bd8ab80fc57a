using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Verksam.Tests.House;

/// <summary>
/// Lets a test change what Server.Build puts into the house, just before it is built: the hosting library announces that moment
/// (WebApplicationFactory listens to the same, but would also run Program, which writes on the console).
/// </summary>
internal sealed class Furnishing(Action<IHostBuilder> furnish) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // other tests build at the same time, each on a thread of its own
    private readonly int _thread = Environment.CurrentManagedThreadId;

    private bool IsOurs => Environment.CurrentManagedThreadId == _thread;

    public static T During<T>(Action<IHostBuilder> furnish, Func<T> build)
    {
        using var listening = DiagnosticListener.AllListeners.Subscribe(new Furnishing(furnish));
        return build();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (IsOurs && value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (IsOurs && value is { Key: "HostBuilding", Value: IHostBuilder builder })
            furnish(builder);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
