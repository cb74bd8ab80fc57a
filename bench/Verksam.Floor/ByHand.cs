using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;

namespace Verksam.Floor;

/// <summary>
/// The program's own database (FLOOR_HOUSE is its file) asked by hand what a segment of three conditions asks: how many, and the first fifty by
/// name in Swedish order, as a page. One connection and prepared questions, no rights, no log.
/// </summary>
[SuppressMessage("Security", "CA2100", Justification = "A yardstick's own questions, all of which stand here")]
internal sealed class ByHand : IDisposable
{
    private const string Those = """
        FROM People AS p JOIN Units AS u ON u.Id = p.UnitId
        WHERE p.Email IS NOT NULL
        AND EXISTS (SELECT 1 FROM Relations AS r WHERE r.PersonId = p.Id AND r.Kind = 0 AND r."From" <= $day AND (r."To" IS NULL OR r."To" >= $day))
        AND EXISTS (SELECT 1 FROM PaidPeriods AS f WHERE f.PersonId = p.Id AND f."From" <= $day AND f."To" >= $day)
        """;

    private static readonly CompareInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Lazy<ByHand> Asked = new(() => new ByHand());

    private readonly SqliteConnection open = Connect();
    private readonly SqliteCommand count, page;

    private ByHand()
    {
        count = Question($"SELECT count(*) {Those}");
        page = Question($"SELECT p.Id, p.Name, u.Name, p.Phone IS NOT NULL {Those} ORDER BY p.NameFolded COLLATE sv, p.Id LIMIT 50");
    }

    /// <summary>One request at a time.</summary>
    public static async Task Write(HttpContext http)
    {
        var html = Asked.Value.Page(http.Request.Query["day"].ToString());
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html);
    }

    /// <summary>Everybody once more with what hangs on them, until there are so many; how many there are.</summary>
    public static long Fill(int people)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        Do(connection, "CREATE TEMP TABLE once AS SELECT Id FROM People; CREATE TEMP TABLE again (was TEXT, now TEXT); CREATE INDEX temp.again_was ON again (was);");
        while (Number(connection, "SELECT count(*) FROM People") < people)
        {
            Do(connection, $"DELETE FROM again; INSERT INTO again SELECT Id, {NewId} FROM once LIMIT {people} - (SELECT count(*) FROM People);");
            Copy(connection, "People", "Id", "RegisterNumber");
            foreach (var table in new[] { "Relations", "PaidPeriods", "Ways" })
                Copy(connection, table, "PersonId", "-");
        }
        transaction.Commit();
        Do(connection, "ANALYZE");
        return Number(connection, "SELECT count(*) FROM People");
    }

    public void Dispose()
    {
        count.Dispose();
        page.Dispose();
        open.Dispose();
    }

    private readonly Lock _one = new();

    private const string NewId = "substr(hex(randomblob(16)), 1, 8) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))";

    private string Page(string day)
    {
        lock (_one)
        {
            count.Parameters["$day"].Value = page.Parameters["$day"].Value = day;
            var html = new StringBuilder(16_384).Append("<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>Urval</title></head><body><main><h1>")
                .Append(CultureInfo.InvariantCulture, $"{count.ExecuteScalar()}").Append(" personer</h1><table>");
            using var rows = page.ExecuteReader();
            while (rows.Read())
                html.Append("<tr><td><a href=\"/manniskor/").Append(rows.GetString(0)).Append("\">").Append(Html.Encode(rows.GetString(1))).Append("</a></td><td>").Append(Html.Encode(rows.GetString(2))).Append("</td></tr>");
            return html.Append("</table></main></body></html>").ToString();
        }
    }

    private SqliteCommand Question(string sql)
    {
        var command = open.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$day", "");
        command.Prepare();
        return command;
    }

    private static void Copy(SqliteConnection connection, string table, string person, string dropped)
    {
        var columns = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            using var names = command.ExecuteReader();
            while (names.Read())
                columns.Add(names.GetString(0));
        }
        var values = columns.Select(c => c == person ? "again.now" : c == "Id" ? NewId : c == dropped ? "NULL" : $"t.\"{c}\"");
        Do(connection, $"INSERT INTO {table} (\"{string.Join("\", \"", columns)}\") SELECT {string.Join(", ", values)} FROM {table} AS t JOIN again ON again.was = t.\"{person}\"");
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Environment.GetEnvironmentVariable("FLOOR_HOUSE")}");
        connection.Open();
        connection.CreateCollation("sv", (x, y) => Swedish.Compare(x, y, CompareOptions.IgnoreCase) is var order and not 0 ? order : string.CompareOrdinal(x, y));
        Do(connection, "PRAGMA busy_timeout = 10000");
        return connection;
    }
}
