using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Verksam.Kernel.Backups.Format;

/// <summary>A row as a line of JSON: an array, its values in the order of the table's columns.</summary>
internal sealed class Line : IDisposable
{
    // nobody shows these lines on a page: å ä ö stand as they are
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public Line() => _json = new Utf8JsonWriter(_bytes, Plain);

    /// <summary>Good until the next is written.</summary>
    public ReadOnlyMemory<byte> Write(IReadOnlyList<object?> row)
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartArray();
        foreach (var value in row)
            Cell.Write(_json, value);
        _json.WriteEndArray();
        _json.Flush();
        _bytes.Write("\n"u8);
        return _bytes.WrittenMemory;
    }

    public static object?[] Parse(JsonElement line, BackupTable table)
    {
        if (line.ValueKind != JsonValueKind.Array || line.GetArrayLength() != table.Columns.Count)
            throw new FormatException($"A row of {table.Name} has another number of values than the table");
        return [.. line.EnumerateArray().Select((value, at) => Cell.Parse(value, table.Columns[at].Kind))];
    }

    public void Dispose() => _json.Dispose();
}
