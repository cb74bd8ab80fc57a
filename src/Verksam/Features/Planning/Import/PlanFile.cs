using Verksam.Formats;
using Verksam.Formats.Docx;
using Verksam.Formats.Text;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Import;

/// <summary>From a file as it was written to a plan that is read. What a file is, its content says; the name only helps.</summary>
internal static class PlanFile
{
    /// <exception cref="UnreadableDocument">With a code; the text for people is Planning.Unreadable.(code).</exception>
    public static async Task<PlanAsRead> Read(Stream file, string name, int? year, CancellationToken cancelled) =>
        Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".DOCX" or ".DOCM" or ".DOTX" or ".DOC" => PlanReader.ReadParagraphs(
                (await DocxReader.Read(file, null, cancelled)).Select(p => new SourceParagraph(p.Text, p.HeadingLevel, p.ListLevel, p.Bold)), year),
            ".TXT" or ".MD" or ".MARKDOWN" or ".TEXT" or "" => PlanReader.ReadText(await PlainText.Read(file, null, cancelled), year),
            _ => throw new UnreadableDocument("unknown-kind"),
        };
}
