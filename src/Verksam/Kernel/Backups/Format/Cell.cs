using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verksam.Kernel.Backups.Format;

/// <summary>One value on its way from a database to a backup and back: the same text for the same value, whichever database it comes from.</summary>
internal static class Cell
{
    private const string InstantForm = "yyyy-MM-ddTHH:mm:ss.fffffffZ", DayForm = "yyyy-MM-dd", HourForm = "HH:mm:ss.fffffff";

    private const decimal WithoutTrailingZeros = 1.000000000000000000000000000000000m;

    public static object? Read(DbDataReader row, int at, ColumnKind kind) => row.IsDBNull(at) ? null : kind switch
    {
        ColumnKind.Text => row.GetString(at),
        ColumnKind.Whole => row.GetInt32(at),
        ColumnKind.Long => row.GetInt64(at),
        ColumnKind.Real => row.GetDouble(at),
        ColumnKind.Decimal => row.GetDecimal(at) / WithoutTrailingZeros,
        ColumnKind.Truth => row.GetBoolean(at),
        ColumnKind.Id => row.GetGuid(at),
        ColumnKind.Instant => DateTime.SpecifyKind(row.GetDateTime(at), DateTimeKind.Utc),
        ColumnKind.Day => row.GetFieldValue<DateOnly>(at),
        ColumnKind.Hour => row.GetFieldValue<TimeOnly>(at),
        ColumnKind.Bytes => row.GetFieldValue<byte[]>(at),
        _ => Canonical(row.GetString(at)),
    };

    public static void Write(Utf8JsonWriter line, object? value)
    {
        if (value is bool truth)
            line.WriteBooleanValue(truth);
        else if (value is int or long)
            line.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        else if (value is byte[] bytes)
            line.WriteBase64StringValue(bytes);
        else
            line.WriteStringValue(AsText(value));
    }

    public static object? Parse(JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null ? null : kind switch
    {
        ColumnKind.Whole => value.GetInt32(),
        ColumnKind.Long => value.GetInt64(),
        ColumnKind.Real => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ColumnKind.Decimal => decimal.Parse(value.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture),
        ColumnKind.Truth => value.GetBoolean(),
        ColumnKind.Id => value.GetGuid(),
        ColumnKind.Instant => DateTime.ParseExact(
            value.GetString()!, InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ColumnKind.Day => DateOnly.ParseExact(value.GetString()!, DayForm, CultureInfo.InvariantCulture),
        ColumnKind.Hour => TimeOnly.ParseExact(value.GetString()!, HourForm, CultureInfo.InvariantCulture),
        ColumnKind.Bytes => value.GetBytesFromBase64(),
        _ => value.GetString(),
    };

    private static string? AsText(object? value) => value switch
    {
        null => null,
        DateTime instant => instant.ToString(InstantForm, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString(DayForm, CultureInfo.InvariantCulture),
        TimeOnly hour => hour.ToString(HourForm, CultureInfo.InvariantCulture),
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // PostgreSQL keeps what a document says and not how it was written: its names come back in another order
    private static string Canonical(string json) => Sorted(JsonNode.Parse(json))?.ToJsonString() ?? "null";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject thing => new JsonObject(thing.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        JsonValue value => value.DeepClone(),
        _ => null,
    };
}
