using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Verksam.Floor;

/// <summary>
/// Fills a database of the program with invented people, past the program: <c>Verksam.Floor people FILE 100000</c>. A row is one that is there
/// already with some of its columns written anew, so that it needs to know little of what the program keeps.
/// </summary>
[SuppressMessage("Security", "CA2100", Justification = "A yardstick's own questions, all of which stand here")]
internal static class People
{
    private static readonly string[] First = ["Anna", "Bo", "Cecilia", "David", "Elin", "Fatima", "Gunnar", "Hanna", "Ibrahim", "Johanna", "Karin", "Lars", "Maria", "Nils", "Olof", "Petra", "Rut", "Sara", "Tomas", "Ulla", "Åsa", "Örjan"];

    private static readonly string[] Last = ["Alm", "Berg", "Castell", "Dahl", "Ek", "Fors", "Gran", "Holm", "Ingvar", "Jonsson", "Kvist", "Lund", "Mård", "Nord", "Olsson", "Palm", "Rask", "Sten", "Tall", "Ur", "Wik", "Åker", "Ödman"];

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        var swedish = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;
        connection.CreateCollation("sv", (x, y) => swedish.Compare(x, y, CompareOptions.IgnoreCase) is var order and not 0 ? order : string.CompareOrdinal(x, y));
        return connection;
    }

    public static void Fill(string file, int count)
    {
        using var connection = Open(file);
        using var transaction = connection.BeginTransaction();
        Run(connection, $"""
            CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n;
            CREATE TEMP TABLE first AS SELECT key AS k, value AS v FROM json_each('["{string.Join("\",\"", First)}"]');
            CREATE TEMP TABLE last AS SELECT key AS k, value AS v FROM json_each('["{string.Join("\",\"", Last)}"]');
            CREATE TEMP TABLE who AS SELECT i, printf('01900000-0000-7000-8000-%012X', i) AS id, f.v || ' ' || l.v || lower(l2.v) || ' ' || char(65 + i % 26) AS name
                FROM n JOIN first f ON f.k = i * 7 % {First.Length} JOIN last l ON l.k = i / 3 % {Last.Length} JOIN last l2 ON l2.k = i / 71 % {Last.Length};
            CREATE TEMP TABLE unit AS SELECT row_number() OVER (ORDER BY "Path") - 1 AS k, "Id" AS id FROM "Units";
            """);
        Copy(connection, "People", "JOIN unit u ON u.k = w.i % (SELECT count(*) FROM unit)", new()
        {
            ["Id"] = "w.id",
            ["Name"] = "w.name",
            ["NameFolded"] = "replace(replace(replace(lower(w.name), 'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö')",
            ["UnitId"] = "u.id",
            ["RegisterNumber"] = "'B' || w.i",
            ["Email"] = "'person' || w.i || '@many.example'",
            ["IsProtected"] = "0",
            ["Called"] = "NULL",
        });
        Copy(connection, "Ways", "", new()
        {
            ["Id"] = "replace(w.id, '-8000-', '-8001-')",
            ["PersonId"] = "w.id",
            ["Kind"] = "0",
            ["Value"] = "'person' || w.i || '@many.example'",
            ["Folded"] = "'person' || w.i || '@many.example'",
        });
        Copy(connection, "Relations", "JOIN unit u ON u.k = w.i % (SELECT count(*) FROM unit)", new()
        {
            ["Id"] = "replace(w.id, '-8000-', '-8002-')",
            ["PersonId"] = "w.id",
            ["UnitId"] = "u.id",
            ["Kind"] = "0",
            ["From"] = "date('2015-01-01', '+' || (w.i % 3600) || ' days')",
            ["To"] = "NULL",
            ["Why"] = "NULL",
        });
        // the program makes them anew at its next start
        Run(connection, """DROP TABLE IF EXISTS "PeopleWords"; DROP TABLE IF EXISTS "PeopleFound"; ANALYZE;""");
        transaction.Commit();
    }

    internal static void Copy(SqliteConnection connection, string table, string join, Dictionary<string, string> anew)
    {
        using var asked = connection.CreateCommand();
        asked.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        var columns = new List<string>();
        using (var reader = asked.ExecuteReader())
        {
            while (reader.Read()) columns.Add(reader.GetString(0));
        }

        Run(connection, $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", columns.Select(c => anew.GetValueOrDefault(c, $"t.\"{c}\"")))} FROM who w {join} JOIN (SELECT * FROM "{table}" LIMIT 1) t ORDER BY w.i
            """);
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
