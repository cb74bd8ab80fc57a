using System.Collections.Frozen;

namespace Verksam.PlanReading.Words;

/// <summary>The year's words: months, seasons, weekdays, feasts.</summary>
internal static class CalendarWords
{
    private static readonly string[] _months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly FrozenDictionary<string, int> _month = _months
        .SelectMany((name, i) => new[] { (name, i + 1), (name + "s", i + 1), (name.Length > 4 ? name[..3] : name, i + 1) })
        .Concat([("sept", 9)]).DistinctBy(p => p.Item1, StringComparer.Ordinal)
        .Where(p => p.Item1 is not "mar" and not "marss").ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _season = WordList.Lines("""
        vår våren vårens vårterminen vårkanten vårhalvåret
        sommar sommaren sommarens sommarhalvåret sommarperioden
        höst hösten höstens höstterminen hösthalvåret
        vinter vintern vinterns vinterhalvåret vinterperioden
        """).Select(WordList.Split).SelectMany(row => row.Select(word => (word, row[0])))
        .ToFrozenDictionary(p => p.word, p => p.Item2, StringComparer.Ordinal);

    private static readonly FrozenSet<string> _weekdays = new[] { "mån", "tis", "ons", "tors", "fre", "lör", "sön" }
        .SelectMany(d => new[] { d + "dag", d + "dagen", d + "dagar", d + "dagarna", d + "dagens" }).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _units = WordList.Set("""
        dag vecka månad kvartal halvår år termin säsong vardag kväll helg gång läsår vår höst sommar vinter läsperiod period
        """);

    private static readonly FrozenSet<string> _spans = WordList.Set("""
        året verksamhetsåret arbetsåret räkenskapsåret valåret läsåret perioden verksamhetsperioden mandatperioden terminen säsongen
        månaden veckan kvartalet halvåret dygnet helgen jubileumsåret planperioden årets valrörelsen programåret kongressperioden
        """);

    private static readonly FrozenSet<string> _feasts = WordList.Set("""
        jul julen jular påsk påsken midsommar midsommaren nyår nyåret valborg pingst pingsten lucia advent semestern semestrarna
        nationaldagen julhelgen sportlovet påsklovet höstlovet sommarlovet skolavslutningen skolstarten terminsstart terminsstarten
        säsongsstarten årsskiftet halvårsskiftet månadsskiftet
        """);

    /// <summary>1–12, or null.</summary>
    public static int? Month(string lower)
    {
        if (_month.TryGetValue(lower, out var month)) return month;
        // "maj-möte"
        return lower.IndexOf('-', StringComparison.Ordinal) is > 2 and var hyphen && _month.TryGetValue(lower[..hyphen], out month)
            ? month : null;
    }

    /// <summary>vår, sommar, höst, vinter, or null.</summary>
    public static string? Season(string lower) => _season.TryGetValue(lower, out var season) ? season : null;

    public static bool IsWeekday(string lower) => _weekdays.Contains(lower);

    public static bool IsUnit(string lower) => _units.Contains(lower) || _weekdays.Contains(lower) || Month(lower) is not null;

    public static bool IsSpan(string lower) => _spans.Contains(lower);

    public static bool IsFeast(string lower) => _feasts.Contains(lower);
}
