using System.IO.Compression;
using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Kinds;
using Verksam.Tests.Features.Planning;
using Xunit;

namespace Verksam.Tests.Formats.Kinds;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("Plan.docx", FileKind.Docx)]
    [InlineData("Plan.odt", FileKind.Odt)]
    [InlineData("Plan.html", FileKind.Html)]
    [InlineData("Plan.pdf", FileKind.Pdf)]
    public async Task A_saved_file_is_what_its_content_says(string name, FileKind kind) => (await Kind(SavedPlan.Bytes(name))).ShouldBe(kind);

    [Theory]
    [InlineData("", FileKind.Text)]
    [InlineData("Verksamhetsplan 2027\n\n<p> är ett märke", FileKind.Text)]
    [InlineData("<brevet> kom i går", FileKind.Text)]
    [InlineData("BMX-klubben ska cykla", FileKind.Text)]
    [InlineData("\uFEFF\r\n <!DOCTYPE html><title>Plan</title>", FileKind.Html)]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", FileKind.Html)]
    [InlineData("<h1>Plan</h1>", FileKind.Html)]
    [InlineData("skräp före\n%PDF-1.4", FileKind.Pdf)]
    public async Task A_text_is_what_it_begins_as(string text, FileKind kind) => (await Kind(Encoding.UTF8.GetBytes(text))).ShouldBe(kind);

    [Fact]
    public async Task A_page_in_UTF_16_is_a_page() => (await Kind([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html>")])).ShouldBe(FileKind.Html);

    [Theory]
    [InlineData("{\\rtf1 Vi ska växa}", UnreadableDocument.RichText)]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", UnreadableDocument.Picture)]
    [InlineData("\u0089PNG\r\n", UnreadableDocument.Picture)]
    [InlineData("RIFF\0\0\0\0WEBPVP8", UnreadableDocument.Picture)]
    [InlineData("\0\0\0\u0018ftypheic", UnreadableDocument.Picture)]
    [InlineData("bplist00", UnreadableDocument.WebArchive)]
    [InlineData("From: <Saved by Blink>\r\n", UnreadableDocument.WebArchive)]
    [InlineData("<?xml version=\"1.0\"?><svg/>", UnreadableDocument.UnknownKind)]
    public async Task A_kind_that_is_not_read_is_refused_by_its_name(string start, string code) =>
        (await Refusal(Encoding.Latin1.GetBytes(start))).ShouldBe(code);

    [Theory]
    [InlineData("EncryptedPackage", UnreadableDocument.Encrypted)]
    [InlineData("Workbook", UnreadableDocument.Spreadsheet)]
    [InlineData("PowerPoint Document", UnreadableDocument.Presentation)]
    [InlineData("__substg1.0_1000001F", UnreadableDocument.UnknownKind)]
    public async Task A_compound_file_is_what_its_directory_says(string entry, string code) =>
        (await Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(entry)])).ShouldBe(code);

    [Fact]
    public async Task A_document_of_old_Word_is_known() => (await Refusal(SavedPlan.Bytes("Old.doc"))).ShouldBe(UnreadableDocument.OldWord);

    [Theory]
    [InlineData("xl/workbook.xml", "", UnreadableDocument.Spreadsheet)]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet", UnreadableDocument.Spreadsheet)]
    [InlineData("ppt/presentation.xml", "", UnreadableDocument.Presentation)]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.presentation", UnreadableDocument.Presentation)]
    [InlineData("Index/Document.iwa", "", UnreadableDocument.Pages)]
    [InlineData("bild.jpg", "", UnreadableDocument.UnknownKind)]
    public async Task A_package_is_what_its_parts_say(string part, string content, string code) => (await Refusal(Package((part, content)))).ShouldBe(code);

    [Fact]
    public async Task An_OpenDocument_zipped_anew_is_known_by_its_parts() =>
        (await Kind(Package(("content.xml", ""), ("META-INF/manifest.xml", "")))).ShouldBe(FileKind.Odt);

    [Fact]
    public async Task A_file_too_big_is_refused_before_its_kind_is_asked() =>
        (await Should.ThrowAsync<UnreadableDocument>(() => InputBuffer.Fill(new MemoryStream(new byte[11]), 10, TestContext.Current.CancellationToken)))
            .Code.ShouldBe(UnreadableDocument.TooBig);

    private static async Task<FileKind> Kind(byte[] file) =>
        FileKinds.Of(await InputBuffer.Fill(new MemoryStream(file), ReadingLimits.Default.InputBytes, TestContext.Current.CancellationToken));

    private static async Task<string> Refusal(byte[] file) => (await Should.ThrowAsync<UnreadableDocument>(() => Kind(file))).Code;

    private static byte[] Package(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(content);
            }
        }
        return file.ToArray();
    }
}
