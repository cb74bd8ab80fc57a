using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>Goes through a document block by block and knows, at each, the chapter, the line over the list and the table's head.</summary>
internal sealed class Course(PlanDocument document, LanguageRules rules, int? year)
{
    private readonly Promises _promises = new(rules);
    private readonly List<Chapter> _chapters = [Chapter.Front];
    private FieldKind?[]? _columns;
    private Lead? _lead;

    public Chapter Chapter => _chapters[^1];

    /// <summary>Takes in a block and gives the places in it that may be commitments.</summary>
    public List<Place> Enter(Block block) => block.Kind switch
    {
        BlockKind.Heading => Heading(block),
        BlockKind.Paragraph => Paragraph(block),
        BlockKind.ListItem => Item(block),
        _ => [],
    };

    public Place At(BlockKind kind, IReadOnlyList<TextRange> ranges) =>
        new(string.Join(' ', ranges.Select(r => r.In(document.Text))), ranges, Chapter, kind is BlockKind.ListItem, kind is BlockKind.ListItem ? _lead : null, _columns);

    private List<Place> Heading(Block block)
    {
        while (_chapters.Count > 1 && Chapter.Level >= block.Level) _chapters.RemoveAt(_chapters.Count - 1);
        _lead = null;
        _columns = null;
        var text = block.Range.In(document.Text);
        var kind = KindOf(text);
        if (kind is ChapterKind.Plain && Chapter.Kind is ChapterKind.Goals or ChapterKind.Programme) kind = Chapter.Kind;
        _chapters.Add(new Chapter(text, block.Level, kind));
        return [];
    }

    private ChapterKind KindOf(string heading)
    {
        var lower = heading.InLower().TrimStart("0123456789. ".ToCharArray()) + " ";
        foreach (var (kind, words) in rules.Plan.Chapters)
            if (Array.Exists(words, w => lower.Contains(w, StringComparison.Ordinal))) return kind;
        return ChapterKind.Plain;
    }

    private List<Place> Paragraph(Block block)
    {
        _columns = null;
        _lead = null;
        var sentences = SentenceSplitter.Split(document.Text, block.Range);
        if (sentences.Count > 0 && Opens(sentences[^1].In(document.Text)))
        {
            _lead = Lead.Read(sentences[^1].In(document.Text), rules, year);
            sentences.RemoveAt(sentences.Count - 1);
        }
        return sentences.ConvertAll(s => At(BlockKind.Paragraph, [s]));
    }

    private bool Opens(string sentence) => sentence.EndsWith(':')
        || sentence.Length < 90 && char.IsLetter(sentence[^1]) && Tokens.Of(sentence) is { Count: > 1 } words && words[^1].Is(rules.Plan.InfinitiveMark);

    private List<Place> Item(Block block)
    {
        var text = block.Range.In(document.Text);
        var cells = text.Split('\t');
        if (cells.Length > 1 && Array.ConvertAll(cells, Label) is var head && head.Count(k => k is not null) * 2 > cells.Length) { _columns = head; return []; }
        if (cells.Length == 1) _columns = null;
        if (text.EndsWith(':') && text.Length > 2) { _lead = Lead.Read(text, rules, year); return []; }
        return Parts(block).Select((range, i) => At(BlockKind.ListItem, [range]) is var place && i > 0 ? place with { Lead = null } : place).ToList();
    }

    // one item, unless a later sentence has a promise of its own
    private List<TextRange> Parts(Block block)
    {
        var parts = new List<TextRange>();
        foreach (var sentence in SentenceSplitter.Split(document.Text, block.Range))
        {
            if (parts.Count > 0 && _promises.Modal(Tokens.Of(sentence.In(document.Text))) <= 0)
                parts[^1] = new TextRange(parts[^1].Start, sentence.End - parts[^1].Start);
            else parts.Add(sentence);
        }
        return parts;
    }

    private FieldKind? Label(string cell) => rules.LabelOf(cell);
}

/// <summary>A sentence or an item, and where it stands.</summary>
internal sealed record Place(string Text, IReadOnlyList<TextRange> Ranges, Chapter Chapter, bool IsItem, Lead? Lead, FieldKind?[]? Columns)
{
    /// <summary>The cell of a row that a column of a kind holds.</summary>
    public string? Cell(FieldKind kind)
    {
        if (Columns is null) return null;
        var cells = Text.Split('\t');
        for (var i = 1; i < cells.Length && i < Columns.Length; i++)
            if (Columns[i] == kind && cells[i].Length > 0) return cells[i];
        return null;
    }
}

/// <summary>A line over a list, and what it lends to the items.</summary>
internal sealed record Lead(string Text, LeadInForce Force, Modality Modality, string? Responsible, bool IsGoal, string? Due)
{
    public static Lead Read(string text, LanguageRules rules, int? year)
    {
        var tokens = Tokens.Of(text);
        var promises = new Promises(rules);
        var due = new Calendar(rules).Find(text, year)?.AsWritten;
        var isGoal = rules.LabelOf(text) is FieldKind.Goal;
        if (promises.Judge(text, ChapterKind.Plain) is { } promise)
            return new Lead(text, LeadInForce.Promises, promise.Verdict.Modality, promise.Responsible, promise.IsGoal || isGoal, due);
        var modal = promises.Modal(tokens);
        if (modal >= 0 && rules.Promise.Not.Find(tokens, modal) < 0 && !rules.Promise.Never.In(tokens))
            return new Lead(text, LeadInForce.Promises, promises.ModalAt(tokens, modal)!.Value.Modality,
                new Subjects(rules).Of(tokens, 0, modal, modal + 1) is { Actor: Actor.Own } who ? who.In(text, tokens) : null, isGoal, due);
        var force = rules.Plan.Describes.In(tokens) ? LeadInForce.Describes : isGoal || rules.LabelOf(text) is FieldKind.Activity ? LeadInForce.Promises : LeadInForce.Neutral;
        return new Lead(text, force, Modality.Intends, null, isGoal, due);
    }
}
