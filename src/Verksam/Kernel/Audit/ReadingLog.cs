using System.Collections.Concurrent;
using Verksam.Kernel.Bulk;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Audit;

/// <summary>
/// Writes who reads what, before the answer leaves. Those who come while one writes wait, and the next of them writes for all who wait: one
/// commit for many readings.
/// </summary>
internal sealed class ReadingLog(Installation installation) : IDisposable
{
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1);
    private EmbeddedReadings? _embedded;

    /// <returns>When the reading is durable.</returns>
    /// <exception cref="Exception">It could not be written: nothing of what was read may be shown.</exception>
    public async Task Write<T>(AppDb db, Id<T> read)
    {
        var mine = new Waiting(new AuditEntry(AuditKind.Read, typeof(T).Name, read.Value, db.Actor, db.Clock.GetUtcNow(), "{}"));
        _waiting.Enqueue(mine);
        await _turn.WaitAsync();
        try
        {
            if (!mine.IsOver)
                await WriteAll(db);
        }
        finally
        {
            _turn.Release();
        }
        if (mine.Trouble is { } trouble)
            throw new IOException("The reading could not be written down.", trouble);
    }

    public void Dispose()
    {
        _embedded?.Dispose();
        _turn.Dispose();
    }

    private async Task WriteAll(AppDb db)
    {
        List<Waiting> all = [];
        while (_waiting.TryDequeue(out var one))
            all.Add(one);
        try
        {
            await Save(db, [.. all.Select(w => w.Entry)]);
            all.ForEach(w => w.IsOver = true);
        }
        catch (Exception trouble)
        {
            all.ForEach(w => (w.IsOver, w.Trouble) = (true, trouble));
            _embedded?.Dispose();
            _embedded = null;
            throw;
        }
    }

    private async Task Save(AppDb db, IReadOnlyList<AuditEntry> entries)
    {
        if (db is SqliteAppDb)
        {
            (_embedded ??= new(installation.SqliteFile, db)).Write(entries);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.AddMany([entries], CancellationToken.None);
        await transaction.CommitAsync();
    }

    private sealed class Waiting(AuditEntry entry)
    {
        public AuditEntry Entry => entry;
        public bool IsOver { get; set; }
        public Exception? Trouble { get; set; }
    }
}
