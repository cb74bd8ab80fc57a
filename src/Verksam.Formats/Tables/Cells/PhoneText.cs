namespace Verksam.Formats.Tables.Cells;

/// <summary>A phone number.</summary>
/// <param name="E164">As the world dials it (ITU-T E.164): "+46701740611".</param>
/// <param name="Display">As a Swede writes it: "070-174 06 11"; a foreign number as it is dialled, with its plus.</param>
/// <param name="IsMobile">It can be sent a text message, as far as the number tells: a Swedish 070, 072, 073, 076 or 079.</param>
public sealed record PhoneNumber(string E164, string Display, bool IsMobile);

/// <summary>
/// Phone numbers as people write them. Swedish ones are held to the numbering plan (PTS); foreign ones, with a plus or 00, to the
/// length that E.164 allows.
/// </summary>
public static class PhoneText
{
    private const string Sweden = "46";
    private const int ShortestForeign = 7;
    private const int LongestForeign = 15;

    /// <summary>Reads a number.</summary>
    /// <param name="text">As it stands in the cell; spaces, hyphens, dots, slashes and brackets are taken away, and so is the zero of "+46 (0)70".</param>
    /// <param name="wasNumber">The file kept it as a number, which loses the zero at the start.</param>
    /// <returns>Or empty, letters, too-short, too-long, area-code.</returns>
    public static CellReading<PhoneNumber> Read(string text, bool wasNumber = false)
    {
        var digits = Digits(text.Trim());
        if (digits is null) return Not(CellWrongs.Letters);
        if (digits.Length == 0) return Not(CellWrongs.Empty);
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = "+" + digits[2..];
        else if (wasNumber && digits[0] is not ('0' or '+')) digits = digits.StartsWith(Sweden, StringComparison.Ordinal) && digits.Length > 9 ? "+" + digits : "0" + digits;
        if (digits.StartsWith("+" + Sweden, StringComparison.Ordinal)) return Swedish(digits[3..].TrimStart('0'));
        if (digits[0] == '+') return Foreign(digits);
        if (digits[0] == '0') return Swedish(digits[1..]);
        // Somebody's number within a town: nobody here knows which
        return Not(digits.Length < 7 ? CellWrongs.TooShort : CellWrongs.AreaCode);
    }

    // With the plus that it may begin with; null when there is something else in it
    private static string? Digits(string text)
    {
        var number = text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        if (number.StartsWith('+')) number = number.Replace("(0)", "", StringComparison.Ordinal);
        var tight = string.Concat(number.Where(c => !IsDecoration(c)));
        return tight.Where((c, at) => !char.IsAsciiDigit(c) && !(c == '+' && at == 0)).Any() ? null : tight == "+" ? "" : tight;
    }

    private static bool IsDecoration(char c) =>
        char.IsWhiteSpace(c) || c is '-' or '.' or '/' or '(' or ')' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212'
            or '\u200B' or '\u200E' or '\u202A' or '\u202C';

    private static CellReading<PhoneNumber> Swedish(string national)
    {
        if (national.Length < 7) return Not(CellWrongs.TooShort);
        var area = AreaCodes.Length(national);
        if (area == 0) return Not(CellWrongs.AreaCode);
        var isMobile = AreaCodes.IsMobile(national);
        // 08 takes up to eight digits after it, other areas seven, or six after a long code; a mobile number has seven
        var longest = area == 1 || area + 7 > 9 || isMobile ? 9 : area + 7;
        if (national.Length > longest) return Not(CellWrongs.TooLong);
        if (national.Length < (isMobile ? 9 : area == 1 ? 7 : area + 5)) return Not(CellWrongs.TooShort);
        return CellReading<PhoneNumber>.Of(new PhoneNumber($"+{Sweden}{national}", $"0{national[..area]}-{Grouped(national[area..])}", isMobile));
    }

    private static CellReading<PhoneNumber> Foreign(string number) => (number.Length - 1) switch
    {
        < ShortestForeign => Not(CellWrongs.TooShort),
        > LongestForeign => Not(CellWrongs.TooLong),
        _ => CellReading<PhoneNumber>.Of(new PhoneNumber(number, number, IsMobile: false)),
    };

    // In twos from the right; what is left over makes the first group one of three
    private static string Grouped(string digits)
    {
        var first = digits.Length == 8 ? 3 : 2 + (digits.Length % 2);
        var rest = digits.Length == 8 ? [digits[3..6], digits[6..]] : digits[first..].Chunk(2).Select(two => new string(two));
        return string.Join(' ', rest.Prepend(digits[..first]));
    }

    private static CellReading<PhoneNumber> Not(string wrong) => CellReading<PhoneNumber>.Not(wrong);
}
