using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Outbox;

/// <summary>Wakes the worker at once when a letter was written on this node; other nodes find it when they look.</summary>
internal sealed class OutboxBell : IDisposable
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

/// <summary>Sends what is due. A letter is leased first, so that two nodes never send the same one at once.</summary>
internal sealed partial class OutboxWorker(IServiceScopeFactory scopes, OutboxBell bell, Rush rush, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await SendDueSafely(stoppingToken);
            await bell.Wait(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends every letter that is due now; how many left.</summary>
    public async Task<int> SendDue(CancellationToken cancelled)
    {
        var sent = 0;
        while (await SendNext(cancelled))
            sent++;
        return sent;
    }

    private async Task SendDueSafely(CancellationToken cancelled)
    {
        try
        {
            await SendDue(cancelled);
        }
        catch (Exception trouble) when (!cancelled.IsCancellationRequested)
        {
            LogTrouble(log, trouble); // the database is away or full: the rows are still there, we look again
        }
    }

    private async Task<bool> SendNext(CancellationToken cancelled)
    {
        await rush.Over(Patience, cancelled);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await LeaseNext(db, cancelled) is not { } letter)
            return false;
        try
        {
            // a letter at hand is seen through, and what became of it noted, also by a node that is asked to stop: else another sends it again
            await Deliver(scope.ServiceProvider, letter, CancellationToken.None);
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            LogTrouble(log, trouble); // one letter that cannot be written must not hold up the others
            letter.TryLater(trouble.GetType().Name, clock.GetUtcNow());
        }
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    private async Task Deliver(IServiceProvider services, Letter letter, CancellationToken cancelled)
    {
        HouseWords.Now = await services.GetRequiredService<WordsShelf>().Now();
        var kind = services.GetServices<ILetterKind>().SingleOrDefault(k => k.Kind == letter.Kind);
        if (kind is null)
            letter.Skip("unknown-kind");
        else if (await kind.Compose(letter, cancelled) is not { } composed)
            letter.Skip(await services.GetRequiredService<IAddresses>().HasNone(letter.To, cancelled) ? LetterReasons.NoAddress : kind.WhenEmpty);
        else
            Note(letter, await services.GetRequiredService<IPost>().Send(letter, composed, cancelled));
    }

    private async Task<Letter?> LeaseNext(AppDb db, CancellationToken cancelled)
    {
        var now = clock.GetUtcNow();
        var next = await db.Letters
            .Where(l => l.State == LetterState.Due && l.DueAt <= now && (l.LeasedUntil == null || l.LeasedUntil < now))
            .OrderBy(l => l.DueAt).Select(l => (Id<Letter>?)l.Id).FirstOrDefaultAsync(cancelled);
        if (next is not { } id)
            return null;
        DateTimeOffset? until = now + Lease;
        var taken = await db.Letters
            .Where(l => l.Id == id && l.State == LetterState.Due && (l.LeasedUntil == null || l.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.LeasedUntil, until), cancelled);
        return taken == 1 ? await db.Letters.SingleAsync(l => l.Id == id, cancelled) : await LeaseNext(db, cancelled);
    }

    private void Note(Letter letter, Delivery delivery)
    {
        if (delivery.Result == DeliveryResult.Accepted)
            letter.Sent(clock.GetUtcNow());
        else if (delivery.Result == DeliveryResult.TryLater)
            letter.TryLater(delivery.Said, clock.GetUtcNow());
        else
            letter.Fail(delivery.Said);
        Work.Letter(letter.Kind, delivery.Result == DeliveryResult.Accepted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters could not be sent just now")]
    private static partial void LogTrouble(ILogger logger, Exception trouble);
}
