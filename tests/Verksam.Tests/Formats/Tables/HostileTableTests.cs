using System.IO.Compression;
using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Xunit;

namespace Verksam.Tests.Formats.Tables;

/// <summary>Files made to fill the memory or to take all time, in a process of 64 MB and five seconds.</summary>
public sealed class HostileTableTests
{
    private const int Million = 1_000_000;
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Texts = "xl/sharedStrings.xml";

    [Theory]
    [InlineData("a million empty rows", "<row/>", Million, UnreadableTable.TooManyRows)]
    [InlineData("rows that unpack to a gigabyte", "<row r=\"1\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" a=\"                                          \"/>", 8 * Million, UnreadableTable.TooManyRows)]
    [InlineData("nothing that unpacks to a gigabyte", "<x/>                                                    ", 20 * Million, UnreadableDocument.UnpacksTooBig)]
    [InlineData("merged cells without end", "</sheetData><mergeCells/><sheetData>", 3 * Million, "read")]
    [InlineData("open elements without end", "<a>", 5 * Million, UnreadableDocument.Damaged)]
    [InlineData("one row of a million cells", "<row>@<c t=\"str\"><v>x</v></c>", Million, UnreadableTable.TooManyColumns)]
    [InlineData("one row of empty cells without end", "<row>@<c s=\"1\"/>", 5 * Million, UnreadableDocument.Damaged)]
    [InlineData("one endless cell", "<row><c t=\"str\"><v>@växa ", 4 * Million, UnreadableTable.CellTooLong)]
    [InlineData("one cell of endless runs", "<row><c t=\"inlineStr\"><is>@<r><t>växa </t></r>", Million, UnreadableTable.CellTooLong)]
    [InlineData("one endless attribute", "<row r=\"@1", 8 * Million, UnreadableDocument.TooMuchText)]
    public async Task A_sheet_of(string what, string piece, int times, string outcome) =>
        (await Read(path => Write(path, Sheet, XlsxFile.Row(1, "Namn", "Ort") + XlsxFile.Row(2, "Åsa", "Lit"), piece, times))).ShouldBe(outcome, what);

    [Theory]
    [InlineData("texts without end", "<si><t>x</t></si>", 3 * Million, UnreadableDocument.TooMuchText)]
    [InlineData("long texts without end", "<si><t>Vi ska växa i hela landet och vara många fler, sade de. Och så blev det: många, många fler i år.</t></si>", Million, UnreadableDocument.TooMuchText)]
    [InlineData("one endless text", "<si><t>@växa ", 4 * Million, UnreadableTable.CellTooLong)]
    public async Task Shared(string what, string piece, int times, string outcome) =>
        (await Read(path => Write(path, Texts, "", piece, times))).ShouldBe(outcome, what);

    [Fact]
    public async Task As_much_of_a_workbook_as_is_taken_is_read()
    {
        var cells = string.Concat(Enumerable.Range(0, 15).Select(c => $"<c r=\"{(char)('A' + c)}1\" t=\"s\"><v>{c * 1_000}</v></c>"));
        (await Read(path =>
        {
            using var zip = Frame(path, Sheet, Texts);
            Put(zip, Texts, "<sst>", string.Concat(Enumerable.Range(0, 19_000).Select(n => $"<si><t>{n:000000} Åkerblad-Östmark och hennes vänner</t></si>")), 1, "</sst>");
            Put(zip, Sheet, "<worksheet><sheetData>", $"<row>{cells}</row>", 100_000, "</sheetData></worksheet>");
            using var noise = zip.CreateEntry("xl/media/image1.png", CompressionLevel.NoCompression).Open();
            noise.Write(new byte[15 << 20]);
        })).ShouldBe("read");
    }

    [Fact]
    public async Task As_much_text_as_is_taken_is_read() =>
        (await Read(path => Repeat(path, "Namn;Ort;Tal\n", string.Concat(Enumerable.Repeat("Åsa Östmark;Norrvika;", 10)) + "\n", 170_000))).ShouldBe("read");

    [Theory]
    [InlineData("lines without end", "\n", 5 * Million, UnreadableTable.TooManyRows)]
    [InlineData("separators without end", ";", 5 * Million, UnreadableTable.TooManyColumns)]
    [InlineData("one endless cell", "växa", 5 * Million, UnreadableTable.CellTooLong)]
    [InlineData("one endless quote", "\"@växa\n", Million, UnreadableTable.CellTooLong)]
    [InlineData("quotes without end", "\"\"", 5 * Million, UnreadableTable.CellTooLong)]
    [InlineData("more than is taken", "Åsa;Lit\n", 8 * Million, UnreadableDocument.TooBig)]
    [InlineData("zeros", "\0", 5 * Million, UnreadableDocument.NotText)]
    public async Task A_text_of(string what, string piece, int times, string outcome) =>
        (await Read(path => Repeat(path, "Namn;Ort\nÅsa;Lit\n", piece, times))).ShouldBe(outcome, what);

    private static Task<string> Read(Action<string> make) => HostileProcess.Read("table", make);

    private static void Repeat(string path, string start, string piece, int times)
    {
        using var text = new StreamWriter(path);
        var (once, many) = Cut(piece);
        text.Write(start + once);
        for (var n = 0; n < times; n++) text.Write(many);
    }

    // What stands before @ is written once
    private static (string Once, string Many) Cut(string piece) => piece.Split('@') is [var once, var many] ? (once, many) : ("", piece);

    private static void Write(string path, string part, string start, string piece, int times)
    {
        using var zip = Frame(path, part);
        var (once, many) = Cut(piece);
        var (before, after) = part == Sheet ? ("<worksheet><sheetData>", "</sheetData></worksheet>") : ("<sst>", "</sst>");
        Put(zip, part, before + start + once, many, times, after);
    }

    private static ZipArchive Frame(string path, params string[] without)
    {
        var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in XlsxFile.Parts("", "", [("Blad1", "", "")], strict: false).Where(p => !without.Contains(p.Name)))
            Put(zip, name, content, "", 0, "");
        return zip;
    }

    private static void Put(ZipArchive zip, string name, string start, string piece, int times, string end)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write(start);
        for (var n = 0; n < times; n++) part.Write(piece);
        part.Write(end);
    }
}
