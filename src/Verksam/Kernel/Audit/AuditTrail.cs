using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Verksam.Kernel.Audit;

/// <summary>Turns what is about to be saved into audit rows.</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConcurrentDictionary<PropertyInfo, bool> Personal = new();

    public static IReadOnlyList<AuditEntry> Of(IEnumerable<EntityEntry> entries, Actor actor, DateTimeOffset now) =>
        [.. entries.Where(e => e.Entity is IAudited && KindOf(e.State) is not null).Select(e => Of(e, actor, now))];

    /// <summary>The rows of what is new, or goes, and is not tracked: the same as if it were.</summary>
    public static IEnumerable<AuditEntry> OfMany(AuditKind kind, IEntityType table, IEnumerable<object> rows, Actor actor, DateTimeOffset now)
    {
        var told = table.GetProperties().Where(IsTold).Select(p => new Told(JsonEncodedText.Encode(p.Name, Readable.Encoder), p.GetGetter().GetClrValue, IsPersonal(p))).ToList();
        var written = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = Readable.Encoder, SkipValidation = true });
        foreach (var row in rows)
        {
            Write(writer, told, row, kind);
            yield return new AuditEntry(kind, table.ClrType.Name, ((IAudited)row).Key, actor, now, Encoding.UTF8.GetString(written.WrittenSpan)) { About = (row as IAboutPerson)?.About };
            written.ResetWrittenCount();
            writer.Reset();
        }
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<Told> told, object row, AuditKind kind)
    {
        writer.WriteStartObject();
        foreach (var property in told)
        {
            if (property.Get(row) is not { } value)
                continue;
            writer.WriteStartArray(property.Name);
            if (!property.IsPersonal && kind == AuditKind.Removed)
                writer.WriteStringValue(Said(value));
            if (!property.IsPersonal)
                writer.WriteNullValue();
            if (!property.IsPersonal && kind != AuditKind.Removed)
                writer.WriteStringValue(Said(value));
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.Flush();
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

    // to read an attribute costs more than to write the row
    private static bool IsPersonal(IProperty property) =>
        property.PropertyInfo is { } named && Personal.GetOrAdd(named, static p => p.GetCustomAttribute<PersonalAttribute>() is not null);

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

    /// <summary>A property that an entry tells of; of a personal one only that it is.</summary>
    private sealed record Told(JsonEncodedText Name, Func<object, object?> Get, bool IsPersonal);
}
