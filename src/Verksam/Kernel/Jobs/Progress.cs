using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Verksam.Kernel.Jobs;

/// <summary>Wakes the worker at once when somebody on this node has asked for something; other nodes find it when they look.</summary>
internal sealed class JobBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        if (_rung.CurrentCount == 0)
            _rung.Release();
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancelled) => _rung.WaitAsync(atMost, cancelled);

    public void Dispose() => _rung.Dispose();
}

/// <summary>How far what was asked for has come, on this node; other nodes read the job's row.</summary>
internal sealed class ProgressBoard(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, (int Reached, int Whole)> _known = [];

    public Progress For(Id<Job> job, Guid subject) => new(scopes, clock, job, (reached, whole) => _known[subject] = (reached, whole), () => _known.TryRemove(subject, out _));

    public async Task<(int Reached, int Whole)> Of(AppDb db, Guid subject) => _known.TryGetValue(subject, out var here) ? here
        : await db.Jobs.Where(j => j.Subject == subject).OrderByDescending(j => j.DueAt).ThenByDescending(j => j.Id)
            .Select(j => new ValueTuple<int, int>(j.Reached, j.Whole)).FirstOrDefaultAsync();
}

/// <summary>Said by a job that people wait for; each time the lease is renewed, so that no other node takes it for dead.</summary>
internal sealed class Progress(IServiceScopeFactory scopes, TimeProvider clock, Id<Job> job, Action<int, int> tell, Action forget)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    private DateTimeOffset _written;

    /// <param name="db">The job's own. While it writes, the embedded database takes no other writer, and the row waits.</param>
    public async Task Say(AppDb db, int reached, int whole, CancellationToken cancelled)
    {
        tell(reached, whole);
        var now = clock.GetUtcNow();
        if (now - _written < Often || db is SqliteAppDb && db.Database.CurrentTransaction is not null)
            return;
        _written = now;
        await using var scope = scopes.CreateAsyncScope();
        DateTimeOffset? until = now + JobWorker.Lease;
        await scope.ServiceProvider.GetRequiredService<AppDb>().Jobs.Where(j => j.Id == job).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Reached, reached).SetProperty(j => j.Whole, whole).SetProperty(j => j.LeasedUntil, until), cancelled);
    }

    public void Done() => forget();
}
