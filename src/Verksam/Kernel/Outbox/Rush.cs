namespace Verksam.Kernel.Outbox;

/// <summary>
/// People wait for an answer, in line for something that is done one at a time. Letters wait for them, a little:
/// the embedded database has one writer, and whoever finds it busy sleeps longer than the other writes.
/// </summary>
internal sealed class Rush(TimeProvider clock)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private int _people;

    /// <summary>One more waits, until it is disposed of.</summary>
    public IDisposable Enter()
    {
        Interlocked.Increment(ref _people);
        return new Place(this);
    }

    /// <summary>When nobody waits any more, and at the latest after a time: a line that never ends keeps no letter for good.</summary>
    public async Task Over(TimeSpan atMost, CancellationToken cancelled)
    {
        var began = clock.GetTimestamp();
        while (Volatile.Read(ref _people) > 0 && clock.GetElapsedTime(began) < atMost)
            await Task.Delay(Breath, clock, cancelled);
    }

    private sealed class Place(Rush rush) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref rush._people);
    }
}
