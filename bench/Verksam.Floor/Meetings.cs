namespace Verksam.Floor;

/// <summary>
/// Fills a database of the program with invented gatherings that are open to all, past the program: <c>Verksam.Floor gatherings FILE 600</c>. They
/// fall in the two hundred days after midsummer of the demo's year, by all units in turn.
/// </summary>
internal static class Meetings
{
    public static void Fill(string file, int count)
    {
        using var connection = People.Open(file);
        using var transaction = connection.BeginTransaction();
        People.Run(connection, $"""
            CREATE TEMP TABLE who AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
                SELECT i, printf('01900000-0000-7000-8003-%012X', i) AS id, datetime('2026-06-15 08:00:00', '+' || (i % 200) || ' days', '+' || (i % 9) || ' hours') AS starts FROM n;
            CREATE TEMP TABLE unit AS SELECT row_number() OVER (ORDER BY "Path") - 1 AS k, "Id" AS id FROM "Units";
            """);
        People.Copy(connection, "Gatherings", "JOIN unit u ON u.k = w.i % (SELECT count(*) FROM unit)", new()
        {
            ["Id"] = "w.id",
            ["UnitId"] = "u.id",
            ["Title"] = "'Samtal på torget nummer ' || w.i",
            ["Lead"] = "'Kom och prata om skolan, vården och bussen som aldrig kommer. Vi bjuder på kaffe.'",
            ["State"] = "1",
            ["Audience"] = "0",
            ["SegmentId"] = "NULL",
            ["RoleId"] = "NULL",
            ["SeriesId"] = "NULL",
            ["Kind"] = "CASE w.i % 3 WHEN 0 THEN 'street' WHEN 1 THEN 'stand' ELSE 'discussion' END",
            ["Starts"] = "w.starts",
            ["Ends"] = "datetime(w.starts, '+2 hours')",
        });
        People.Run(connection, "ANALYZE;");
        transaction.Commit();
    }
}
