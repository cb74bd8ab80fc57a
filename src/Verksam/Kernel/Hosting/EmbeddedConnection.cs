using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Verksam.Kernel.Hosting;

/// <summary>What every connection to the embedded database is told: durable commits, readers beside a writer, Swedish order.</summary>
internal sealed class EmbeddedConnection : DbConnectionInterceptor
{
    public const string SwedishCollation = "sv";

    // how EF Core orders decimals here; its own reads them by the rules of the reader's language, and "2.5" is no number in Swedish
    private const string Decimals = "EF_DECIMAL";

    public static readonly EmbeddedConnection Instance = new();

    private static readonly ConditionalWeakTable<sqlite3, EmbeddedConnection> Told = [];

    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SetUp((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        eventData.Context is SqliteAppDb { StaysOpen: true } ? InterceptionResult.Suppress() : result;

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(ConnectionClosing(connection, eventData, result));

    // opened and closed, while the pool keeps what is below: that remembers what it was told, all but the order
    private static void SetUp(SqliteConnection connection)
    {
        if (Told.TryAdd(connection.Handle!, Instance))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
            command.ExecuteNonQuery();
        }
        connection.CreateCollation(SwedishCollation, Compare);
        connection.CreateCollation(Decimals, CompareDecimals);
    }

    // equal to the language but not to the letter: an order all the same, or an index would be broken
    private static int Compare(string x, string y) =>
        Swedish.Compare(x, y, CompareOptions.IgnoreCase) is var order and not 0 ? order : string.CompareOrdinal(x, y);

    private static int CompareDecimals(string x, string y) =>
        decimal.Compare(decimal.Parse(x, NumberStyles.Number, CultureInfo.InvariantCulture), decimal.Parse(y, NumberStyles.Number, CultureInfo.InvariantCulture));
}
