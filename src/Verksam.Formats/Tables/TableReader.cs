using System.Xml;
using Verksam.Formats.Kinds;
using Verksam.Formats.Tables.Delimited;
using Verksam.Formats.Tables.Xlsx;

namespace Verksam.Formats.Tables;

/// <summary>
/// Reads a table: text with separators (RFC 4180 and its many dialects) or an Excel workbook (SpreadsheetML, ECMA-376 / ISO/IEC 29500,
/// transitional and strict). The file is known by its content; its name is not asked.
/// </summary>
public static class TableReader
{
    /// <summary>Opens a table and finds out what it is.</summary>
    /// <param name="file">Need not be able to seek. It is not closed.</param>
    /// <param name="choices">What a person says of it; all is guessed when null.</param>
    /// <param name="limits">How much to take; the default when null.</param>
    /// <param name="cancellation">Ends the wait for the file.</param>
    /// <exception cref="UnreadableDocument">With a code, whatever is wrong with the file.</exception>
    public static async Task<OpenTable> Open(
        Stream file, TableChoices? choices = null, TableLimits? limits = null, CancellationToken cancellation = default)
    {
        choices ??= new TableChoices();
        limits ??= TableLimits.Default;
        var buffer = await InputBuffer.Fill(file, Math.Max(limits.TextBytes, limits.WorkbookBytes), cancellation);
        return Guard(() => IsZip(buffer) ? OpenWorkbook(buffer, choices, limits) : OpenText(buffer, choices, limits));
    }

    // The file lies in memory: whatever goes wrong in reading it is the file's own doing
    internal static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or IOException or InvalidDataException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableDocument(UnreadableDocument.Damaged, e);
        }
    }

    private static bool IsZip(InputBuffer file)
    {
        Span<byte> start = stackalloc byte[4];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 4 && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static OpenTable OpenWorkbook(InputBuffer file, TableChoices choices, TableLimits limits)
    {
        if (file.Length > limits.WorkbookBytes) throw new UnreadableDocument(UnreadableDocument.TooBig);
        var workbook = Workbook.Read(file, limits);
        var sheet = workbook.Choose(choices.Sheet, s => new SheetSource(workbook, s).Read().Any(r => !r.IsBlank))
            ?? throw new UnreadableDocument(choices.Sheet is null ? UnreadableTable.NoRows : UnreadableTable.NoSuchSheet);
        return OpenTable.Of(new SheetSource(workbook, sheet), choices, new TableFindings
        {
            Kind = TableKind.Workbook,
            Headings = [],
            Sheet = sheet.Name,
            OtherSheets = [.. workbook.Sheets.Where(s => s != sheet && !s.Hidden).Select(s => s.Name)],
            HasMacros = workbook.HasMacros,
            HasExternalLinks = workbook.HasExternalLinks,
        });
    }

    private static OpenTable OpenText(InputBuffer file, TableChoices choices, TableLimits limits)
    {
        if (file.Length > limits.TextBytes) throw new UnreadableDocument(UnreadableDocument.TooBig);
        if (KindOf(file) is not FileKind.Text) throw new UnreadableDocument(UnreadableTable.NotATable);
        var encoding = TextEncodings.Find(file, choices.Encoding);
        var separator = choices.Separator ?? Separators.Guess(file, encoding);
        return OpenTable.Of(new DelimitedSource(file, encoding, separator, limits), choices, new TableFindings
        {
            Kind = TableKind.Text,
            Headings = [],
            Encoding = encoding,
            Separator = separator,
        });
    }

    private static FileKind KindOf(InputBuffer file)
    {
        try
        {
            return FileKinds.Of(file);
        }
        catch (UnreadableDocument no) when (no.Code is UnreadableDocument.Spreadsheet)
        {
            throw new UnreadableDocument(UnreadableTable.OldExcel, no);
        }
        catch (UnreadableDocument no) when (no.Code is UnreadableDocument.OldWord or UnreadableDocument.RichText)
        {
            throw new UnreadableDocument(UnreadableTable.NotATable, no);
        }
    }
}
