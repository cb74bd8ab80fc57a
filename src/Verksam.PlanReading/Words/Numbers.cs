using System.Collections.Frozen;
using System.Globalization;

namespace Verksam.PlanReading.Words;

/// <summary>Numbers in digits and in words.</summary>
internal static class Numbers
{
    private static readonly FrozenDictionary<string, decimal> _words = WordList.Lines("""
        ett 1
        en 1
        två 2
        tre 3
        fyra 4
        fem 5
        sex 6
        sju 7
        åtta 8
        nio 9
        tio 10
        elva 11
        tolv 12
        tretton 13
        fjorton 14
        femton 15
        sexton 16
        sjutton 17
        arton 18
        nitton 19
        tjugo 20
        tjugofem 25
        trettio 30
        fyrtio 40
        femtio 50
        sextio 60
        hundra 100
        tvåhundra 200
        tusen 1000
        ettusen 1000
        """).Select(l => l.Split(' '))
        .ToFrozenDictionary(p => p[0], p => decimal.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>The value of a word that is a number; "en" and "ett" count.</summary>
    public static decimal? Value(string lower) => _words.TryGetValue(lower, out var value) ? value : Digits(lower);

    public static bool IsArticle(string lower) => lower is "en" or "ett";

    /// <summary>A number of 1900–2099 in four digits.</summary>
    public static int? Year(string lower) =>
        lower.Length == 4 && lower[0] is '1' or '2'
        && int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1900 and <= 2099 ? year : null;

    // 10.000 is ten thousand, 2,5 two and a half (its comma is a token of its own and is seen to where it is read)
    private static decimal? Digits(string lower)
    {
        if (lower.Length is 0 or > 12 || !char.IsAsciiDigit(lower[0])) return null;
        var dot = lower.IndexOf('.', StringComparison.Ordinal);
        var plain = dot > 0 && lower.Length - dot == 4 ? lower.Replace(".", "", StringComparison.Ordinal) : lower;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
