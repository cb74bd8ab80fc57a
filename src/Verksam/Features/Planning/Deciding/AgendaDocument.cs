using Verksam.Formats.Docx;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Deciding;

/// <summary>The item of the agenda as a Word document: how the plan stands, what deviates and why, what is proposed.</summary>
internal sealed class AgendaDocument(Texts texts, Wording wording, OurTime time)
{
    public byte[] Write(Agenda agenda)
    {
        using var file = new MemoryStream();
        var title = texts["Planning.Sitting.DocumentTitle", agenda.Plan.Year];
        using (var document = new DocxWriter(file, new DocxProperties(title, time.Now, agenda.Unit.Name)))
        {
            document.Title(title);
            document.Paragraph($"{agenda.Sitting.Name}, {time.Day(agenda.Sitting.On)}");
            document.Paragraph(Summary(agenda));
            Proposals(document, agenda);
            Unanswered(document, agenda);
        }
        return file.ToArray();
    }

    public string Summary(Agenda agenda)
    {
        var rows = agenda.Items.Select(i => i.Row).ToList();
        return $"{wording.Done(rows.Count(r => r.Status == Carrying.Status.Done), rows.Count(r => r.Status != Carrying.Status.Dropped))} {wording.Others(rows)}".Trim();
    }

    /// <summary>"att åtagande 4.4 ska vara klart 30 november".</summary>
    public string Said(Agenda.Item item, Agenda.Proposed proposed) => proposed.Matter.Kind switch
    {
        MatterKind.NewDay => texts["Planning.Matter.Said.NewDay", item.Number, time.Day(proposed.Matter.Day!.Value)],
        MatterKind.NewOwner => texts["Planning.Matter.Said.NewOwner", item.Number, proposed.Owner ?? texts["Planning.Matter.Gone"]],
        _ => texts["Planning.Matter.Said.Drop", item.Number],
    };

    private void Proposals(DocxWriter document, Agenda agenda)
    {
        var proposals = agenda.Proposals.ToList();
        if (proposals.Count == 0)
            return;
        document.Heading(1, texts["Planning.Sitting.Proposals"]);
        foreach (var (item, _) in proposals.DistinctBy(p => p.Item.Number))
        {
            document.Heading(2, texts["Planning.Commitment", item.Number]);
            document.Paragraph(item.Words);
            document.Paragraph(texts["Planning.Sitting.Stands", texts[$"Planning.Status.{item.Row.Status}"], wording.Rule(item.Row.Standing), item.Row.Owner ?? texts["Planning.Unowned"]]);
            foreach (var reason in item.Matters.Select(m => m.Matter.Reason).OfType<string>().Distinct(StringComparer.Ordinal))
                document.Paragraph($"{texts["Planning.History.Reason"]} {reason}");
            document.Paragraph(new TextRun(texts["Planning.Sitting.ToDecide"], Bold: true));
            foreach (var matter in item.Matters)
                document.Bullet(Said(item, matter));
        }
    }

    private void Unanswered(DocxWriter document, Agenda agenda)
    {
        if (agenda.Unanswered.Count == 0)
            return;
        document.Heading(1, texts["Planning.Sitting.Unanswered"]);
        document.Table(
            [texts["Planning.FollowUp.Nr"], texts["Planning.FollowUp.Commitment"], texts["Planning.Commitment.Status"], texts["Planning.Field.Responsible"], texts["Planning.Field.Due"]],
            agenda.Unanswered.Select(i => (IReadOnlyList<string>)[i.Number, i.Words, $"{texts[$"Planning.Status.{i.Row.Status}"]}. {wording.Rule(i.Row.Standing)}", i.Row.Owner ?? texts["Planning.Unowned"], wording.Due(i.Row.Commitment.Reading) ?? ""]));
    }
}
