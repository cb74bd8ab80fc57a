using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Keeping;

/// <summary>Reads the stamp. Every request asks, so the embedded database keeps the question ready on connections of its own.</summary>
internal sealed class StampReader(Installation installation) : IDisposable
{
    private const string Question = """SELECT "Number" FROM "Stamps" """;

    private readonly ConcurrentBag<Embedded> _ready = [];

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
        while (_ready.TryTake(out var embedded))
            embedded.Dispose();
    }

    private long ReadEmbedded()
    {
        var embedded = _ready.TryTake(out var ready) ? ready : Embedded.Open(installation.SqliteFile);
        var number = embedded.Read();
        _ready.Add(embedded);
        return number;
    }

    /// <summary>An open connection and its question; one request at a time uses it.</summary>
    private sealed class Embedded : IDisposable
    {
        private readonly SqliteConnection _open;
        private readonly SqliteCommand _question;

        private Embedded(SqliteConnection open)
        {
            _open = open;
            _question = open.CreateCommand();
            _question.CommandText = Question;
        }

        public static Embedded Open(string file) => new(Connect(file));

        public long Read() => _question.ExecuteScalar() as long? ?? 0;

        public void Dispose()
        {
            _question.Dispose();
            _open.Dispose();
        }

        private static SqliteConnection Connect(string file)
        {
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
            connection.Open();
            return connection;
        }
    }
}
