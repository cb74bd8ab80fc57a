using System.Text;
using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Sentences;

namespace Verksam.PlanReading.Lines;

/// <summary>Says what every line is, and puts the document together.</summary>
internal static class Layout
{
    /// <summary>The lines that are the plan's own, joined where a page's width broke them: the same in every language.</summary>
    public static List<Line> Lines(List<Line> source) =>
        Paragraphs.Join(Tables.KeepRows(WebChrome.Remove(PageFurniture.Remove(Markdown.Apply(source)))));

    public static PlanDocument Document(List<Line> lines)
    {
        var (title, front) = FrontMatter.Find(lines);
        var blocks = new List<(BlockKind, int, string)>(lines.Count);
        var list = false;
        string? open = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var block = i < front
                ? (i == title ? BlockKind.Title : BlockKind.Byline, 0, Whole(lines[i]))
                : Role(lines, i, list, front, open);
            if (block.Item1 is BlockKind.Heading) open = lines[i].Text;
            list = OpensOrKeepsList(lines, i, list, block.Item1);
            blocks.Add(block);
        }
        return Put(blocks);
    }

    private static (BlockKind, int, string) Role(List<Line> lines, int i, bool inList, int front, string? open)
    {
        var line = lines[i];
        // the title again, after what a web page says of it
        if (open is null && i < FrontMatter.LookAt && FrontMatter.SaysOnlyPlan(line)) return (BlockKind.Byline, 0, Whole(line));
        if ((!inList || StandsOverMarks(lines, i) || !BeginsLikeItem(line)) && Headings.Level(lines, i, front, open) is { } level)
            return (BlockKind.Heading, level, Whole(line));
        if (line.IsListItem || line.HasCells || inList) return (BlockKind.ListItem, line.ListLevel ?? Depth(lines, i), line.Text);
        return (BlockKind.Paragraph, 0, line.Text);
    }

    // set off, and with a marked list of its own: such a line is no item, though it begins with a verb
    private static bool StandsOverMarks(List<Line> lines, int i) =>
        lines[i] is { Mark: null, Blanks: > 0 } && i + 1 < lines.Count && lines[i + 1] is { Mark: not null, ListLevel: null or <= 1 };

    // a list without marks: after a colon, for as long as the lines are no sentences of their own
    private static bool OpensOrKeepsList(List<Line> lines, int i, bool inList, BlockKind kind)
    {
        if (i + 1 >= lines.Count) return false;
        var next = lines[i + 1];
        if (next.IsListItem || next.HeadingLevel is not null || next.Text.Length > 200) return false;
        if (kind is not BlockKind.Heading && !inList && lines[i].Text.EndsWith(':') && !lines[i].IsListItem) return CanBeItem(lines, i);
        return inList && kind is BlockKind.ListItem && CanBeItem(lines, i)
            && (next.Blanks == 0 || next.Blanks <= lines[i].Blanks || lines[i].Text[^1] is not '.');
    }

    private static bool CanBeItem(List<Line> lines, int before) =>
        (Predicate.StartsWithVerb(lines[before + 1].Text) || !Predicate.IsSentence(lines[before + 1].Text))
        && (BeginsLikeItem(lines[before + 1]) || Headings.Level(lines, before + 1) is null) && !lines[before + 1].Text.EndsWith(':')
            && !LeadIn.Speaks(lines[before + 1].Text);

    // "En utbildning …", "två kurser", "ordna …", "att …": so begins no heading in the middle of a list
    private static bool BeginsLikeItem(Line line)
    {
        if (line.HeadingLevel is not null || line.Bold || line.Mark is not null) return false;
        var tokens = Words.Tokens.Of(line.Text);
        return line.StartsLower || Words.Numbers.Value(tokens[0].Lower) is not null || tokens[0].Lower is "minst"
            || Opening.VerbAt(tokens) is not null;
    }

    private static int Depth(List<Line> lines, int i)
    {
        var depth = 1;
        var indent = lines[i].Indent;
        for (var j = i - 1; j >= 0 && i - j < 40 && lines[j].IsListItem; j--)
            if (lines[j].Indent < indent - 1) { depth++; indent = lines[j].Indent; }
        return lines[i].Mark is null ? 1 : depth;
    }

    private static string Whole(Line line) => line.Mark is null ? line.Text : $"{line.Mark} {line.Text}";

    private static PlanDocument Put(List<(BlockKind Kind, int Level, string Text)> parts)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>(parts.Count);
        foreach (var part in parts)
        {
            if (text.Length > 0) text.Append('\n');
            blocks.Add(new Block(part.Kind, part.Level, new TextRange(text.Length, part.Text.Length)));
            text.Append(part.Text);
        }
        return new PlanDocument(text.ToString(), blocks);
    }
}
