using System.Globalization;

namespace Verksam.Formats.Tables.Cells;

/// <summary>Names of people, as a register keeps them and as people write them.</summary>
public static class NameText
{
    // Written small within a family name
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "af", "av", "von", "van", "der", "den", "ter", "zu", "zur", "de", "del", "di", "da", "do", "dos", "du", "la", "le", "bin", "ibn", "al", "el",
    };

    private static readonly HashSet<string> Numerals = new(StringComparer.Ordinal) { "II", "III", "IV" };

    /// <summary>Spaces tidied: none at the ends, one between, none around a hyphen; marks that nobody sees taken away.</summary>
    public static string Tidy(string text)
    {
        var seen = string.Concat(text.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control) || char.IsWhiteSpace(c)));
        var one = string.Join(' ', seen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return one.Replace(" - ", "-", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal).Replace(" -", "-", StringComparison.Ordinal);
    }

    /// <summary>A given name, tidied, and in normal case when it came in capitals: "ANNA-KARIN" becomes "Anna-Karin".</summary>
    public static string Given(string text) => Cased(Tidy(text), isFamily: false);

    /// <summary>A family name likewise: "AF KLINTBERG" becomes "af Klintberg", "MCDONALD" "McDonald", "O'BRIEN" "O'Brien".</summary>
    public static string Family(string text) => Cased(Tidy(text), isFamily: true);

    /// <summary>
    /// A whole name in its parts: "Efternamn, Förnamn" at the comma, else the last word is the family name, with the small words before it
    /// ("von", "af", "de la"). Two family names without a hyphen cannot be told from two given names.
    /// </summary>
    public static (string Given, string Family) Split(string text)
    {
        var tidy = Tidy(text);
        var comma = tidy.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0) return (Given(tidy[(comma + 1)..]), Family(tidy[..comma]));
        var words = tidy.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var family = words.Length - 1;
        while (family > 1 && Small.Contains(words[family - 1])) family--;
        return words.Length < 2 ? (Given(tidy), "") : (Given(string.Join(' ', words[..family])), Family(string.Join(' ', words[family..])));
    }

    // What has a small letter somewhere was written by somebody who meant it
    private static string Cased(string name, bool isFamily)
    {
        if (name.Any(char.IsLower) || name.Count(char.IsLetter) < 2) return name;
        var words = name.Split(' ');
        return string.Join(' ', words.Select((word, at) => Numerals.Contains(word) && at > 0 ? word
            : isFamily && at < words.Length - 1 && Small.Contains(word) ? word.ToLowerInvariant()
            : Word(word)));
    }

    private static string Word(string word)
    {
        var letters = word.ToLowerInvariant().ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (at == 0 || letters[at - 1] is '-' or '.' or '(' or '"' || AfterApostrophe(letters, at) || AfterMc(letters, at))
                letters[at] = char.ToUpperInvariant(letters[at]);
        }
        return new string(letters);
    }

    // O'Brien and D'Angelo; but the s of "Lars'" stays small
    private static bool AfterApostrophe(char[] word, int at) => at >= 2 && word[at - 1] is '\'' or '\u2019' && at < word.Length - 1 && (at == 2 || word[at - 3] is '-' or ' ');

    private static bool AfterMc(char[] word, int at) => at >= 2 && word[at - 2] is 'M' && word[at - 1] is 'c' && at < word.Length - 2;
}
