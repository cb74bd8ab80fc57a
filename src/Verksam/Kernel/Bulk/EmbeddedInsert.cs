using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace Verksam.Kernel.Bulk;

/// <summary>
/// The prepared statement that writes one row of a table, on one connection to the embedded database. Values are handed to SQLite itself, in
/// the form in which Microsoft.Data.Sqlite writes them: its parameters cost as much as the row.
/// </summary>
internal sealed class EmbeddedInsert : IDisposable
{
    private readonly BulkTable _shape;
    private readonly sqlite3 _open;
    private readonly sqlite3_stmt _statement;
    private byte[] _letters = new byte[1024];

    public EmbeddedInsert(SqliteConnection open, IEntityType table)
    {
        (_shape, _open) = (BulkTable.Of(table), open.Handle!);
        Sure(raw.sqlite3_prepare_v2(_open, $"INSERT INTO {_shape.Quoted} ({_shape.QuotedColumns}) VALUES ({string.Join(", ", _shape.Columns.Select(_ => "?"))})", out _statement));
    }

    /// <exception cref="SqliteException">The database refuses the row.</exception>
    public void Write(object row)
    {
        for (var at = 0; at < _shape.Columns.Count; at++)
            Sure(Bind(at + 1, _shape.Columns[at].Of(row)));
        var said = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (said != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(said, _open);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, at),
        string text => Text(at, text),
        Guid id => Text(at, id, "D"),
        DateTime moment => Text(at, moment, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF"),
        DateOnly day => Text(at, day, @"yyyy\-MM\-dd"),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, at, bytes),
        double number => raw.sqlite3_bind_double(_statement, at, number),
        decimal amount => Text(at, amount, "0.0###########################"),
        bool or int or long or short or byte or Enum => raw.sqlite3_bind_int64(_statement, at, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"{value.GetType().Name} in {_shape.Name}: save it with SaveChangesAsync."),
    };

    private int Text(int at, string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _letters.Length)
            _letters = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return raw.sqlite3_bind_text(_statement, at, _letters.AsSpan(0, Encoding.UTF8.GetBytes(text, _letters)));
    }

    // an id is written in capitals; no other form has a letter that could be one
    private int Text<T>(int at, T value, string form) where T : IUtf8SpanFormattable
    {
        value.TryFormat(_letters, out var length, form, CultureInfo.InvariantCulture);
        Ascii.ToUpperInPlace(_letters.AsSpan(0, length), out _);
        return raw.sqlite3_bind_text(_statement, at, _letters.AsSpan(0, length));
    }

    private void Sure(int said)
    {
        if (said != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(said, _open);
    }
}
