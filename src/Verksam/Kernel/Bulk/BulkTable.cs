using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Verksam.Kernel.Bulk;

/// <summary>A table as the model has it: its columns, and what an entity has for each.</summary>
internal sealed class BulkTable
{
    private BulkTable(string name, IReadOnlyList<BulkColumn> columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public string Quoted => $"\"{Name}\"";

    public string QuotedColumns => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <exception cref="NotSupportedException">The model keeps something of it that no property of its own holds.</exception>
    public static BulkTable Of(IEntityType entity)
    {
        if (entity.GetComplexProperties().Any() || entity.GetProperties().Any(p => p.IsShadowProperty()) || entity.GetTableName() is not { } table)
            throw new NotSupportedException($"{entity.ClrType.Name} is more than its own properties in one table: save it with SaveChangesAsync.");
        var here = StoreObjectIdentifier.Table(table, entity.GetSchema());
        return new BulkTable(table, [.. entity.GetProperties().Select(p => new BulkColumn(p.GetColumnName(here)!, p.GetGetter().GetClrValue, p.GetRelationalTypeMapping()))]);
    }
}

/// <summary>One column.</summary>
/// <param name="Get">What an entity has for it, as the model has it.</param>
internal sealed record BulkColumn(string Name, Func<object, object?> Get, RelationalTypeMapping Mapping)
{
    private readonly Func<object?, object?>? _convert = Mapping.Converter?.ConvertToProvider;

    /// <summary>What the database is given.</summary>
    public object? Of(object entity)
    {
        var value = Get(entity);
        return value is null || _convert is null ? value : _convert(value);
    }
}
