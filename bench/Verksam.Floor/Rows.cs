using Microsoft.Data.Sqlite;

namespace Verksam.Floor;

/// <summary>An open connection with its prepared question; one request at a time uses it.</summary>
internal sealed class Rows : IDisposable
{
    private const string Table = "CREATE TABLE row (id INTEGER PRIMARY KEY, title TEXT, place TEXT, starts TEXT, places INTEGER)";
    private readonly SqliteConnection open;

    private Rows(SqliteConnection connection)
    {
        open = connection;
        Question = connection.CreateCommand();
        Question.CommandText = "SELECT id, title, place, starts, places FROM row WHERE starts > $after ORDER BY starts LIMIT 30";
        Question.Parameters.AddWithValue("$after", "2026-01-01");
        Question.Prepare();
    }

    public SqliteCommand Question { get; }

    public static Rows Open(string file) => new(Connect(file));

    /// <summary>Writes the three hundred rows that the thirty are found among.</summary>
    public static void Fill(string file)
    {
        using var connection = Connect(file);
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = $"{Table}; CREATE INDEX row_starts ON row (starts); {Series}";
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    public void Dispose()
    {
        Question.Dispose();
        open.Dispose();
    }

    private const string Series = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
        INSERT INTO row SELECT i, 'Studiecirkel om lokal demokrati & påverkan, träff ' || i, 'Folkets hus, sal ' || i % 7,
            date('2025-09-01', '+' || i || ' days'), 10 + i % 20 FROM n
        """;

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
        return connection;
    }
}
