using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Verksam.Kernel.Bulk;

/// <summary>SQLite: one prepared statement for all rows.</summary>
internal sealed class EmbeddedBulk : IBulkWriter
{
    public async Task Write(AppDb db, IEntityType table, IReadOnlyList<object> rows, CancellationToken cancelled)
    {
        var shape = BulkTable.Of(table);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // names of the model, quoted; every value is a parameter
        command.CommandText = $"INSERT INTO {shape.Quoted} ({shape.QuotedColumns}) VALUES ({string.Join(", ", shape.Columns.Select((_, at) => $"@p{at}"))})";
#pragma warning restore CA2100
        var parameters = new List<DbParameter>(shape.Columns.Count);
        for (var at = 0; at < shape.Columns.Count; at++)
        {
            var parameter = shape.Columns[at].Mapping.CreateParameter(command, $"@p{at}", null, nullable: true);
            parameters.Add(parameter);
            command.Parameters.Add(parameter);
        }
        await command.PrepareAsync(cancelled);
        foreach (var row in rows)
        {
            for (var at = 0; at < parameters.Count; at++)
                parameters[at].Value = shape.Columns[at].Of(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancelled);
        }
    }
}
