using Verksam.PlanReading.Sentences;

namespace Verksam.PlanReading.Judging;

/// <summary>Goes through a document block by block and knows, at each, the chapter, the lead-in and the table's head.</summary>
internal sealed class Walk(PlanDocument document, int? year)
{
    private readonly List<Chapter> _chapters =
        [Chapter.Front with { IsIntroduction = document.Blocks.Any(b => b.Kind is BlockKind.Heading) }];
    private readonly List<(int Level, LeadIn LeadIn)> _leadIns = [];
    private IReadOnlyList<FieldKind?>? _columns;

    // "Under året ska vi:" with headings under it lends to the lists under them all
    private LeadIn? _standing;
    private BlockKind _before;
    private bool _underEntry;

    public Chapter Chapter => _chapters[^1];

    public LeadIn? LeadIn => _leadIns.Count == 0 ? _standing : _leadIns[^1].LeadIn;

    /// <summary>Takes in a block and gives the passages in it that may be commitments.</summary>
    public List<Passage> Enter(int index)
    {
        var block = document.Blocks[index];
        if (block.Kind is BlockKind.Heading && _before is BlockKind.Paragraph
            && _leadIns is [{ LeadIn: { Force: LeadInForce.Promises } open }]) _standing = open;
        else if (block.Kind is BlockKind.Paragraph) _standing = null;
        _before = block.Kind;
        if (block.Kind is BlockKind.Heading) _underEntry = false;
        return block.Kind switch
        {
            BlockKind.Heading => Heading(block),
            BlockKind.Paragraph => Paragraph(block),
            BlockKind.ListItem => Item(block),
            _ => [],
        };
    }

    /// <summary>A passage of the block last entered.</summary>
    public Passage At(BlockKind kind, IReadOnlyList<TextRange> ranges) =>
        new(string.Join(' ', ranges.Select(r => r.In(document.Text))), ranges, kind, Chapter, kind is BlockKind.ListItem ? LeadIn
            : null, Columns: _columns);

    private List<Passage> Heading(Block block)
    {
        var text = block.Range.In(document.Text);
        while (_chapters.Count > 1 && Chapter.Level >= block.Level) _chapters.RemoveAt(_chapters.Count - 1);
        _leadIns.Clear();
        _columns = null;
        var passage = At(BlockKind.Heading, [block.Range]);
        var promises = Predicate.TakesResponsibility(text) || Fields.Find(text) is { IsNumberedGoal: true };
        var kind = Chapter.KindOf(text);
        if (kind is ChapterKind.Plain && Chapter.Kind is ChapterKind.Goals or ChapterKind.Programme) kind = Chapter.Kind;
        var responsible = promises && SentenceRules.Judge(passage) is { } verdict ? Responsibles.Find(passage, verdict) : null;
        _chapters.Add(new Chapter(text, block.Level, kind, responsible));
        return promises ? [passage] : [];
    }

    private List<Passage> Paragraph(Block block)
    {
        _columns = null;
        _leadIns.Clear();
        // one more "AK ansvarar för …" after those that had lists under them
        if (Chapter.Responsible is { } who && block.Range.In(document.Text).StartsWith(who, StringComparison.Ordinal)
            && Predicate.TakesResponsibility(block.Range.In(document.Text)))
            return Heading(new Block(BlockKind.Heading, Chapter.Level, block.Range));
        var sentences = SentenceSplitter.Split(document.Text, block.Range);
        if (sentences.Count == 0) return [];
        var last = sentences[^1].In(document.Text);
        if (sentences.Count == 1 && (Fields.Label(last) ?? Fields.Aside(last)) is { } label) _chapters[^1] = Chapter.Labelled(label);
        if (LeadIn.Speaks(last) || last.EndsWith(':'))
        {
            _leadIns.Add((0, LeadIn.Read(last, year)));
            if (!LeadIn.IsComplete(last)) sentences.RemoveAt(sentences.Count - 1);
        }
        var found = sentences.ConvertAll(s => At(BlockKind.Paragraph, [s]) with { UnderEntry = _underEntry });
        if (CalendarEntry.IsEntry(block.Range.In(document.Text))) _underEntry = true;
        return found;
    }

    private List<Passage> Item(Block block)
    {
        var text = block.Range.In(document.Text);
        if (text.Contains('\t', StringComparison.Ordinal) && Head(text) is { } head) { _columns = head; return []; }
        if (!text.Contains('\t', StringComparison.Ordinal)) _columns = null;
        while (_leadIns.Count > 0 && _leadIns[^1].Level >= Math.Max(1, block.Level)) _leadIns.RemoveAt(_leadIns.Count - 1);
        if (text.Length > 2 && LeadIn.Speaks(text)) { _leadIns.Add((block.Level, LeadIn.Read(text, year))); return []; }
        var parts = Parts(block).ConvertAll(r => At(BlockKind.ListItem, [r]));
        // a later sentence with a modal and a subject of its own borrows nothing from the line over the list
        for (var i = 1; i < parts.Count; i++) parts[i] = parts[i] with { LeadIn = null };
        return parts;
    }

    // one item, unless a later sentence has a modal and a subject of its own
    private List<TextRange> Parts(Block block)
    {
        var sentences = SentenceSplitter.Split(document.Text, block.Range);
        if (sentences.Count < 2) return [block.Range];
        var parts = new List<TextRange>();
        foreach (var sentence in sentences)
        {
            if (parts.Count > 0 && (!HasOwnModal(sentence.In(document.Text)) || parts.Count == 1 && IsName(parts[0].In(document.Text))))
                parts[^1] = new TextRange(parts[^1].Start, sentence.End - parts[^1].Start);
            else parts.Add(sentence);
        }
        return parts;
    }

    // "Studier. Sektionen ska …": what the sentence is about
    private static bool IsName(string text)
    {
        var tokens = Words.Tokens.Of(text);
        return tokens.Count(t => t.IsWord) <= 3 && Predicate.Find(tokens) is null && Opening.VerbAt(tokens) is null;
    }

    private static bool HasOwnModal(string text)
    {
        var tokens = Words.Tokens.Of(text);
        return Predicate.Find(tokens) is { Modal: not null, At: > 0 };
    }

    // a row whose cells are all names of columns
    private static FieldKind?[]? Head(string text)
    {
        var cells = text.Split('\t');
        var kinds = Array.ConvertAll(cells, Fields.Kind);
        return kinds.Count(k => k is not null) * 2 > cells.Length ? kinds : null;
    }
}
