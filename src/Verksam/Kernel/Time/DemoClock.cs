namespace Verksam.Kernel.Time;

/// <summary>A clock that was set to another day and runs on from there.</summary>
internal sealed class DemoClock : TimeProvider
{
    private TimeSpan _ahead;

    /// <summary>Makes <paramref name="shown"/> what the clock showed at the true moment <paramref name="then"/>.</summary>
    public void Set(DateTimeOffset shown, DateTimeOffset then) => _ahead = shown - then;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
