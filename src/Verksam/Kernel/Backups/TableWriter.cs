using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Verksam.Kernel.Backups.Format;

namespace Verksam.Kernel.Backups;

/// <summary>Puts rows into one table, and sums up what it has put there.</summary>
internal sealed class TableWriter : IAsyncDisposable
{
    private readonly DbCommand _insert;
    private readonly BackupTable _table;
    private readonly IRestoreTarget _target;
    private readonly Line _line = new();

    [SuppressMessage("Security", "CA2100", Justification = "The names are the model's own")]
    public TableWriter(DbTransaction transaction, BackupTable table, IRestoreTarget target)
    {
        (_table, _target) = (table, target);
        _insert = transaction.Connection!.CreateCommand();
        _insert.Transaction = transaction;
        var places = string.Join(", ", table.Columns.Select(target.Placeholder));
        _insert.CommandText = $"""INSERT INTO "{table.Name}" ({table.ColumnNames}) VALUES ({places})""";
        for (var at = 0; at < table.Columns.Count; at++)
        {
            var parameter = _insert.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = ($"@p{at}", TypeOf(table.Columns[at].Kind));
            _insert.Parameters.Add(parameter);
        }
        _insert.Prepare();
    }

    public RowSum Sum { get; } = new();

    public async Task Put(object?[] row, CancellationToken cancelled)
    {
        for (var at = 0; at < row.Length; at++)
        {
            row[at] = _target.Held(row[at], _table.Columns[at]);
            _insert.Parameters[at].Value = row[at] ?? DBNull.Value;
        }
        await _insert.ExecuteNonQueryAsync(cancelled);
        Sum.Add(_line.Write(row).Span);
    }

    public async ValueTask DisposeAsync()
    {
        _line.Dispose();
        await _insert.DisposeAsync();
    }

    private static DbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => DbType.Int32,
        ColumnKind.Long => DbType.Int64,
        ColumnKind.Real => DbType.Double,
        ColumnKind.Decimal => DbType.Decimal,
        ColumnKind.Truth => DbType.Boolean,
        ColumnKind.Id => DbType.Guid,
        ColumnKind.Instant => DbType.DateTime,
        ColumnKind.Day => DbType.Date,
        ColumnKind.Hour => DbType.Time,
        ColumnKind.Bytes => DbType.Binary,
        _ => DbType.String,
    };
}
