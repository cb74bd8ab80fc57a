using Verksam.Kernel.Audit;

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
        IBulkWriter writer = db is SqliteAppDb ? new EmbeddedBulk() : new PostgresBulk();
        var (audit, now) = (new List<object>(), db.Clock.GetUtcNow());
        foreach (var rows in things.Select(t => t.ToList()).Where(t => t.Count > 0))
        {
            var table = db.Model.FindEntityType(rows[0].GetType())!;
            if (rows[0] is IAudited)
                audit.AddRange(AuditTrail.OfNew(table, rows, db.Actor, now));
            if (rows[0] is not IAside)
                db.StampIsDue();
            await writer.Write(db, table, rows, cancelled);
        }
        if (audit.Count > 0)
            await writer.Write(db, db.Model.FindEntityType(typeof(AuditEntry))!, audit, cancelled);
    }
}
