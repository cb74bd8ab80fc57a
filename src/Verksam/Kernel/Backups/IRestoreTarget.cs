using System.Data.Common;
using Verksam.Kernel.Backups.Format;

namespace Verksam.Kernel.Backups;

/// <summary>What the two databases do differently when everything in them is written in one act.</summary>
internal interface IRestoreTarget
{
    /// <summary>Rows may refer to rows that come later.</summary>
    string Begin { get; }

    /// <summary>From now on they may not; what counts by itself goes on after what is there.</summary>
    string End { get; }

    /// <summary>The value as exactly as this database can hold it.</summary>
    object? Held(object? value, BackupColumn column);

    /// <summary>The words for a value of a column in an INSERT.</summary>
    string Placeholder(BackupColumn column, int at);

    static IRestoreTarget For(DbConnection connection) => connection is Npgsql.NpgsqlConnection ? new PostgresTarget() : new EmbeddedTarget();
}

internal sealed class EmbeddedTarget : IRestoreTarget
{
    public string Begin => "PRAGMA defer_foreign_keys=ON";

    public string End => "SELECT 1"; // the commit checks what was deferred

    public object? Held(object? value, BackupColumn column) => value;

    public string Placeholder(BackupColumn column, int at) => $"@p{at}";
}

internal sealed class PostgresTarget : IRestoreTarget
{
    private const string EveryForeignKey = """
        FOR f IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
                 WHERE contype = 'f' AND connamespace = current_schema()::regnamespace LOOP
        """;

    public string Begin => $"""
        DO $$ DECLARE f record; BEGIN {EveryForeignKey}
          EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', f.place, f.conname);
        END LOOP; END $$
        """;

    public string End => $"""
        SET CONSTRAINTS ALL IMMEDIATE;
        DO $$ DECLARE f record; BEGIN {EveryForeignKey}
          EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I NOT DEFERRABLE', f.place, f.conname);
        END LOOP;
        FOR f IN SELECT quote_ident(table_name) AS place, column_name AS name FROM information_schema.columns
                 WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
          EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), COALESCE(max(%I), 1), max(%I) IS NOT NULL) FROM %s',
            f.place, f.name, f.name, f.name, f.place);
        END LOOP; END $$
        """;

    // an instant to the microsecond, a number to its column's decimals
    public object? Held(object? value, BackupColumn column) => value switch
    {
        DateTime instant => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond)),
        decimal number when column.Scale is { } scale => decimal.Round(number, scale, MidpointRounding.AwayFromZero),
        _ => value,
    };

    public string Placeholder(BackupColumn column, int at) => column.Kind == ColumnKind.Json ? $"CAST(@p{at} AS jsonb)" : $"@p{at}";
}
