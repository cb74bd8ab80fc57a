using System.Collections.Frozen;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Lines;

/// <summary>Removes the web page around a plan: paths, menus, share buttons, addresses.</summary>
internal static class WebChrome
{
    private static readonly FrozenSet<string> _always = WordList.Lines("""
        dela den här sidan
        dela sidan
        dela
        skriv ut
        skriv ut sidan
        lyssna
        till toppen
        upp till toppen
        gå till innehåll
        gå till innehållet
        hoppa till innehåll
        hoppa till innehållet
        hoppa över navigering
        logga in
        logga ut
        sök på webbplatsen
        tillbaka
        stäng
        meny
        webbplatskarta
        facebook instagram
        facebook
        twitter
        instagram
        linkedin
        e-post
        följ oss
        om webbplatsen
        vi använder cookies
        acceptera cookies
        godkänn kakor
        relaterat innehåll
        visa mer
        läs mer
        sida
        artikel
        advertisement
        """).ToFrozenSet(StringComparer.Ordinal);

    // words that a plan may well have as a heading: chrome only beside chrome
    private static readonly FrozenSet<string> _besideChrome = WordList.Lines("""
        sök
        bli medlem
        kontakt
        kontakta oss
        start
        hem
        startsida
        om oss
        nyheter
        kalender
        dokument
        in english
        english
        medlem
        press
        """).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] _beginnings =
        ["publicerad ", "publicerades", "uppdaterades", "senast uppdaterad", "sidan uppdaterad", "uppdaterad:", "senast ändrad",
            "sidansvarig", "©", "copyright", "hem / ", "hem > ",
         "hem » ", "start / ", "start > ", "startsida /", "du är här", "du är här:", "dela på", "ladda ner", "ladda hem",
             "vi använder kakor", "jump to navigation", "hoppa till: ", "den här webbplatsen använder"];

    public static List<Line> Remove(List<Line> lines)
    {
        var chrome = lines.ConvertAll(IsChrome);
        for (var i = 0; i < lines.Count; i++)
            if (!chrome[i] && IsBesideChrome(lines, chrome, i)) chrome[i] = true;
        for (var i = lines.Count - 1; i >= 0; i--)
            if (!chrome[i] && IsBesideChrome(lines, chrome, i)) chrome[i] = true;
        var kept = new List<Line>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
            if (!chrome[i]) kept.Add(i > 0 && chrome[i - 1] ? lines[i] with { Blanks = Math.Max(1, lines[i].Blanks) } : lines[i]);
        return kept;
    }

    private static bool IsBesideChrome(List<Line> lines, List<bool> chrome, int i) =>
        IsOrigin(lines, chrome, i) || _besideChrome.Contains(Lower(lines[i].Text)) && ((i > 0 && chrome[i - 1]) || (i + 1 < lines.Count && chrome[i + 1]));

    // "Från Föreningens wiki", over the wiki's own links
    private static bool IsOrigin(List<Line> lines, List<bool> chrome, int i) =>
        i + 1 < lines.Count && chrome[i + 1] && lines[i].Text.Length < 60
            && (lines[i].Text.StartsWith("Från ", StringComparison.Ordinal) || lines[i].Text.StartsWith("From ", StringComparison.Ordinal));

    private static bool IsChrome(Line line)
    {
        if (line.Text.Length > 120) return false;
        var lower = Lower(line.Text);
        return _always.Contains(lower) || IsPath(lower) || IsAddress(lower)
            || (line.HeadingLevel is null && Array.Exists(_beginnings, b => lower.StartsWith(b, StringComparison.Ordinal)));
    }

    private static string Lower(string text) => text.TrimEnd('.', ':', ' ').InLower();

    // Hem / Om oss / Dokument
    private static bool IsPath(string lower)
    {
        foreach (var mark in (ReadOnlySpan<string>)[" / ", " > ", " » ", " › "])
            if (lower.Split(mark) is { Length: >= 3 } parts && Array.TrueForAll(parts, p => p.Length is > 0 and <= 30)) return true;
        return false;
    }

    private static bool IsAddress(string lower) =>
        !lower.Contains(' ', StringComparison.Ordinal) && !lower.Contains('\t', StringComparison.Ordinal)
        && (lower.StartsWith("http", StringComparison.Ordinal) || lower.StartsWith("www.", StringComparison.Ordinal)
            || (lower.Contains('@', StringComparison.Ordinal) && lower.Contains('.', StringComparison.Ordinal)));
}
