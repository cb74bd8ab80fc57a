namespace Verksam.Formats.Tables.Cells;

/// <summary>The calendar, without exceptions.</summary>
internal static class Dates
{
    /// <summary>The day; null when there is no such.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The year of two digits that is not after the newest, and less than a hundred years before it.</summary>
    public static int FullYear(int twoDigits, int newest) => newest - ((newest - twoDigits) % 100);
}
