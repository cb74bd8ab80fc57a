using Verksam.Kernel.Audit;
using Verksam.Kernel.Search;

namespace Verksam.Kernel.Bulk;

/// <summary>Saves very many new things at once, with the same audit rows and the same moved stamp as <c>SaveChangesAsync</c> gives.</summary>
internal static class BulkSave
{
    private const int Some = 2_000;

    /// <param name="things">In the order in which their tables depend on each other. Not tracked, before or after.</param>
    /// <exception cref="InvalidOperationException">No transaction is open: half of it would stand if the other half failed.</exception>
    public static async Task AddMany(this AppDb db, IEnumerable<IEnumerable<object>> things, CancellationToken cancelled)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Many things are saved within a transaction.");
        var (writer, now, told) = (Writer(db), db.Clock.GetUtcNow(), new List<IEnumerable<AuditEntry>>());
        foreach (var rows in things.Select(t => t as IReadOnlyList<object> ?? [.. t]).Where(t => t.Count > 0))
        {
            var table = db.Model.FindEntityType(rows[0].GetType())!;
            if (rows[0] is not IAside)
                db.StampIsDue();
            if (rows[0] is ISought)
                db.SeekAnew(rows.Cast<ISought>().Select(r => r.Sought));
            await writer.Write(db, table, rows, cancelled);
            if (rows[0] is IAudited)
                told.Add(AuditTrail.OfMany(AuditKind.Created, table, rows, db.Actor, now));
        }
        if (told.Count > 0)
            await Tell(db, writer, told.SelectMany(t => t), cancelled);
    }

    /// <summary>Notes that very many things go, which whoever asks then removes with one statement in the same transaction.</summary>
    public static async Task NoteGoing(this AppDb db, IEnumerable<IEnumerable<object>> things, CancellationToken cancelled)
    {
        var (now, all) = (db.Clock.GetUtcNow(), things.Select(t => t.ToList()).ToList());
        db.SeekAnew(all.SelectMany(t => t.OfType<ISought>()).Select(s => s.Sought));
        db.StampIsDue();
        await Tell(db, Writer(db), all.Where(t => t.Count > 0)
            .SelectMany(t => AuditTrail.OfMany(AuditKind.Removed, db.Model.FindEntityType(t[0].GetType())!, t, db.Actor, now)), cancelled);
    }

    private static IBulkWriter Writer(AppDb db) => db is SqliteAppDb ? new EmbeddedBulk() : new PostgresBulk();

    // made when they are to be written, and forgotten
    private static async Task Tell(AppDb db, IBulkWriter writer, IEnumerable<AuditEntry> audit, CancellationToken cancelled)
    {
        await foreach (var some in audit.Chunk(Some).Ahead(cancelled))
            await writer.Write(db, db.Model.FindEntityType(typeof(AuditEntry))!, some, cancelled);
    }
}
