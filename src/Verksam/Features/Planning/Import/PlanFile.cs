using Verksam.Formats;
using Verksam.Formats.Docx;
using Verksam.Formats.Html;
using Verksam.Formats.Kinds;
using Verksam.Formats.Odt;
using Verksam.Formats.Pdf;
using Verksam.Formats.Text;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Import;

/// <summary>From a file as it was written to a plan that is read. What a file is, its content says and not its name.</summary>
internal static class PlanFile
{
    /// <exception cref="UnreadableDocument">With a code; the text for people is Planning.Unreadable.(code).</exception>
    public static async Task<PlanAsRead> Read(Stream stream, int? year, CancellationToken cancelled)
    {
        await using var file = await InputBuffer.Fill(stream, ReadingLimits.Default.InputBytes, cancelled);
        return FileKinds.Of(file) switch
        {
            FileKind.Docx => Paragraphs(await DocxReader.Read(file, null, cancelled), year),
            FileKind.Odt => Paragraphs(await OdtReader.Read(file, null, cancelled), year),
            FileKind.Html => Paragraphs(await HtmlReader.Read(file, null, cancelled), year),
            FileKind.Pdf => PlanReader.ReadText(await PdfReader.Read(file, null, null, cancelled), year),
            _ => PlanReader.ReadText(await PlainText.Read(file, null, cancelled), year),
        };
    }

    private static PlanAsRead Paragraphs(IEnumerable<DocumentParagraph> read, int? year) =>
        PlanReader.ReadParagraphs(read.Select(p => new SourceParagraph(p.Text, p.HeadingLevel, p.ListLevel, p.Bold)), year);
}
