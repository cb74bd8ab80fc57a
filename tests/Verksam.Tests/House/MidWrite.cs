using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using Xunit;

namespace Verksam.Tests.House;

/// <summary>
/// Tells when another process stands in the midst of a long write. PostgreSQL: the stamp, which is written last, is held, and whoever waits for it
/// has written to a table that is named. SQLite: there is one writer at a time, and nobody else has come in for a while.
/// </summary>
internal sealed class MidWrite : IAsyncDisposable
{
    private const int Often = 20, Long = 5, Most = 2_000;

    private readonly TestDatabase _database;
    private readonly NpgsqlConnection? _held;

    private MidWrite(TestDatabase database, NpgsqlConnection? held) => (_database, _held) = (database, held);

    public static async Task<MidWrite> Watch(TestDatabase database)
    {
        if (database.Connection is not { } to)
            return new MidWrite(database, null);
        var held = new NpgsqlConnection(to);
        await held.OpenAsync();
        await using var hold = new NpgsqlCommand("""BEGIN; UPDATE "Stamps" SET "Number" = "Number" """, held);
        await hold.ExecuteNonQueryAsync();
        return new MidWrite(database, held);
    }

    public async Task Reached(string table)
    {
        for (int busy = 0, tries = 0; busy < (_held is null ? Long : 1); tries++)
        {
            if (tries == Most)
                throw new TimeoutException("Nobody came to the midst of a write.");
            await Task.Delay(TimeSpan.FromMilliseconds(Often), TimeProvider.System, TestContext.Current.CancellationToken);
            busy = _held is null ? (IsTaken() ? busy + 1 : 0) : await IsWaiting(table) ? 1 : 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
            await _held.DisposeAsync();
    }

    private bool IsTaken()
    {
        using var other = new SqliteConnection($"Data Source={Path.Combine(_database.Folder, "verksam.db")};Pooling=False");
        other.Open();
        return raw.sqlite3_exec(other.Handle, "BEGIN IMMEDIATE") == raw.SQLITE_BUSY;
    }

    private async Task<bool> IsWaiting(string table)
    {
        await using var other = new NpgsqlConnection(_database.Connection);
        await other.OpenAsync();
        await using var asked = new NpgsqlCommand("""
            SELECT count(*) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid JOIN pg_class c ON c.oid = l.relation
            WHERE a.wait_event_type = 'Lock' AND a.datname = current_database() AND c.relname = @table AND l.mode = 'RowExclusiveLock'
            """, other);
        asked.Parameters.AddWithValue("table", table);
        return await asked.ExecuteScalarAsync() is > 0L;
    }
}
