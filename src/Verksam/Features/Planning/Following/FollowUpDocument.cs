using Verksam.Formats.Docx;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Following;

/// <summary>The follow-up as a Word document: headings and tables that anybody can go on writing in.</summary>
internal sealed class FollowUpDocument(Texts texts, Wording wording, OurTime time)
{
    public byte[] Write(FollowUp followUp, string organisation)
    {
        using var file = new MemoryStream();
        var title = texts["Planning.FollowUp.DocumentTitle", followUp.Plan.Year];
        using (var document = new DocxWriter(file, new DocxProperties(title, time.Now, organisation)))
        {
            document.Title(title);
            document.Paragraph(organisation);
            document.Paragraph(texts["Planning.FollowUp.AsOf", time.Day(followUp.Day)]);
            document.Paragraph(Summary(followUp));
            foreach (var (text, states) in FollowUp.Sections)
                Section(document, texts[$"Planning.FollowUp.{text}"], followUp.In(states));
        }
        return file.ToArray();
    }

    public string Summary(FollowUp followUp) => $"{wording.Done(followUp.Count(Carrying.Status.Done), followUp.Lines.Count - followUp.Count(Carrying.Status.Dropped))} {wording.Others(followUp.Lines.Select(l => l.Row))}".Trim();

    private void Section(DocxWriter document, string heading, IReadOnlyList<FollowUp.Line> lines)
    {
        if (lines.Count == 0)
            return;
        document.Heading(1, $"{heading}: {texts.Count("Planning.FollowUp.Count", lines.Count)}");
        document.Table(
            [texts["Planning.FollowUp.Nr"], texts["Planning.FollowUp.Commitment"], texts["Planning.Commitment.Status"], texts["Planning.FollowUp.Outcome"], texts["Planning.Field.Responsible"], texts["Planning.Field.Due"]],
            lines.Select(l => (IReadOnlyList<string>)[l.Number, l.Words, texts[$"Planning.Status.{l.Row.Status}"], Outcome(l), l.Row.Owner ?? texts["Planning.Unowned"], wording.Due(l.Row.Commitment.Reading) ?? ""]));
    }

    /// <summary>The figure, and the latest that was said.</summary>
    public string Outcome(FollowUp.Line line) => line.Latest is { } latest && line.Row.Count is null ? latest
        : line.Latest is { } also ? $"{wording.Progress(line.Row).TrimEnd('.', ' ')}. {also}" : wording.Progress(line.Row);
}
