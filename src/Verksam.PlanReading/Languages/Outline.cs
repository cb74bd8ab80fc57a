using System.Text;
using Verksam.PlanReading.Lines;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages;

/// <summary>Says what every line is, by how it stands on the page and the few words that a language lends.</summary>
internal sealed class Outline(List<Line> lines, LanguageRules rules)
{
    private const int Front = 8;
    private readonly Promises _promises = new(rules);

    public PlanDocument Document()
    {
        var text = new StringBuilder();
        var blocks = new List<Block>(lines.Count);
        var title = Title();
        var front = FrontEnd(title);
        for (var i = 0; i < lines.Count; i++)
        {
            var (kind, level) = i < front ? (i == title ? BlockKind.Title : BlockKind.Byline, 0) : Role(i);
            var words = kind is BlockKind.ListItem || lines[i].Mark is null ? lines[i].Text : $"{lines[i].Mark} {lines[i].Text}";
            if (text.Length > 0) text.Append('\n');
            blocks.Add(new Block(kind, level, new TextRange(text.Length, words.Length)));
            text.Append(words);
        }
        return new PlanDocument(text.ToString(), blocks);
    }

    private int Title()
    {
        var until = Math.Min(lines.Count, Front);
        for (var i = 0; i < until; i++)
            if (lines[i].HeadingLevel == 0 || lines[i].Text.Length < 130 && !lines[i].IsListItem && HasPlanWord(lines[i].Text) && !_promises.IsSentence(lines[i].Text)) return i;
        return -1;
    }

    private bool HasPlanWord(string text) => Array.Exists(rules.Plan.Titles, t => text.Contains(t, StringComparison.OrdinalIgnoreCase));

    // under the title: whose it is and when it was adopted
    private int FrontEnd(int title)
    {
        var end = title + 1;
        while (title >= 0 && end < lines.Count && end < Front && lines[end] is { IsListItem: false, HeadingLevel: null, HasCells: false } line && line.Text.Length < 130
            && (Array.Exists(rules.Plan.Bylines, b => line.Text.StartsWith(b, StringComparison.OrdinalIgnoreCase))
                || line.Blanks == 0 && !line.EndsSentence && end == title + 1)) end++;
        return end;
    }

    private (BlockKind Kind, int Level) Role(int i)
    {
        var line = lines[i];
        if (line.HeadingLevel is { } told) return (BlockKind.Heading, Math.Clamp(told, 1, 9));
        if (HeadingLevel(i) is { } level) return (BlockKind.Heading, level);
        return line.IsListItem || line.HasCells ? (BlockKind.ListItem, line.ListLevel ?? Depth(i)) : (BlockKind.Paragraph, 0);
    }

    private int? HeadingLevel(int i)
    {
        var line = lines[i];
        if (line.ListLevel is not null || line.HasCells || i + 1 >= lines.Count || !Headings.IsShort(line)) return null;
        if (line.Text[^1] is ':' or '.' or '?' or '!' || line.Text.Contains(": ", StringComparison.Ordinal)) return null;
        if (line.Mark is { } mark) return char.IsAsciiDigit(mark[0]) && (line.Blanks > 0 && lines[i + 1].Mark is null) ? mark.TrimEnd('.', ')').Count(c => c == '.') + 1 : null;
        if (_promises.IsSentence(line.Text) || new Calendar(rules).Entry(line.Text) is not null) return null;
        return line.Bold || line.Blanks > 0 ? 1 : null;
    }

    private int Depth(int i)
    {
        var (depth, indent) = (1, lines[i].Indent);
        for (var j = i - 1; j >= 0 && i - j < 40 && lines[j].IsListItem; j--)
            if (lines[j].Indent < indent - 1) { depth++; indent = lines[j].Indent; }
        return lines[i].Mark is null ? 1 : depth;
    }

    public static int? Year(string text)
    {
        foreach (var token in Tokens.Of(text))
        {
            if (Numbers.Year(token.Lower) is { } year) return year;
            if (token.Lower.Length > 4 && token.Lower[4] == '-' && Numbers.Year(token.Lower[..4]) is { } first) return first;
        }
        return null;
    }
}
