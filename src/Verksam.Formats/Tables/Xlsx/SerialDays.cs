using System.Globalization;

namespace Verksam.Formats.Tables.Xlsx;

/// <summary>
/// Days as spreadsheets count them (ECMA-376 part 1, 18.17.4.1): 1 is the first of January 1900, or 0 that of 1904. Lotus took 1900 for a leap year,
/// and everybody after it has had to: number 60 is a day that never was.
/// </summary>
internal static class SerialDays
{
    private const int DayThatNeverWas = 60;
    private const double LastDay = 2_958_465;

    private static readonly DateTime Before1900 = new(1899, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime First1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The day, and the time to the second; null for what is no day.</summary>
    public static DateTime? Read(double serial, bool from1904 = false)
    {
        if (!(serial >= 0 && serial <= LastDay)) return null;
        var whole = Math.Floor(serial);
        var time = TimeSpan.FromSeconds(Math.Round((serial - whole) * 86_400));
        if (from1904) return First1904.AddDays(whole) + time;
        return whole is 0 or DayThatNeverWas ? null : Before1900.AddDays(whole > DayThatNeverWas ? whole - 1 : whole) + time;
    }

    public static int Write(DateOnly day)
    {
        var days = day.DayNumber - DateOnly.FromDateTime(Before1900).DayNumber;
        return days >= DayThatNeverWas ? days + 1 : days;
    }

    /// <summary>The cell of a number that stands for a day.</summary>
    public static TableCell Cell(double serial, bool from1904) => Read(serial, from1904) is not { } day
        ? new TableCell(CellNumbers.Text(serial), CellKind.Number)
        : new TableCell(Text(day), CellKind.Date);

    public static string Text(DateTime day) =>
        day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Numbers as a person would have typed them.</summary>
internal static class CellNumbers
{
    /// <summary>Fifteen digits, which is what a spreadsheet keeps, and no exponent.</summary>
    public static string Text(double number) => Math.Abs(number) < 1e15 && (number == 0 || Math.Abs(number) > 1e-10)
        ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);
}
