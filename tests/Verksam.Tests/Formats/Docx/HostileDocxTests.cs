using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text;
using Shouldly;
using Verksam.Formats;
using Xunit;
using static Verksam.Tests.Formats.Docx.DocxFile;

namespace Verksam.Tests.Formats.Docx;

/// <summary>Files made to fill the memory, to take all time, to fetch or to overwrite.</summary>
public sealed class HostileDocxTests
{
    private const long Million = 1_000_000;

    [Theory]
    [InlineData("paragraphs that unpack to a quarter of a gigabyte",
        "<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:p>", 5 * Million, UnreadableDocument.TooManyParagraphs)]
    [InlineData("nothing that unpacks to a gigabyte", "<w:bookmarkEnd/>                ", 32 * Million, UnreadableDocument.UnpacksTooBig)]
    [InlineData("a million empty paragraphs", "<w:p/>", Million, UnreadableDocument.TooManyParagraphs)]
    [InlineData("a million cells", "<w:tc/>", Million, UnreadableDocument.TooManyParagraphs)]
    [InlineData("words without end", "<w:r><w:t>Vi ska växa. </w:t></w:r>", Million, UnreadableDocument.TooMuchText)]
    [InlineData("open elements without end", "<w:sdt>", 5 * Million, UnreadableDocument.Damaged)]
    [InlineData("open foreign elements without end", "<a>", 10 * Million, UnreadableDocument.Damaged)]
    [InlineData("open paragraphs without end", "<w:p>", 5 * Million, UnreadableDocument.Damaged)]
    [InlineData("deleted ends without end",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Vi</w:t></w:r></w:p>", 19_900, "read")]
    public async Task A_body_of(string what, string piece, long times, string outcome) =>
        (await ReadRepeated(Frame().Start, piece, times, Frame().End)).ShouldBe(outcome, what);

    [Theory]
    [InlineData("one giant text", "<w:p><w:r><w:t>", "växa ", "</w:t></w:r></w:p>", UnreadableDocument.TooMuchText)]
    [InlineData("one giant literal", "<w:p><w:r><w:t><![CDATA[", "<a <b ", "]]></w:t></w:r></w:p>", UnreadableDocument.TooMuchText)]
    [InlineData("one giant comment", "<!--", "<a <b ", "-->", "read")]
    [InlineData("one giant instruction", "<?x ", "<a <b ", "?>", "read")]
    [InlineData("one giant attribute", "<w:p a=\"", "växa ", "\"/>", UnreadableDocument.TooMuchText)]
    [InlineData("one giant name", "<w:", "växa", "/>", UnreadableDocument.TooMuchText)]
    [InlineData("countless attributes", "<w:p ", "a='' ", "/>", UnreadableDocument.TooMuchText)]
    [InlineData("giant white space", "<w:p>", "    ", "</w:p>", UnreadableDocument.TooMuchText)]
    public async Task A_body_with(string what, string start, string piece, string end, string outcome) =>
        (await ReadRepeated(Frame().Start + start, piece, 6 * Million, end + Frame().End)).ShouldBe(outcome, what);

    [Fact]
    public async Task Names_without_end_are_refused() =>
        (await Read(path => WriteDocument(path, string.Concat(Enumerable.Range(0, 1_000_000).Select(n => $"<n{n}/>")))))
            .ShouldBe(UnreadableDocument.TooMuchText);

    [Fact]
    public async Task Styles_without_end_are_survived() =>
        (await Read(path => Write(path, WithBody(Paragraph("Text"),
            string.Concat(Enumerable.Range(0, 200_000).Select(n => Style($"Stil{n}", $"Stilen som heter {n}",
                $"<w:basedOn w:val=\"Stil{n + 1}\"/>")))))))
            .ShouldBe("read");

    [Fact]
    public async Task Styles_that_are_not_there_are_not_remembered() =>
        (await Read(path => WriteDocument(path, "<w:p>" + string.Concat(Enumerable.Range(0, 15_000).Select(
            n => $"<w:r><w:rPr><w:rStyle w:val=\"{new string('x', 2_000)}{n}\"/></w:rPr></w:r>")) + "</w:p>"))).ShouldBe("read");

    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Noise that is the same each time")]
    public async Task As_much_of_everything_as_is_taken_is_read()
    {
        var noise = new byte[19 << 20];
        new Random(2027).NextBytes(noise);
        var styles = string.Concat(Enumerable.Range(0, 10_000).Select(n => Style($"{new string('s', 190)}{n}", new string('n', 190))));
        var cell = "<w:tc>" + Paragraph(new string('x', 390)) + "</w:tc>";
        var rows = string.Concat(Enumerable.Repeat($"<w:tr>{cell}{cell}</w:tr>", 5_000));
        (await Read(path =>
        {
            Write(path, WithBody($"<w:tbl>{rows}</w:tbl>", styles));
            using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
            using var picture = zip.CreateEntry("word/media/image1.png", CompressionLevel.NoCompression).Open();
            picture.Write(noise);
        })).ShouldBe("read");
    }

    [Fact]
    public async Task A_billion_laughs_are_refused()
    {
        var entities = string.Concat(Enumerable.Range(1, 9)
            .Select(n => $"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}\">"));
        var document = Document("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>")
            .Replace("<w:document", $"<!DOCTYPE d [<!ENTITY a0 \"ha\">{entities}]><w:document", StringComparison.Ordinal);
        (await Read(path => Write(path, Package(("word/document.xml", document))))).ShouldBe(UnreadableDocument.Damaged);
    }

    [Fact]
    public async Task An_external_entity_is_refused()
    {
        var document = Document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
            .Replace("<w:document", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document", StringComparison.Ordinal);
        (await Read(path => Write(path, Package(("word/document.xml", document))))).ShouldBe(UnreadableDocument.Damaged);
    }

    [Fact]
    public async Task Entries_that_point_out_of_the_package_are_only_names() =>
        (await Read(path => Write(path, Package(
            ("../../x", "x"), ("/etc/x", "x"), ("word/document.xml", Document(Paragraph("Text"))))))).ShouldBe("read");

    [Fact]
    public async Task Entries_without_end_are_refused() =>
        (await Read(path =>
        {
            using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
            for (var n = 0; n < 60_000; n++) zip.CreateEntry($"{n}");
        })).ShouldBe(UnreadableDocument.Damaged);

    [Fact]
    public async Task A_directory_that_says_it_is_short_and_is_not_is_refused() =>
        (await Read(path => File.WriteAllBytes(path, DirectoryOnly(200_000)))).ShouldBe(UnreadableDocument.Damaged);

    [Fact]
    public async Task A_file_cut_off_is_refused() =>
        (await Read(path => File.WriteAllBytes(path, WithBody(Paragraph("Text")).ToArray()[..^30]))).ShouldBe(UnreadableDocument.Damaged);

    [Theory]
    [InlineData("", UnreadableDocument.NotADocx)]
    [InlineData("Verksamhetsplan 2027", UnreadableDocument.NotADocx)]
    [InlineData("PK", UnreadableDocument.NotADocx)]
    [InlineData("PK\u0003\u0004 och inget mer", UnreadableDocument.Damaged)]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", UnreadableDocument.UnknownKind)]
    public async Task Another_kind_of_file_is_refused(string content, string code) =>
        (await Read(path => File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content)))).ShouldBe(code);

    [Fact]
    public async Task Another_kind_of_package_is_refused() =>
        (await Read(path => Write(path, Package(("xl/workbook.xml", "<workbook/>"))))).ShouldBe(UnreadableDocument.NotADocx);

    [Fact]
    public async Task A_file_too_big_is_refused() =>
        (await Read(path => File.WriteAllBytes(path, new byte[(20 << 20) + 1]))).ShouldBe(UnreadableDocument.TooBig);

    private static Task<string> ReadRepeated(string start, string piece, long times, string end) =>
        Read(path => WriteRepeated(path, start, piece, times, end));

    private static Task<string> Read(Action<string> make) => HostileProcess.Read("docx", make);

    private static void WriteDocument(string path, string body) => Write(path, WithBody(body));

    private static void Write(string path, MemoryStream file) => File.WriteAllBytes(path, file.ToArray());

    // Entries of the central directory and nothing else; the end says there are five
    private static byte[] DirectoryOnly(int entries)
    {
        var file = new List<byte>("PK\u0003\u0004"u8.ToArray());
        var entry = new byte[46];
        "PK\u0001\u0002"u8.CopyTo(entry);
        for (var n = 0; n < entries; n++) file.AddRange(entry);
        byte[] end = [.. "PK\u0005\u0006"u8, 0, 0, 0, 0, 5, 0, 5, 0, 0xFF, 0, 0, 0, 4, 0, 0, 0, 0, 0];
        file.AddRange(end);
        return [.. file];
    }
}
