using System.Globalization;
using System.Xml;
using Verksam.Formats.Xml;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>What a number in a cell stands for.</summary>
internal enum NumberMeaning
{
    Number,
    Date,
    Time,
}

/// <summary>
/// Tells from a cell's style whether its number is a day: by the numbers that ECMA-376 gives to known formats (part 1, 18.8.30), or by the
/// letters in the format's own code (18.8.31).
/// </summary>
internal sealed class NumberFormats
{
    // As many as Excel allows
    private const int MostStyles = 65_536;

    private readonly List<NumberMeaning> _styles = [];

    private NumberFormats() { }

    public static NumberFormats None { get; } = new();

    public NumberMeaning this[int style] => style >= 0 && style < _styles.Count ? _styles[style] : NumberMeaning.Number;

    public static NumberFormats Read(Stream part, ReadingLimits limits)
    {
        var formats = new NumberFormats();
        var own = new Dictionary<int, NumberMeaning>();
        var inCells = false;
        using var xml = new GuardedXml(part, limits);
        while (xml.Read())
        {
            if (xml.Name is "cellXfs") inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmpty;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Name is "numFmt") own[Id(xml)] = MeaningOf(xml.Attribute("formatCode") ?? "");
            if (xml.Name is "xf" && inCells) formats._styles.Add(own.TryGetValue(Id(xml), out var meaning) ? meaning : Known(Id(xml)));
            if (own.Count > MostStyles || formats._styles.Count > MostStyles) throw new UnreadableDocument(UnreadableDocument.TooMuchText);
        }
        return formats;
    }

    /// <summary>What a format's code makes of a number. Text in quotes, after a backslash or in brackets says nothing.</summary>
    public static NumberMeaning MeaningOf(string code)
    {
        var (quoted, bracketed, day, time) = (false, false, false, false);
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            var c = char.ToLowerInvariant(code[at]);
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\\' or '_' or '*') at++;
            else if (c is '[' or ']') bracketed = c == '[';
            else if (bracketed) continue;
            else if (c is 'y' or 'd') day = true;
            else if (c is 'h' or 's') time = true;
        }
        return day ? NumberMeaning.Date : time ? NumberMeaning.Time : IsMonthAlone(code) ? NumberMeaning.Date : NumberMeaning.Number;
    }

    private static bool IsMonthAlone(string code) => code.Trim().All(c => c is 'm' or 'M') && code.Length > 0;

    private static int Id(GuardedXml xml) =>
        int.TryParse(xml.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static NumberMeaning Known(int id) => id switch
    {
        >= 14 and <= 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => NumberMeaning.Date,
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => NumberMeaning.Time,
        _ => NumberMeaning.Number,
    };
}
