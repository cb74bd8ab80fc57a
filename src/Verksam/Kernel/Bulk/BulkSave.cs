using Verksam.Kernel.Audit;
using Verksam.Kernel.Search;

namespace Verksam.Kernel.Bulk;

/// <summary>Saves very many new things at once, with the same audit rows and the same moved stamp as <c>SaveChangesAsync</c> gives.</summary>
internal static class BulkSave
{
    /// <param name="things">In the order in which their tables depend on each other. Not tracked, before or after.</param>
    /// <exception cref="InvalidOperationException">No transaction is open: half of it would stand if the other half failed.</exception>
    public static async Task AddMany(this AppDb db, IEnumerable<IEnumerable<object>> things, CancellationToken cancelled)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Many things are saved within a transaction.");
        var (writer, audit, now) = (Writer(db), new List<object>(), db.Clock.GetUtcNow());
        foreach (var rows in things.Select(t => t.ToList()).Where(t => t.Count > 0))
        {
            var table = db.Model.FindEntityType(rows[0].GetType())!;
            if (rows[0] is IAudited)
                audit.AddRange(AuditTrail.OfMany(AuditKind.Created, table, rows, db.Actor, now));
            if (rows[0] is not IAside)
                db.StampIsDue();
            if (rows[0] is ISought)
                db.SeekAnew(rows.Cast<ISought>().Select(r => r.Sought));
            await writer.Write(db, table, rows, cancelled);
        }
        await Write(db, writer, audit, cancelled);
    }

    /// <summary>Notes that very many things go, which whoever asks then removes with one statement in the same transaction.</summary>
    public static async Task NoteGoing(this AppDb db, IEnumerable<IEnumerable<object>> things, CancellationToken cancelled)
    {
        var (now, all) = (db.Clock.GetUtcNow(), things.Select(t => t.ToList()).ToList());
        db.SeekAnew(all.SelectMany(t => t.OfType<ISought>()).Select(s => s.Sought));
        var audit = all.Where(t => t.Count > 0)
            .SelectMany(t => AuditTrail.OfMany(AuditKind.Removed, db.Model.FindEntityType(t[0].GetType())!, t, db.Actor, now)).ToList<object>();
        db.StampIsDue();
        await Write(db, Writer(db), audit, cancelled);
    }

    private static IBulkWriter Writer(AppDb db) => db is SqliteAppDb ? new EmbeddedBulk() : new PostgresBulk();

    private static Task Write(AppDb db, IBulkWriter writer, List<object> audit, CancellationToken cancelled) =>
        audit.Count == 0 ? Task.CompletedTask : writer.Write(db, db.Model.FindEntityType(typeof(AuditEntry))!, audit, cancelled);
}
