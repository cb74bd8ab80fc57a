using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Verksam.Kernel.Bulk;

/// <summary>SQLite: one prepared statement for all rows.</summary>
internal sealed class EmbeddedBulk : IBulkWriter
{
    public Task Write(AppDb db, IEntityType table, IEnumerable<object> rows, CancellationToken cancelled)
    {
        using var insert = new EmbeddedInsert((SqliteConnection)db.Database.GetDbConnection(), table);
        foreach (var row in rows)
        {
            cancelled.ThrowIfCancellationRequested();
            insert.Write(row);
        }
        return Task.CompletedTask;
    }
}
