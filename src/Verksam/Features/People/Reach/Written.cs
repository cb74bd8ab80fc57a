using System.Globalization;
using Verksam.Formats.Tables.Cells;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Reach;

/// <summary>What people write in a form, read by the same rules as a register that is brought in. Nothing written is null and no fault.</summary>
internal static class Written
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "yyyy-M-d", "d/M yyyy", "d.M.yyyy"];

    public static Refusal? Way(WayKind kind, string? text, out string? value) => kind == WayKind.Email ? Email(text, out value) : Phone(text, out value);

    public static Refusal? Email(string? text, out string? value)
    {
        value = OneLine.OrNull(text);
        if (value is null)
            return null;
        var read = EmailText.One(value);
        value = read.IsRead ? read.Value : value;
        return read.Wrong is null ? null : read.Wrong == CellWrongs.At ? ReachRefusals.OneAt : ReachRefusals.NotAnAddress;
    }

    /// <param name="value">As a Swede writes it: "070-174 06 11".</param>
    public static Refusal? Phone(string? text, out string? value)
    {
        value = OneLine.OrNull(text);
        if (value is null)
            return null;
        var read = PhoneText.Read(value);
        value = read.IsRead ? read.Value.Display : value;
        return read.Wrong switch
        {
            null => null,
            CellWrongs.Letters => ReachRefusals.NumberHasLetters,
            CellWrongs.TooShort => ReachRefusals.NumberTooShort,
            CellWrongs.TooLong => ReachRefusals.NumberTooLong,
            _ => ReachRefusals.NoAreaCode,
        };
    }

    /// <summary>Only the codes of Sweden are known here.</summary>
    public static Refusal? PostalCode(string? text, string? country, out string? value)
    {
        value = OneLine.OrNull(text);
        if (value is null || OneLine.OrNull(country) is not null)
            return null;
        var read = PostalCodeText.Read(value);
        value = read.IsRead ? read.Value : value;
        return read.IsRead ? null : ReachRefusals.NotAPostalCode;
    }

    /// <summary>A day ("1961-03-24", "24/3 1961") or a year.</summary>
    public static Refusal? Birth(string? text, out DateOnly? day, out int? year)
    {
        (day, year) = (null, null);
        if (OneLine.OrNull(text) is not { } line)
            return null;
        if (line.Length == 4 && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var only))
            year = only;
        else if (DateOnly.TryParseExact(line, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            day = read;
        else
            return PeopleRefusals.NotBornThen;
        return null;
    }
}
