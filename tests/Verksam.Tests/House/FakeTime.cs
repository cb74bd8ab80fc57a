namespace Verksam.Tests.House;

/// <summary>A clock that stands still until a test moves it. It starts on a Tuesday morning in March, in winter time.</summary>
internal sealed class FakeTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 8, 30, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 3, 10);

    private DateTimeOffset _now = Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTimeOffset now) => _now = now;
}
