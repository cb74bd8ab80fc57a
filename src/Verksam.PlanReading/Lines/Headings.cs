using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Sentences;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Lines;

/// <summary>Tells headings that no style marks.</summary>
internal static class Headings
{
    private const int Longest = 90;

    /// <summary>The level of the heading that a line is; null when it is none.</summary>
    public static int? Level(List<Line> lines, int i, int front = 0, string? open = null)
    {
        var line = lines[i];
        if (line.HeadingLevel is { } told) return Math.Clamp(told, 1, 9);
        if (line.ListLevel is not null || (line.Mark is not null && !char.IsAsciiDigit(line.Mark[0]))) return null;
        if (IsCommitmentHeading(lines, i)) return line.Text.StartsWith("Mål", StringComparison.OrdinalIgnoreCase) ? 1 : 3;
        if (!IsShort(line) && !IsStopped(lines, i) || line.HasCells || CalendarEntry.IsEntry(line.Text) || Fields.Find(line.Text) is not null) return null;
        if (line.Mark is not null) return NumberedLevel(lines, i);
        if (IsSentenceLike(line.Text) || IsCall(line.Text)) return null;
        if (line.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && SaysADoing(line.Text[(colon + 2)..])) return null;
        if (line.Text[^1] == ':' && !line.Bold && !IsHeadingWithColon(lines, i, open)) return null;
        if (LeadIn.Speaks(line.Text) || (Predicate.StartsWithVerb(line.Text) && (line.Blanks == 0 || line.Text.Count(' ') > 4)))
            return null;
        if (line.Bold || IsCapitals(line.Text)) return i + 1 < lines.Count ? 1 : null;
        return StandsOverText(lines, i) ? LevelByPlace(lines, i, front) : null;
    }

    // "Kom gärna i båt!"
    private static bool IsCall(string text)
    {
        if (text[^1] != '!') return false;
        var tokens = Tokens.Of(text);
        return Opening.AddressesReader(tokens) && tokens.Exists(t => t.Is("gärna"));
    }

    // "Klubbstugan: Måla fasaden", "Planen: Ny gräsklippare köps in"
    private static bool SaysADoing(string text) => Predicate.StartsWithVerb(text) || Predicate.IsSentence(text);

    // a label keeps the chapter it stands in; a longer line is a heading when it is set off and no heading of another form is open
    private static bool IsHeadingWithColon(List<Line> lines, int i, string? open)
    {
        var line = lines[i];
        if (open is not null && Fields.Label(line.Text) is not null && Fields.Label(open) is null) return false;
        var gaps = line.Text.Count(' ');
        return gaps <= 2 ? gaps == 0 || line.Blanks > 0
            : (open is null || open[^1] == ':') && line.Blanks > 0 && i + 1 < lines.Count && lines[i + 1].Blanks > 0
                && !Tokens.Of(line.Text).Exists(t => Modals.Find(t.Lower) is not null || Verbs.Find(t.Lower) is { } verb && verb.Is(VerbForm.Finite));
    }

    /// <summary>Short, no full stop, beginning with a capital or a number; a call ("Så vinner vi!") only when it is set off.</summary>
    public static bool IsShort(Line line) =>
        line.Text.Length is > 1 and <= Longest && line.Text.Count(' ') < 12 && line.Text[^1] is not (';' or ',' or '-') && (line.Text[^1] != '!' || line.Blanks > 0)
        && (line.Text[^1] != '.' || IsCapitals(line.Text)) && !line.Text.Contains(". ", StringComparison.Ordinal)
        && (char.IsUpper(line.Text[0]) || char.IsAsciiDigit(line.Text[0]) || line.Text[0] is '§' or '"' or '”' or '“');

    // "Träning och tävling.": a few words with a stop, set off over a sentence; no name under a letter, no doing ("Renovering av taket.")
    private static bool IsStopped(List<Line> lines, int i)
    {
        var line = lines[i];
        if (line.Text[^1] == '.' && line.Mark?.TrimEnd('.').Contains('.', StringComparison.Ordinal) is true) return IsShort(line with { Text = line.Text[..^1] });
        if (line.Text[^1] != '.' || line.Blanks == 0 || i + 1 >= lines.Count || lines[i + 1] is not { Blanks: > 0, Mark: null } next) return false;
        return line.Text.Count(' ') < 4 && IsShort(line with { Text = line.Text[..^1] }) && Predicate.IsSentence(next.Text)
            && !Tokens.Of(line.Text).Skip(1).Any(t => t.IsCapital || t.StartsWithDigit || SmallWords.IsPreposition(t.Lower) || CalendarWords.Month(t.Lower) is not null);
    }

    // a question ("Vilka är vi?", "Vad vi ska göra") and a number in front excuse a verb
    private static bool IsSentenceLike(string text)
    {
        var lower = text.InLower().TrimStart("0123456789.§ ".ToCharArray());
        foreach (var ask in (ReadOnlySpan<string>)["vad ", "hur ", "vilka ", "vem ", "varför ", "så ", "när ", "var ", "det här ",
            "detta "])
            if (lower.StartsWith(ask, StringComparison.Ordinal)) return false;
        return Predicate.IsSentence(text);
    }

    // "AK ansvarar för …" over a lead-in, and "Mål 1: …" over text, are headings and commitments in one
    private static bool IsCommitmentHeading(List<Line> lines, int i)
    {
        var line = lines[i];
        if (line.IsListItem || line.Text.Length > 140 || i + 1 >= lines.Count || line.Blanks == 0) return false;
        var next = lines[i + 1];
        if (Fields.Find(line.Text) is { IsNumberedGoal: true }) return next.EndsSentence || next.IsListItem;
        return Predicate.TakesResponsibility(line.Text) && !next.IsListItem && LeadIn.Speaks(next.Text) && next.Text[^1] == ':';
    }

    // 2.1 is a heading when short; 1. only when it is not one of a numbered list
    private static int? NumberedLevel(List<Line> lines, int i)
    {
        var mark = lines[i].Mark!.TrimEnd('.', ')');
        if (lines[i].Mark!.EndsWith(')') || i + 1 >= lines.Count || IsSentenceLike(lines[i].Text)) return null;
        if (mark.Contains('.', StringComparison.Ordinal)) return mark.AsSpan().Count('.') + 1;
        var inList = (i + 1 < lines.Count && lines[i + 1].Mark is { } after && IsPlainNumber(after))
            || (i > 0 && lines[i].Blanks == 0 && lines[i - 1].Mark is { } before && IsPlainNumber(before));
        return inList ? null : 1;
    }

    private static bool IsPlainNumber(string mark) => mark.Length > 1 && char.IsAsciiDigit(mark[0])
        && !mark.TrimEnd('.', ')').Contains('.', StringComparison.Ordinal);

    private static bool StandsOverText(List<Line> lines, int i)
    {
        if (i + 1 >= lines.Count) return false;
        var next = lines[i + 1];
        if (IsText(next)) return true;
        // a chapter over a section: the section must stand over text itself, and not be one of many short lines
        return lines[i].Blanks > 0 && i + 2 < lines.Count && IsShort(next) && next.Mark is null
            && (IsText(lines[i + 2]) || IsMarkedHeading(lines[i + 2]));
    }

    private static bool IsText(Line line) =>
        line.EndsSentence || line.IsListItem || line.HasCells || line.Text.Length > Longest || IsMarkedHeading(line)
        || CalendarEntry.IsEntry(line.Text) || Fields.Find(line.Text) is not null || Predicate.IsSentence(line.Text)
            || Predicate.StartsWithVerb(line.Text);

    private static bool IsMarkedHeading(Line line) => line.HeadingLevel is not null || line.Bold;

    private static bool IsCapitals(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) letters++;
        }
        return letters > 4;
    }

    // 2 Vad vi ska göra; a section right under a chapter is one level down
    private static int LevelByPlace(List<Line> lines, int i, int front)
    {
        var number = lines[i].Text.AsSpan();
        var dots = 0;
        var n = 0;
        while (n < number.Length && (char.IsAsciiDigit(number[n]) || number[n] == '.')) { if (number[n] == '.') dots++; n++; }
        if (n > 0) return dots + 1;
        return i > front && IsShort(lines[i - 1]) && !lines[i - 1].IsListItem && !IsText(lines[i - 1]) ? 2 : 1;
    }
}
