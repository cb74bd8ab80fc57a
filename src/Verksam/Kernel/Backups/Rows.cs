using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Backups.Format;

namespace Verksam.Kernel.Backups;

/// <summary>Reads whole tables as they were at one moment, while others go on writing.</summary>
internal sealed class Rows : IAsyncDisposable
{
    private readonly AppDb? _opened;
    private readonly DbTransaction _transaction;

    /// <summary>As an unfinished act sees them.</summary>
    public Rows(DbTransaction transaction) => _transaction = transaction;

    private Rows(DbTransaction transaction, AppDb opened) : this(transaction) => _opened = opened;

    /// <summary>A read transaction of its own: what SQLite's first question saw, what PostgreSQL calls repeatable.</summary>
    public static async Task<Rows> AtOneMoment(AppDb db, CancellationToken cancelled)
    {
        await db.Database.OpenConnectionAsync(cancelled);
        var connection = db.Database.GetDbConnection();
        var rows = new Rows(await Begin(connection, cancelled), db);
        // the moment is that of the first question
        await using var command = rows.Command((connection is SqliteConnection ? "" : "SET TRANSACTION READ ONLY; ") + "SELECT 1 FROM \"Stamps\"");
        await command.ExecuteNonQueryAsync(cancelled);
        return rows;
    }

    public async IAsyncEnumerable<object?[]> Of(BackupTable table, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var key = string.Join(", ", table.Key.Select(c => $"\"{c}\""));
        await using var command = Command($"""SELECT {Names(table)} FROM "{table.Name}" ORDER BY {key}""");
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancelled);
        while (await reader.ReadAsync(cancelled))
        {
            var row = new object?[table.Columns.Count];
            for (var at = 0; at < row.Length; at++)
                row[at] = Cell.Read(reader, at, table.Columns[at].Kind);
            yield return row;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_opened is null)
            return;
        await _transaction.DisposeAsync();
        await _opened.Database.CloseConnectionAsync();
    }

    // not deferred, SQLite would keep every writer out
    [SuppressMessage("Performance", "CA1849", Justification = "The embedded database has no way to defer and to await")]
    private static async Task<DbTransaction> Begin(DbConnection connection, CancellationToken cancelled) =>
        connection is SqliteConnection embedded ? embedded.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancelled);

    private string Names(BackupTable table) => table.Empty is not { } empty ? table.ColumnNames
        : table.ColumnNames.Replace($"\"{empty}\"", _transaction.Connection is SqliteConnection ? "x''" : "''::bytea", StringComparison.Ordinal);

    [SuppressMessage("Security", "CA2100", Justification = "The names are the model's own")]
    private DbCommand Command(string sql)
    {
        var command = _transaction.Connection!.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0; // as long as it takes
        return command;
    }
}
