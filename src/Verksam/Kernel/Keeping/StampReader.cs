using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Keeping;

/// <summary>Reads the stamp. Every request asks, so the embedded database keeps the question ready on connections of its own.</summary>
internal sealed class StampReader(Installation installation) : IDisposable
{
    private const string Question = """SELECT "Number" FROM "Stamps" """;

    private readonly ConcurrentBag<SqliteCommand> _ready = [];
    private readonly string _embedded = new SqliteConnectionStringBuilder { DataSource = installation.SqliteFile, Pooling = false, DefaultTimeout = 30 }.ToString();

    public async ValueTask<long> Read(AppDb db)
    {
        if (db is SqliteAppDb)
            return ReadEmbedded();
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Question;
            return await command.ExecuteScalarAsync() as long? ?? 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public void Dispose()
    {
        while (_ready.TryTake(out var command))
            command.Connection!.Dispose();
    }

    private long ReadEmbedded()
    {
        var command = _ready.TryTake(out var ready) ? ready : new SqliteCommand(Question, Connect());
        var number = command.ExecuteScalar() as long? ?? 0;
        _ready.Add(command);
        return number;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_embedded);
        connection.Open();
        return connection;
    }
}
