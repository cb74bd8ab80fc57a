namespace Verksam.Features.Gatherings.Calendars;

/// <summary>
/// The public holidays of Sweden that are not any Sunday, by the law (1989:253) om allmänna helgdagar, in force from 1990: with the sixth of June
/// instead of Whit Monday from 2005 (SFS 2004:1320). And the three eves that semesterlagen (1977:480) 3 a § holds equal to Sundays.
/// </summary>
internal static class PublicHolidays
{
    public const int FirstYear = 1990;

    private const int NationalDayFrom = 2005;

    /// <summary>What each is called in the texts, in the order of the year.</summary>
    public static IReadOnlyList<(string Key, DateOnly Day)> Of(int year) => year < FirstYear ? [] : [.. All(year).OrderBy(d => d.Day)];

    private static IEnumerable<(string Key, DateOnly Day)> All(int year)
    {
        var (easter, midsummer) = (Easter(year), SaturdayFrom(new(year, 6, 20)));
        yield return ("NewYear", new(year, 1, 1));
        yield return ("Epiphany", new(year, 1, 6));
        yield return ("GoodFriday", easter.AddDays(-2));
        yield return ("Easter", easter);
        yield return ("EasterMonday", easter.AddDays(1));
        yield return ("MayDay", new(year, 5, 1));
        yield return ("Ascension", easter.AddDays(39));
        yield return ("Whitsun", easter.AddDays(49));
        yield return year < NationalDayFrom ? ("WhitMonday", easter.AddDays(50)) : ("NationalDay", new DateOnly(year, 6, 6));
        yield return ("MidsummerEve", midsummer.AddDays(-1));
        yield return ("Midsummer", midsummer);
        yield return ("AllSaints", SaturdayFrom(new(year, 10, 31)));
        yield return ("ChristmasEve", new(year, 12, 24));
        yield return ("Christmas", new(year, 12, 25));
        yield return ("BoxingDay", new(year, 12, 26));
        yield return ("NewYearsEve", new(year, 12, 31));
    }

    private static DateOnly SaturdayFrom(DateOnly day) => day.AddDays(DayOfWeek.Saturday - day.DayOfWeek);

    /// <summary>The Sunday after the first full moon of spring, as the Gregorian calendar reckons them.</summary>
    public static DateOnly Easter(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var moon = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        moon -= moon / 28 * (1 - (29 / (moon + 1) * ((21 - golden) / 11)));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        return new DateOnly(year, 3, 28).AddDays(moon - weekday);
    }
}
