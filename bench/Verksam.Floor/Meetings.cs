using Microsoft.Data.Sqlite;

namespace Verksam.Floor;

/// <summary>
/// Fills a database of the program with invented gatherings that are open to all, past the program: <c>Verksam.Floor gatherings FILE 600</c>. They
/// fall in the two hundred days after midsummer of the demo's year, by all units in turn. Shifts are those of the first of them, and sign-ups of all
/// in turn, by people of the register.
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

    /// <summary>"90 90 412": how many seats a gathering has, how many of them are held, and how many have signed up without an account, in the database itself.</summary>
    public static string Seats(string file, string gathering)
    {
        using var connection = People.Open(file);
        using var asked = connection.CreateCommand();
        asked.CommandText = """
            SELECT g."Seats" || ' ' || (SELECT sum(1 + s."Companions") FROM "SignUps" s WHERE s."GatheringId" = g."Id" AND s."State" IN (0, 2) AND NOT s."IsOnline") || ' ' || (SELECT count(*) FROM "SignUps" s WHERE s."GatheringId" = g."Id" AND s."GuestId" IS NOT NULL)
            FROM "Gatherings" g WHERE lower(g."Id") = $id;
            """;
        asked.Parameters.AddWithValue("$id", gathering);
        return (string)asked.ExecuteScalar()!;
    }

    /// <summary>So many shifts of one gathering, each with one who stands there and one place that is open.</summary>
    public static void Shifts(string file, int count)
    {
        Fill(file, 1);
        using var connection = People.Open(file);
        using var transaction = connection.BeginTransaction();
        Number(connection, count, '4');
        People.Copy(connection, "Shifts", "", new()
        {
            ["Id"] = "w.id",
            ["GatheringId"] = "'01900000-0000-7000-8003-000000000001'",
            ["What"] = "'Bokbord och samtal ' || w.i",
            ["After"] = "w.i * 30",
            ["Lasts"] = "60",
            ["Need"] = "2",
            ["SkillId"] = "NULL",
            ["IsAsking"] = "0",
        });
        People.Copy(connection, "ShiftPlaces", Somebody, new() { ["Id"] = "w.id", ["ShiftId"] = "w.id", ["PersonId"] = "p.id", ["State"] = "2", ["Until"] = "NULL" });
        transaction.Commit();
    }

    /// <summary>So many who come to the two hundred that <see cref="Fill"/> has made.</summary>
    public static void SignUps(string file, int count)
    {
        using var connection = People.Open(file);
        using var transaction = connection.BeginTransaction();
        Number(connection, count, '5');
        People.Copy(connection, "SignUps", Somebody, new()
        {
            ["Id"] = "w.id",
            ["GatheringId"] = "printf('01900000-0000-7000-8003-%012X', 1 + w.i % 200)",
            ["PersonId"] = "p.id",
            ["GuestId"] = "NULL",
            ["State"] = "0",
            ["Until"] = "NULL",
            ["LinkPrint"] = "NULL",
            ["LinkSealed"] = "NULL",
        });
        People.Run(connection, "ANALYZE;");
        transaction.Commit();
    }

    // nobody twice on the same list: two hundred lists, and whoever comes next is a step further on in the register
    private const string Somebody = "JOIN person p ON p.k = (w.i / 200 + w.i % 200) % (SELECT count(*) FROM person)";

    private static void Number(SqliteConnection connection, int count, char kind) => People.Run(connection, $"""
        DROP TABLE IF EXISTS temp.who;
        CREATE TEMP TABLE who AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i, printf('01900000-0000-7000-800{kind}-%012X', i) AS id FROM n;
        CREATE TEMP TABLE person AS SELECT row_number() OVER (ORDER BY "Id") - 1 AS k, "Id" AS id FROM "People" WHERE "Email" IS NOT NULL;
        """);
}
