using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Verksam.Floor;

/// <summary>
/// The floor of an import: so many bare rows in the program's own table of people, a prepared insert in one transaction on SQLite, COPY on
/// PostgreSQL. <c>Verksam.Floor insert FILE 10000</c>, <c>Verksam.Floor copy CONNECTION 10000</c>, and of a single act <c>Verksam.Floor commits FILE 400</c>; says how many microseconds it took. A row is
/// one that is there already with a new key, so that it needs to know nothing of what the program keeps.
/// </summary>
[SuppressMessage("Security", "CA2100", Justification = "A yardstick's own questions, all of which stand here")]
internal static class Inserts
{
    /// <param name="each">Each row in a transaction of its own, on the disk before the next begins, as the program writes.</param>
    public static double Insert(string file, int count, bool each = false)
    {
        using var connection = People.Open(file);
        if (each) Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        var (columns, row) = Row(connection);
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"People\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        foreach (var (i, value) in row.Index()) command.Parameters.AddWithValue($"$p{i}", value);
        var (id, register) = (command.Parameters[columns.IndexOf("Id")], command.Parameters[columns.IndexOf("RegisterNumber")]);
        var watch = Stopwatch.StartNew();
        using var transaction = each ? null : connection.BeginTransaction();
        command.Transaction = transaction;
        command.Prepare();
        for (var n = 0; n < count; n++)
        {
            (id.Value, register.Value) = (Guid.CreateVersion7().ToString().ToUpperInvariant(), Number(n));
            command.ExecuteNonQuery();
        }

        transaction?.Commit();
        return watch.Elapsed.TotalMicroseconds;
    }

    public static async Task<double> Copy(string to, int count)
    {
        await using var connection = new NpgsqlConnection(to);
        await connection.OpenAsync();
        var columns = await Column(connection, "SELECT column_name FROM information_schema.columns WHERE table_name = 'People' ORDER BY ordinal_position");
        var row = (await Column(connection, $"SELECT unnest(ARRAY[{string.Join(", ", columns.Select(c => $"coalesce(\"{c}\"::text, '\\N')"))}]) FROM (SELECT * FROM \"People\" LIMIT 1) p")).ToArray();
        var (id, register) = (columns.IndexOf("Id"), columns.IndexOf("RegisterNumber"));
        var watch = Stopwatch.StartNew();
        await using (var writer = await connection.BeginTextImportAsync($"COPY \"People\" ({Names(columns)}) FROM STDIN"))
        {
            for (var n = 0; n < count; n++)
            {
                (row[id], row[register]) = (Guid.CreateVersion7().ToString(), Number(n));
                await writer.WriteAsync(string.Join('\t', row) + "\n");
            }
        }

        return watch.Elapsed.TotalMicroseconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static (List<string> Columns, List<object> Row) Row(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM \"People\" LIMIT 1";
        using var reader = command.ExecuteReader();
        reader.Read();
        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], [.. row]);
    }

    private static async Task<List<string>> Column(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var said = new List<string>();
        while (await reader.ReadAsync()) said.Add(reader.GetString(0));
        return said;
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));

    // no other round has written the same
    private static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"floor-{Environment.ProcessId}-{n}");
}
