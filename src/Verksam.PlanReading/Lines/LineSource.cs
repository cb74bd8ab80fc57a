using System.Text;

namespace Verksam.PlanReading.Lines;

/// <summary>Cuts a source into lines, with what each line tells of itself.</summary>
internal static class LineSource
{
    // so many blanks in a row are a gap between columns, not a justified line
    private const int Gap = 3;

    public static List<Line> FromText(string text)
    {
        var lines = new List<Line>();
        Append(lines, Cleaning.Clean(text), new SourceParagraph(""), 0);
        return lines;
    }

    public static List<Line> FromParagraphs(IEnumerable<SourceParagraph> paragraphs)
    {
        var lines = new List<Line>();
        var blanks = 0;
        foreach (var paragraph in paragraphs)
        {
            var text = Cleaning.Clean(paragraph.Text ?? "");
            blanks = Append(lines, text, paragraph, blanks);
        }
        return lines;
    }

    private static int Append(List<Line> lines, string text, SourceParagraph told, int blanks)
    {
        var pageBreak = false;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var raw = text.AsSpan(range);
            if (raw.Contains('\f')) pageBreak = true;
            if (raw.IsWhiteSpace()) { blanks++; continue; }
            lines.Add(Make(raw.ToString().Replace('\f', ' '), told) with { Blanks = blanks, AfterPageBreak = pageBreak });
            blanks = 0;
            pageBreak = false;
        }
        return blanks;
    }

    private static Line Make(string raw, SourceParagraph told)
    {
        var indent = raw.Length - raw.AsSpan().TrimStart().Length;
        var text = raw.Trim();
        var mark = told.HeadingLevel is null ? ListMarks.Find(text) : null;
        var words = Squeeze(mark is { } m ? text[m.After..] : text);
        return words.Length == 0
            ? new Line(Squeeze(text), null, 0, indent, indent + text.Length)
            : new Line(words, mark?.Mark, 0, indent, indent + text.Length, told.HeadingLevel, told.ListLevel, told.Bold);
    }

    /// <summary>White space becomes one space; a tab or a wide gap becomes a tab.</summary>
    private static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i])) { squeezed.Append(text[i]); continue; }
            var start = i;
            while (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])) i++;
            var wide = i - start + 1 >= Gap || text.AsSpan(start, i - start + 1).Contains('\t');
            squeezed.Append(wide ? '\t' : ' ');
        }
        return squeezed.ToString().Trim();
    }
}
