using System.Globalization;
using System.Text.RegularExpressions;

namespace Verksam.Formats.Tables.Cells;

/// <summary>In which order the parts of a date stand.</summary>
public enum DateOrder
{
    /// <summary>2022-05-31, 20220531, 220531.</summary>
    YearFirst,

    /// <summary>31/5 2022, 31.5.2022.</summary>
    DayFirst,

    /// <summary>5/31/2022.</summary>
    MonthFirst,
}

/// <summary>How a date is written, as far as it can be doubted.</summary>
internal enum DateForm
{
    None,
    Clear,

    // 05/06/2022: the day or the month first
    Slashes,

    // 05-06-07: the year or the day first
    Dashes,
}

/// <summary>What a text may mean as a date: the days by the order that gives them. A month in letters leaves no doubt.</summary>
internal readonly record struct DateMeanings(IReadOnlyDictionary<DateOrder, DateOnly> Days, DateForm Form)
{
    public static DateMeanings None { get; } = new(new Dictionary<DateOrder, DateOnly>(), DateForm.None);

    public bool IsOneDay => Days.Values.Distinct().Count() == 1;
}

/// <summary>Dates in Swedish and international forms (ISO 8601; SS-ISO 8601; "31/5 2022", "31/5-22", "31 maj 2022", "May 31, 2022").</summary>
internal static partial class DateText
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Longest = 1_000;

    /// <param name="text">As it stands in the cell; a time after the date is left out.</param>
    /// <param name="newestYear">The latest year that two digits may mean.</param>
    public static DateMeanings Read(string text, int newestYear)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > 40) return DateMeanings.None;
        return Packed().Match(trimmed) is { Success: true } packed ? OfPacked(packed, newestYear)
            : Parted().Match(trimmed) is { Success: true } parted ? OfParted(parted, newestYear)
            : Worded().Match(trimmed) is { Success: true } worded ? OfWorded(worded, newestYear)
            : DateMeanings.None;
    }

    private static DateMeanings OfPacked(Match match, int newestYear) =>
        Meanings([(DateOrder.YearFirst, Year(match.Groups["y"].Value, newestYear), Number(match, "m"), Number(match, "d"))]);

    private static DateMeanings OfParted(Match match, int newestYear)
    {
        var (a, b, c) = (match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["c"].Value);
        var second = Number(match, "b");
        if (a.Length == 4) return Meanings([(DateOrder.YearFirst, Number(match, "a"), second, Number(match, "c"))]);
        if (c.Length == 1) return DateMeanings.None;
        var dayFirst = (DateOrder.DayFirst, Year(c, newestYear), second, Number(match, "a"));
        return (match.Groups["s"].Value, match.Groups["t"].Value) switch
        {
            // Only the slash is used both ways; a dot, or "31/5 2022", is how a European writes
            ("/", "/") => Meanings([dayFirst, (DateOrder.MonthFirst, Year(c, newestYear), Number(match, "a"), second)], DateForm.Slashes),
            ("-", "-") when a.Length == 2 && c.Length == 2 =>
                Meanings([dayFirst, (DateOrder.YearFirst, Year(a, newestYear), second, Number(match, "c"))], DateForm.Dashes),
            _ => Meanings([dayFirst]),
        };
    }

    private static DateMeanings OfWorded(Match match, int newestYear) => MonthNames.Month(match.Groups["m"].Value) is { } month
        ? Meanings([(DateOrder.DayFirst, Year(match.Groups["y"].Value, newestYear), month, Number(match, "d"))])
        : DateMeanings.None;

    private static DateMeanings Meanings(List<(DateOrder Order, int Year, int Month, int Day)> parts, DateForm form = DateForm.Clear)
    {
        var days = new Dictionary<DateOrder, DateOnly>();
        foreach (var (order, year, month, day) in parts)
        {
            if (Dates.Day(year, month, day) is { } found) days[order] = found;
        }
        return new DateMeanings(days, form);
    }

    private static int Year(string digits, int newest)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length == 2 ? Dates.FullYear(year, newest) : year;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<y>[0-9]{2}|[12][0-9]{3})(?<m>[0-9]{2})(?<d>[0-9]{2})$", Plain, Longest)]
    private static partial Regex Packed();

    [GeneratedRegex("^(?<a>[0-9]{4}|[0-9]{1,2})(?<s>[-/.\u2013]|\\. )(?<b>[0-9]{1,2})(?<t>[-/.\u2013 ]|\\. |, )(?<c>[0-9]{4}|[0-9]{1,2})(?:[T ][0-9]{1,2}[:.][0-9]{2}[0-9:.Z+]*)?$", Plain, Longest)]
    private static partial Regex Parted();

    [GeneratedRegex("^(?:(?:den )?(?<d>[0-9]{1,2})(?:\\.|:[ae]|st|nd|rd|th)?[ -](?:of )?(?<m>[a-z]+\\.?)|(?<m>[a-z]+\\.?) (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?)[ -](?<y>[0-9]{4}|[0-9]{2})$", Plain, Longest)]
    private static partial Regex Worded();
}
