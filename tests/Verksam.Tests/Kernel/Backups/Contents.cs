using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Backups.Format;

namespace Verksam.Tests.Kernel.Backups;

/// <summary>What stands in a database, row by row, and a way to have something in every table.</summary>
internal static class Contents
{
    /// <summary>Every row of every table but the stamp, which a restore moves; as <paramref name="like"/> could hold it.</summary>
    public static async Task<List<string>> Of(AppDb db, AppDb? like = null)
    {
        var target = IRestoreTarget.For((like ?? db).Database.GetDbConnection());
        var found = new List<string>();
        using var line = new Line();
        await using var rows = await Rows.AtOneMoment(db, CancellationToken.None);
        foreach (var table in Shape.Of(db).Tables.Where(t => t.Name != "Stamps"))
        {
            await foreach (var row in rows.Of(table, CancellationToken.None))
                found.Add($"{table.Name} {Encoding.UTF8.GetString(line.Write([.. row.Select((v, at) => target.Held(v, table.Columns[at]))]).Span)}");
        }
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>A row in every table that has none, with letters, decimals and moments that are easily lost on the way.</summary>
    public static async Task Fill(AppDb db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        var target = IRestoreTarget.For(connection);
        foreach (var table in Shape.Of(db).Tables)
        {
            var row = await Sample(db, transaction, table);
            if (row is null)
                continue;
            await using var writer = new TableWriter(transaction, table, target);
            await writer.Put(row, CancellationToken.None);
        }
        await transaction.CommitAsync();
        await db.Database.CloseConnectionAsync();
    }

    private static async Task<object?[]?> Sample(AppDb db, DbTransaction transaction, BackupTable table)
    {
        await using var rows = new Rows(transaction);
        await foreach (var _ in rows.Of(table, CancellationToken.None))
            return null;
        var made = new List<object?>();
        foreach (var column in table.Columns)
            made.Add(await Referred(db, rows, table, column.Name) ?? Value(column));
        return [.. made];
    }

    private static async Task<object?> Referred(AppDb db, Rows rows, BackupTable table, string column)
    {
        var relational = db.Model.GetRelationalModel().Tables.Single(t => t.Name == table.Name);
        if (relational.ForeignKeyConstraints.FirstOrDefault(f => f.Columns.Any(c => c.Name == column)) is not { } reference)
            return null;
        var principal = Shape.Of(db).Tables.Single(t => t.Name == reference.PrincipalTable.Name);
        var at = principal.Columns.ToList().FindIndex(c => c.Name == reference.PrincipalColumns[0].Name);
        await foreach (var row in rows.Of(principal, CancellationToken.None))
            return row[at];
        return null;
    }

    private static object Value(BackupColumn column) => column.Kind switch
    {
        ColumnKind.Text => "å'\"\n",
        ColumnKind.Whole => 1,
        ColumnKind.Long => 7_000_000_000L,
        ColumnKind.Real => 0.1,
        ColumnKind.Decimal => 12.5m,
        ColumnKind.Truth => true,
        ColumnKind.Id => Guid.CreateVersion7(),
        ColumnKind.Instant => new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc).AddTicks(1234567),
        ColumnKind.Day => new DateOnly(2026, 2, 28),
        ColumnKind.Bytes => (byte[])[0, 255, 10],
        _ => """{"zeta":"å","alfa":[1,2.50,null]}""",
    };
}
