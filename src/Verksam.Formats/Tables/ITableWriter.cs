namespace Verksam.Formats.Tables;

/// <summary>Writes a table, a row at a time. Dispose ends it; the stream is not closed.</summary>
public interface ITableWriter : IDisposable
{
    /// <summary>Writes a row below the headings. Fewer cells than headings leave the last columns empty.</summary>
    /// <exception cref="ArgumentException">There are more cells than headings.</exception>
    void Row(params ReadOnlySpan<TableCell> cells);
}
