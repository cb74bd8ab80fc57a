using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Verksam.Kernel.Backups.Format;

/// <summary>What a value is, whichever database holds it. The names stand in backups: never rename one.</summary>
internal enum ColumnKind
{
    Text,
    Whole,
    Long,
    Real,
    Decimal,
    Truth,
    Id,
    Instant,
    Day,
    Hour,
    Bytes,
    Json,
}

/// <param name="Scale">Most decimals that PostgreSQL keeps of it.</param>
internal sealed record BackupColumn(string Name, ColumnKind Kind, bool IsNullable, int? Scale);

/// <param name="Empty">A column of bytes that is read as if it had none.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, IReadOnlyList<string> Key, string? Empty = null)
{
    public string ColumnNames => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));
}

/// <summary>The tables as the model has them, those that are referred to first. A new entity is in it without anybody thinking of it.</summary>
internal sealed class Shape
{
    private Shape(IReadOnlyList<BackupTable> tables)
    {
        Tables = tables;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Described(tables))));
    }

    public IReadOnlyList<BackupTable> Tables { get; }

    /// <summary>The same for both databases, another as soon as a table or a column is.</summary>
    public string Fingerprint { get; }

    public static Shape Of(AppDb db)
    {
        var ordered = new List<ITable>();
        var seen = new HashSet<ITable>();
        foreach (var table in db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal))
            Visit(table, ordered, seen);
        return new Shape([.. ordered.Select(Read)]);
    }

    private static void Visit(ITable table, List<ITable> ordered, HashSet<ITable> seen)
    {
        if (!seen.Add(table))
            return;
        foreach (var principal in table.ForeignKeyConstraints.Select(f => f.PrincipalTable).OrderBy(t => t.Name, StringComparer.Ordinal))
            Visit(principal, ordered, seen);
        ordered.Add(table);
    }

    private static BackupTable Read(ITable table) => new(
        table.Name,
        [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(Read)],
        [.. table.PrimaryKey!.Columns.Select(c => c.Name)]);

    // a column without a property is a thing that is kept whole as JSON
    private static BackupColumn Read(IColumn column) => column.PropertyMappings is [var mapping, ..]
        ? new BackupColumn(column.Name, KindOf(mapping), column.IsNullable, mapping.Property.GetScale())
        : new BackupColumn(column.Name, ColumnKind.Json, column.IsNullable, null);

    private static ColumnKind KindOf(IColumnMappingBase mapping)
    {
        var type = mapping.TypeMapping.Converter?.ProviderClrType ?? mapping.TypeMapping.ClrType;
        return Kinds.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var kind) ? kind
            : throw new NotSupportedException($"{mapping.Column.Name}: a backup has no kind for {type.Name} yet");
    }

    private static readonly Dictionary<Type, ColumnKind> Kinds = new()
    {
        [typeof(string)] = ColumnKind.Text,
        [typeof(int)] = ColumnKind.Whole,
        [typeof(long)] = ColumnKind.Long,
        [typeof(double)] = ColumnKind.Real,
        [typeof(decimal)] = ColumnKind.Decimal,
        [typeof(bool)] = ColumnKind.Truth,
        [typeof(Guid)] = ColumnKind.Id,
        [typeof(DateTime)] = ColumnKind.Instant,
        [typeof(DateOnly)] = ColumnKind.Day,
        [typeof(TimeOnly)] = ColumnKind.Hour,
        [typeof(byte[])] = ColumnKind.Bytes,
    };

    private static string Described(IEnumerable<BackupTable> tables) => string.Join('\n', tables.OrderBy(t => t.Name, StringComparer.Ordinal)
        .Select(t => $"{t.Name}({string.Join(',', t.Columns.Select(c => $"{c.Name}:{c.Kind}{(c.IsNullable ? "?" : "")}"))})"));
}
