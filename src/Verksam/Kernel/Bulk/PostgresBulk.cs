using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Verksam.Kernel.Bulk;

/// <summary>PostgreSQL: COPY in its binary form.</summary>
internal sealed class PostgresBulk : IBulkWriter
{
    public async Task Write(AppDb db, IEntityType table, IEnumerable<object> rows, CancellationToken cancelled)
    {
        var shape = BulkTable.Of(table);
        var kinds = shape.Columns.Select(c => c.Mapping.StoreTypeNameBase).ToList();
        await using var copy = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImportAsync($"COPY {shape.Quoted} ({shape.QuotedColumns}) FROM STDIN (FORMAT BINARY)", cancelled);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancelled);
            for (var at = 0; at < kinds.Count; at++)
            {
                if (shape.Columns[at].Of(row) is { } value)
                    await copy.WriteAsync(value, kinds[at], cancelled);
                else
                    await copy.WriteNullAsync(cancelled);
            }
        }
        await copy.CompleteAsync(cancelled);
    }
}
