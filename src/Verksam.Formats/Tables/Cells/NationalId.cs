using System.Globalization;

namespace Verksam.Formats.Tables.Cells;

/// <summary>What a national identity number tells. The number itself is not kept.</summary>
/// <param name="Born">The day of birth.</param>
/// <param name="IsCoordination">It is a coordination number (samordningsnummer), for somebody who is not registered in Sweden.</param>
/// <param name="IsMasked">Its last four are not told, so that it could not be proved.</param>
public readonly record struct NationalIdRead(DateOnly Born, bool IsCoordination = false, bool IsMasked = false);

/// <summary>
/// Swedish personnummer and samordningsnummer (Skatteverket, SKV 704 and SKV 707; folkbokföringslagen 1991:481, 18–18 b §§): six or eight digits
/// of birth, a mark that is "-", or "+" from the year one turns a hundred, three digits and a check digit by the Luhn rule over the
/// last ten. A coordination number has 60 added to its day.
/// </summary>
public static class NationalId
{
    private const int Digits = 10;
    private const int WithCentury = 12;
    private const int CoordinationDays = 60;
    private const int Last = 4;

    /// <summary>Reads a number.</summary>
    /// <param name="text">As it stands in the cell. The last four may be hidden by dots, stars or letters X, or be missing after the mark.</param>
    /// <param name="today">Decides the century of ten digits.</param>
    /// <param name="wasNumber">The file kept it as a number, which loses zeros at the start.</param>
    /// <returns>Or empty, letters, too-short, too-long, organisation, no-such-day, not-yet, check-digit.</returns>
    public static CellReading<NationalIdRead> Read(string text, DateOnly today, bool wasNumber = false)
    {
        var (birth, last, over100) = Parts(text, wasNumber);
        if (birth.Length + last.Length == 0) return Not(CellWrongs.Empty);
        var isMasked = last.Length == Last && last.All(IsMask);
        if (!birth.All(char.IsAsciiDigit) || !(isMasked || last.All(char.IsAsciiDigit))) return Not(CellWrongs.Letters);
        if (last.Length < Last || birth.Length < Digits - Last) return Not(CellWrongs.TooShort);
        if (birth.Length is not (Digits - Last or WithCentury - Last)) return Not(birth.Length > WithCentury - Last ? CellWrongs.TooLong : CellWrongs.TooShort);
        if (int.Parse(birth.AsSpan(birth.Length - 4, 2), CultureInfo.InvariantCulture) >= 20) return Not(CellWrongs.Organisation);
        return Judge(birth, last, new Person(today, over100, isMasked));
    }

    private static CellReading<NationalIdRead> Judge(string birth, string last, Person person)
    {
        var number = int.Parse(birth.AsSpan(birth.Length - 2), CultureInfo.InvariantCulture);
        var isCoordination = number > CoordinationDays;
        var day = isCoordination ? number - CoordinationDays : number;
        var month = int.Parse(birth.AsSpan(birth.Length - 4, 2), CultureInfo.InvariantCulture);
        var year = int.Parse(birth.AsSpan(0, birth.Length - 4), CultureInfo.InvariantCulture);
        var born = birth.Length == Digits - Last ? person.Century(year, month, day) : Dates.Day(year, month, day);
        if (born is not { } found) return Not(CellWrongs.NoSuchDay);
        if (found > person.Today) return Not(CellWrongs.NotYet);
        if (!person.IsMasked && !Luhn.Holds(birth.AsSpan(birth.Length - (Digits - Last)), last)) return Not(CellWrongs.CheckDigit);
        return CellReading<NationalIdRead>.Of(new NationalIdRead(found, isCoordination, person.IsMasked));
    }

    // The digits of birth, the last four, and whether the mark between them is a plus
    private static (string Birth, string Last, bool Over100) Parts(string text, bool wasNumber)
    {
        var tight = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '\u200B'));
        var mark = tight.LastIndexOfAny(['-', '+', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '/']);
        if (mark > 0 && tight.Length - mark - 1 <= Last) return (Plain(tight[..mark]), tight[(mark + 1)..], tight[mark] == '+');
        var all = Plain(tight);
        if (wasNumber && all.Length is > 6 and < Digits) all = all.PadLeft(Digits, '0');
        return all.Length > Last ? (all[..^Last], all[^Last..], false) : (all, "", false);
    }

    // "1988-04-12-1234" is met too
    private static string Plain(string text) => text.Replace("-", "", StringComparison.Ordinal);

    private static bool IsMask(char c) => c is '*' or 'x' or 'X' or '_' or '?' or '#' or '.' or '\u2022' or '\u00B7' or '\u25CF' or '\u2217';

    private static CellReading<NationalIdRead> Not(string wrong) => CellReading<NationalIdRead>.Not(wrong);

    private readonly record struct Person(DateOnly Today, bool Over100, bool IsMasked)
    {
        // Somebody with a minus who turns a hundred this year and is not born yet is taken for the older one: marks are often not changed
        public DateOnly? Century(int year, int month, int day)
        {
            var newest = Today.Year - (Over100 ? 100 : 0);
            var full = newest - ((newest - year) % 100);
            var born = Dates.Day(full, month, day);
            return born > Today ? Dates.Day(full - 100, month, day) : born;
        }
    }
}

/// <summary>The check digit of ISO/IEC 7812-1: every other digit doubled, the digits of all added, the sum a multiple of ten.</summary>
internal static class Luhn
{
    public static bool Holds(ReadOnlySpan<char> first, ReadOnlySpan<char> last)
    {
        var sum = 0;
        for (var at = 0; at < first.Length + last.Length; at++)
        {
            var digit = (at < first.Length ? first[at] : last[at - first.Length]) - '0';
            var weighed = (first.Length + last.Length - at) % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
