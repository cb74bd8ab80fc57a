using Microsoft.Data.Sqlite;
using Npgsql;

namespace Verksam.Tests.House;

/// <summary>
/// A database of one test's own, copied from a template that was migrated once. VERKSAM_TEST_DB is a connection string to a
/// PostgreSQL server where databases may be created; without it the embedded SQLite is used.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server =
        Environment.GetEnvironmentVariable("VERKSAM_TEST_DB") is { Length: > 0 } connection && connection != "sqlite" ? connection : null;

    // as files: what is lost with the server need not be written to its log page by page. Before 15 there was no other way
    private static readonly Lazy<Task<string>> HowToCopy = new(async () =>
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        return connection.PostgreSqlVersion.Major < 15 ? "" : "STRATEGY FILE_COPY";
    });

    private readonly string _name = $"verksam_{Guid.CreateVersion7():N}";

    private TestDatabase() => Folder = Directory.CreateTempSubdirectory("verksam-test-").FullName;

    public static bool IsPostgres => Server is not null;

    /// <summary>The installation's data folder.</summary>
    public string Folder { get; }

    public string? Connection => Server is null ? null
        : new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20, IncludeErrorDetail = true }.ToString();

    // the pool is found by the very words that the house uses
    private string Embedded => new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    private string File => Path.Combine(Folder, "verksam.db");

    /// <summary>An empty one, or a copy of <paramref name="template"/>, which nobody may have open.</summary>
    public static async Task<TestDatabase> Make(TestDatabase? template = null)
    {
        var made = new TestDatabase();
        if (Server is not null)
            await Say(template is null ? $"CREATE DATABASE {made._name}" : $"CREATE DATABASE {made._name} TEMPLATE {template._name} {await HowToCopy.Value}");
        else if (template is not null)
            System.IO.File.Copy(template.File, made.File);
        return made;
    }

    /// <summary>Everything is in one place and nobody holds it: it can be copied.</summary>
    public async Task Close()
    {
        if (Connection is { } connection)
        {
            await using var pooled = new NpgsqlConnection(connection);
            NpgsqlConnection.ClearPool(pooled);
            return;
        }
        await using var embedded = new SqliteConnection(Embedded);
        SqliteConnection.ClearPool(embedded);
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        if (Server is not null)
            await Say($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task Say(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
