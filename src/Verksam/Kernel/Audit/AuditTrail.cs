using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Verksam.Kernel.Audit;

/// <summary>Turns what is about to be saved into audit rows.</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<AuditEntry> Of(IEnumerable<EntityEntry> entries, Actor actor, DateTimeOffset now) =>
        [.. entries.Where(e => e.Entity is IAudited && KindOf(e.State) is not null).Select(e => Of(e, actor, now))];

    /// <summary>The rows of what is new, or goes, and is not tracked: the same as if it were.</summary>
    public static IEnumerable<AuditEntry> OfMany(AuditKind kind, IEntityType table, IEnumerable<object> rows, Actor actor, DateTimeOffset now)
    {
        var told = table.GetProperties().Where(IsTold).Select(p => (p.Name, Get: (Func<object, object?>)p.GetGetter().GetClrValue, IsPersonal: IsPersonal(p))).ToList();
        return rows.Select(row => new AuditEntry(kind, table.ClrType.Name, ((IAudited)row).Key, actor, now, JsonSerializer.Serialize(
            told.Select(p => (p.Name, Value: p.Get(row), p.IsPersonal)).Where(p => p.Value is not null)
                .ToDictionary(p => p.Name, p => p.IsPersonal ? [] : kind == AuditKind.Removed ? new[] { Said(p.Value), null } : [null, Said(p.Value)], StringComparer.Ordinal), Readable))
        { About = (row as IAboutPerson)?.About });
    }

    private static AuditEntry Of(EntityEntry entry, Actor actor, DateTimeOffset now) => new(
        KindOf(entry.State)!.Value,
        entry.Metadata.ClrType.Name,
        ((IAudited)entry.Entity).Key,
        actor,
        now,
        JsonSerializer.Serialize(Changes(entry), Readable))
    { About = (entry.Entity as IAboutPerson)?.About };

    private static AuditKind? KindOf(EntityState state) => state switch
    {
        EntityState.Added => AuditKind.Created,
        EntityState.Modified => AuditKind.Changed,
        EntityState.Deleted => AuditKind.Removed,
        _ => null,
    };

    private static Dictionary<string, string?[]> Changes(EntityEntry entry)
    {
        var changes = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties)).Where(p => IsTold(p.Metadata)))
        {
            var from = entry.State == EntityState.Added ? null : property.OriginalValue;
            var to = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (!Equals(from, to))
                changes[property.Metadata.Name] = IsPersonal(property.Metadata) ? [] : [Said(from), Said(to)];
        }
        return changes;
    }

    private static bool IsTold(IProperty property) => !property.IsPrimaryKey() && property.Name != nameof(IVersioned.Revision);

    private static bool IsPersonal(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null;

    // a plan's whole text would be copied at every step: its versions are kept anyway
    private static string? Said(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes"),
        string { Length: > 400 } text => text[..400] + "…",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
