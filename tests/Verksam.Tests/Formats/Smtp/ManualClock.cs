namespace Verksam.Tests.Formats.Smtp;

/// <summary>Time that passes when a test says so; whoever waits is woken then.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private readonly Lock _lock = new();
    private DateTimeOffset _now = new(2027, 3, 9, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Somebody waits for so long from now.</summary>
    public async Task IsAwaited(TimeSpan time)
    {
        while (!Waits(_now + time)) await Task.Yield();
    }

    public void Advance(TimeSpan time)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now += time;
            due = _alarms.FindAll(a => a.Due <= _now);
            _alarms.RemoveAll(due.Contains);
        }
        due.ForEach(a => a.Ring());
    }

    private bool Waits(DateTimeOffset due)
    {
        lock (_lock) return _alarms.Exists(a => a.Due == due);
    }

    private sealed class Alarm(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
                if (dueTime < TimeSpan.Zero) return true;
                Due = clock._now + dueTime;
                clock._alarms.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
