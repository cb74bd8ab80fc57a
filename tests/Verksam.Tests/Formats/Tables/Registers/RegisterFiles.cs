using System.Runtime.CompilerServices;
using System.Text;

namespace Verksam.Tests.Formats.Tables.Registers;

/// <summary>The invented register as files: csv as the office's old program writes it, and a workbook with a title and merged cells.</summary>
internal static class RegisterFiles
{
    public static byte[] Csv => Saved("Medlemsregister.csv");

    public static byte[] Xlsx => Saved("Medlemsregister.xlsx");

    /// <summary>Another and a small one, which LibreOffice saved.</summary>
    public static byte[] LibreOffice => Saved("LibreOffice-7.4.xlsx");

    public static byte[] MakeCsv()
    {
        var rows = new RegisterMaker().Rows.Prepend([.. RegisterMaker.Headings]);
        var text = string.Concat(rows.Select(r => string.Join(';', r.Select(Quoted)) + "\r\n"));
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
    }

    /// <summary>A title, an empty row, groups of columns in merged cells, the headings in row 4.</summary>
    public static byte[] MakeXlsx()
    {
        var rows = new StringBuilder(XlsxFile.Row(1, "Medlemsregister, utskrivet 2026-11-23")).Append(XlsxFile.Row(3, "Person", "", "", "", "Adress", "", "", "", "", "Kontakt"));
        rows.Append(XlsxFile.Row(4, [.. RegisterMaker.Headings]));
        var line = 5;
        foreach (var row in new RegisterMaker().Rows) rows.Append(XlsxFile.Row(line++, row));
        return XlsxFile.WithRows(rows.ToString(), after: "<mergeCells><mergeCell ref=\"A1:T1\"/><mergeCell ref=\"A3:D3\"/><mergeCell ref=\"E3:I3\"/><mergeCell ref=\"J3:L3\"/></mergeCells>");
    }

    public static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static byte[] Saved(string name) => File.ReadAllBytes(Path.Combine(Folder(), name));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\";\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
