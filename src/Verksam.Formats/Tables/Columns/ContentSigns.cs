using System.Globalization;
using Verksam.Formats.Tables.Cells;

namespace Verksam.Formats.Tables.Columns;

/// <summary>Looks at what stands in a column: numbers with a check digit say most, free words say nothing.</summary>
internal static class ContentSigns
{
    private const double Most = 0.6;
    private const int OldestAge = 110;
    private const int YoungestAge = 13;

    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "sv", "en", "fi", "no", "nb", "da", "so", "ar", "sv-se", "en-gb", "svenska", "engelska", "finska", "norska", "danska", "arabiska",
        "somaliska", "persiska", "spanska", "tyska", "franska", "swedish", "english", "finnish", "norwegian", "danish", "norsk", "dansk", "svensk",
    };

    /// <summary>The strongest sign that the values give; null when they give none.</summary>
    public static ContentSign? Look(IReadOnlyList<string> cells, DateOnly today)
    {
        var values = cells.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).ToList();
        if (values.Count == 0) return null;
        return Signs(values, today).Where(s => s is not null).MaxBy(s => s!.Strength);
    }

    private static IEnumerable<ContentSign?> Signs(List<string> values, DateOnly today)
    {
        yield return Sign(values, v => EmailText.Read(v) is { Count: > 0 } found && found[0].IsRead, ColumnField.Email, 0.97, ColumnReasons.Emails);
        yield return Sign(values, v => NationalId.Read(v, today).IsRead, ColumnField.NationalId, 0.97, ColumnReasons.NationalIds);
        yield return Sign(values, v => PhoneText.Read(v) is { IsRead: true, Value.IsMobile: true }, ColumnField.Mobile, 0.92, ColumnReasons.MobileNumbers);
        yield return Sign(values, v => PhoneText.Read(v).IsRead, ColumnField.Phone, 0.85, ColumnReasons.PhoneNumbers);
        yield return Sign(values, v => PostalCodeText.Read(v).IsRead, ColumnField.PostalCode,
            values.Exists(v => v.Contains(' ', StringComparison.Ordinal)) ? 0.9 : 0.5, ColumnReasons.PostalCodes);
        yield return Sign(values, v => Languages.Contains(v), ColumnField.Language, 0.8, ColumnReasons.Languages);
        yield return Sign(values, IsStreet, ColumnField.Street, 0.7, ColumnReasons.Streets);
        yield return Sign(values, v => IsBirthYear(v, today), ColumnField.BirthYear, 0.75, ColumnReasons.BirthYears);
        yield return OfMunicipalities(values);
        yield return OfDates(values, today);
    }

    private static ContentSign? Sign(List<string> values, Predicate<string> isOne, ColumnField field, double strength, string reason)
    {
        var share = values.Count(v => isOne(v)) / (double)values.Count;
        return share < Most ? null : new ContentSign(field, strength * share, reason, Percent(share));
    }

    // Years look like codes of Västmanland; there are many different codes there only if there are others too
    private static ContentSign? OfMunicipalities(List<string> values)
    {
        var sign = Sign(values, v => v.Length == 4 && MunicipalityCodes.Has(v), ColumnField.Municipality, 0.8, ColumnReasons.MunicipalityCodes);
        return sign is null ? null : sign with { Argument = values.Distinct(StringComparer.Ordinal).Count().ToString(CultureInfo.InvariantCulture) };
    }

    // Without a heading: when most were born long ago it is birthdays
    private static ContentSign? OfDates(List<string> values, DateOnly today)
    {
        var days = values.Select(v => DateText.Read(v, today.Year)).Where(d => d.Days.Count > 0).Select(d => d.Days.Values.First())
            .Where(d => d.Year > today.Year - OldestAge && d.Year < today.Year + OldestAge).Order().ToList();
        var share = days.Count / (double)values.Count;
        if (share < Most) return null;
        var isBirth = days[days.Count / 2].Year < today.Year - (2 * YoungestAge);
        return new ContentSign(isBirth ? ColumnField.BirthDate : ColumnField.JoinedOn, (isBirth ? 0.65 : 0.4) * share, ColumnReasons.Dates, Percent(share));
    }

    private static bool IsBirthYear(string value, DateOnly today) =>
        value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year > today.Year - OldestAge && year <= today.Year - YoungestAge;

    // "Storgatan 12", "Box 7", "Backen 3 B lgh 1201"
    private static bool IsStreet(string value) => char.IsLetter(value[0]) && value.Length < 60
        && value.Split(' ') is { Length: >= 2 } words && words.Skip(1).Any(w => char.IsAsciiDigit(w[..Math.Min(1, w.Length)].FirstOrDefault()))
        && !value.Contains(':', StringComparison.Ordinal);

    private static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture);
}
