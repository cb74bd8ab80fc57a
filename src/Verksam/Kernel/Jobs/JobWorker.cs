using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Jobs;

/// <summary>Writes a row for what the schedule says is due, leases rows one at a time, and runs them.</summary>
internal sealed partial class JobWorker(IServiceScopeFactory scopes, IReadOnlyList<Recurring> schedule, JobBell bell, TimeProvider clock, ILogger<JobWorker> log) : BackgroundService
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

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
        await Safely(LetGo, stoppingToken);
        while (!stoppingToken.IsCancellationRequested) // at once: what fell due while nobody was there has waited long enough
        {
            await Safely(RunDue, stoppingToken);
            await bell.Wait(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Safely(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
        }
        catch (Exception trouble) when (!stopping.IsCancellationRequested)
        {
            LogTrouble(log, trouble, "schedule"); // the database is away: what is due stays due
        }
    }

    // what a life that was killed on this machine had begun, nobody is at any more
    private async Task LetGo(CancellationToken cancelled)
    {
        await using var scope = scopes.CreateAsyncScope();
        var begun = scope.ServiceProvider.GetRequiredService<AppDb>().Jobs.Where(j => j.DoneAt == null && j.LeasedBy != null);
        var holders = await begun.Select(j => j.LeasedBy!).Distinct().ToListAsync(cancelled);
        var gone = holders.Where(Holder.IsGone).ToList();
        if (gone.Count > 0)
            await begun.Where(j => gone.Contains(j.LeasedBy!)).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, (DateTimeOffset?)null).SetProperty(j => j.LeasedBy, (string?)null), cancelled);
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
            await Run(job, scope.ServiceProvider, cancelled);
            if (job.Subject is not null)
                job = await Anew(db, job.Id); // it has said how far it came, and may have read half of the house into memory
            job.Done(clock.GetUtcNow());
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            LogTrouble(log, trouble, job.Name);
            job = await Failed(db, job.Id, trouble);
        }
        Work.Job(job.Name, job.DoneAt is not null);
        await db.SaveChangesAsync(CancellationToken.None); // what is done is done, also on a node that is asked to stop
        return true;
    }

    private static async Task Run(Job job, IServiceProvider services, CancellationToken cancelled)
    {
        if (job.Subject is not { } subject)
        {
            await services.GetServices<IJob>().Single(j => j.Name == job.Name).Run(job.DueAt, cancelled);
            return;
        }
        var progress = services.GetRequiredService<ProgressBoard>().For(job.Id, subject);
        try
        {
            await services.GetServices<IAskedJob>().Single(j => j.Name == job.Name).Run(subject, progress, cancelled);
        }
        finally
        {
            progress.Done();
        }
    }

    private async Task<Job> Failed(AppDb db, Id<Job> id, Exception trouble)
    {
        var job = await Anew(db, id);
        if (job is { Subject: { } subject, IsLastTry: true })
            await GiveUp(job.Name, subject);
        job.Failed(trouble.GetType().Name, clock.GetUtcNow());
        return job;
    }

    private static async Task<Job> Anew(AppDb db, Id<Job> id)
    {
        db.ChangeTracker.Clear();
        return await db.Jobs.SingleAsync(j => j.Id == id, CancellationToken.None);
    }

    private async Task GiveUp(string name, Guid subject)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IAskedJob>().Single(j => j.Name == name).GiveUp(subject);
    }

    private async Task<Job?> LeaseNext(AppDb db, CancellationToken cancelled)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Lease;
        var free = db.Jobs.Where(j => j.DoneAt == null && j.Tries < Job.MostTries && j.DueAt <= now && (j.LeasedUntil == null || j.LeasedUntil < now));
        foreach (var id in await free.OrderBy(j => j.DueAt).Select(j => j.Id).ToListAsync(cancelled))
        {
            if (await free.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until).SetProperty(j => j.LeasedBy, Holder.Mine), cancelled) == 1)
                return await db.Jobs.SingleAsync(j => j.Id == id, cancelled);
        }
        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Name} did not succeed; it is tried again")]
    private static partial void LogTrouble(ILogger logger, Exception trouble, string name);
}
