using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Planning.Killed;

/// <summary>
/// Holds all writers at one place until it is opened, so that what follows is writing and nothing else: the embedded database at a transaction's
/// first statement, PostgreSQL in its midst, at the audit rows.
/// </summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;

    private Gate(DbConnection connection, DbTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<Gate> Close(TestDatabase database)
    {
        DbConnection connection = database.Connection is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(database.Folder, "verksam.db")};Pooling=False");
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync(); // on SQLite that alone keeps other writers out
        if (database.Connection is not null)
        {
            await using var hold = connection.CreateCommand();
            hold.CommandText = """LOCK TABLE "Audit" IN EXCLUSIVE MODE""";
            await hold.ExecuteNonQueryAsync();
        }
        return new Gate(connection, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
