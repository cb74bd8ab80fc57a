using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Jobs;

/// <summary>Writes a row for what the schedule says is due, leases rows one at a time, and runs them.</summary>
internal sealed partial class JobWorker(IServiceScopeFactory scopes, IReadOnlyList<Recurring> schedule, TimeProvider clock, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _started = clock.GetUtcNow();

    /// <summary>Runs everything that is due now; how many were run.</summary>
    public async Task<int> RunDue(CancellationToken cancelled)
    {
        await Plan(cancelled);
        var run = 0;
        while (await RunNext(cancelled))
            run++;
        return run;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do // at once: what fell due while nobody was there has waited long enough
        {
            try
            {
                await RunDue(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogTrouble(log, trouble, "schedule"); // the database is away: what is due stays due
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    // what was due before this installation ever started is not made up for
    private async Task Plan(CancellationToken cancelled)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var moved = await db.Settings.Where(s => s.Name.StartsWith("schedule-")).ToDictionaryAsync(s => s.Name, s => s.Value, cancelled);
        foreach (var job in schedule.Select(r => new Job(r.Name, r.Moved(moved.GetValueOrDefault(r.Setting)).Latest(clock.GetUtcNow()))))
        {
            var known = await db.Jobs.AnyAsync(j => j.Name == job.Name && j.DueAt >= job.DueAt, cancelled);
            var first = job.DueAt < _started && !await db.Jobs.AnyAsync(j => j.Name == job.Name, cancelled);
            if (known || first)
                continue;
            db.Jobs.Add(job);
            await SaveUnlessTaken(db, job, cancelled);
        }
    }

    private static async Task SaveUnlessTaken(AppDb db, Job job, CancellationToken cancelled)
    {
        try
        {
            await db.SaveChangesAsync(cancelled);
        }
        catch (DbUpdateException taken) when (Database.IsBefore(taken))
        {
            db.Entry(job).State = EntityState.Detached; // another node wrote the same row first
        }
    }

    private async Task<bool> RunNext(CancellationToken cancelled)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await LeaseNext(db, cancelled) is not { } job)
            return false;
        using var trace = Work.Begin(job.Name);
        try
        {
            HouseWords.Now = await scope.ServiceProvider.GetRequiredService<WordsShelf>().Now();
            await scope.ServiceProvider.GetServices<IJob>().Single(j => j.Name == job.Name).Run(job.DueAt, cancelled);
            job.Done(clock.GetUtcNow());
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            LogTrouble(log, trouble, job.Name);
            db.ChangeTracker.Clear();
            job = await db.Jobs.SingleAsync(j => j.Id == job.Id, cancelled);
            job.Failed(trouble.GetType().Name, clock.GetUtcNow());
        }
        Work.Job(job.Name, job.DoneAt is not null);
        await db.SaveChangesAsync(CancellationToken.None); // what is done is done, also on a node that is asked to stop
        return true;
    }

    private async Task<Job?> LeaseNext(AppDb db, CancellationToken cancelled)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Lease;
        var free = db.Jobs.Where(j => j.DoneAt == null && j.Tries < Job.MostTries && j.DueAt <= now && (j.LeasedUntil == null || j.LeasedUntil < now));
        foreach (var id in await free.OrderBy(j => j.DueAt).Select(j => j.Id).ToListAsync(cancelled))
        {
            if (await free.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until), cancelled) == 1)
                return await db.Jobs.SingleAsync(j => j.Id == id, cancelled);
        }
        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Name} did not succeed; it is tried again")]
    private static partial void LogTrouble(ILogger logger, Exception trouble, string name);
}
