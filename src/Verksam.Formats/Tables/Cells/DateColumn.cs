using System.Globalization;
using Verksam.Formats.Tables.Xlsx;

namespace Verksam.Formats.Tables.Cells;

/// <summary>
/// Reads the dates of a column as a whole: "05/06/2022" is the fifth of June when another row says "31/05/2022". Looks at all values first,
/// then reads each.
/// </summary>
public sealed class DateColumn
{
    // From 1910 to 2099: in a column of nothing else, five digits are the days that Excel counts
    private const int FirstSerial = 3_654;
    private const int LastSerial = 73_050;
    private const double NearlyAll = 0.8;

    private readonly int _newestYear;
    private readonly bool _isSerial;
    private readonly HashSet<(DateForm Form, DateOrder Order)> _proof = [];
    private readonly HashSet<DateForm> _doubted = [];
    private DateOrder? _said;

    /// <summary>Looks at a column.</summary>
    /// <param name="cells">All of it; the empty ones say nothing.</param>
    /// <param name="newestYear">The latest year that two digits may mean: this year for birthdays, a later one for what may be to come.</param>
    public DateColumn(IEnumerable<TableCell> cells, int newestYear)
    {
        _newestYear = newestYear;
        var (values, serials) = (0, 0);
        foreach (var cell in cells)
        {
            if (cell.IsBlank) continue;
            values++;
            if (IsSerial(cell)) serials++;
            Learn(DateText.Read(cell.Text, newestYear));
        }
        _isSerial = values > 0 && serials >= NearlyAll * values;
    }

    /// <summary>Some dates may be one day or another, and no other date of the column tells which, or they tell against each other.</summary>
    public bool IsAmbiguous => _doubted.Any(form => OrderOf(form) is null);

    /// <summary>How many dates may be one day or another.</summary>
    public int Doubtful { get; private set; }

    /// <summary>Takes a person's word for it.</summary>
    public void ReadAs(DateOrder order) => _said = order;

    /// <summary>Reads a date of the column.</summary>
    /// <returns>Or empty, not-a-date, no-such-day or ambiguous.</returns>
    public CellReading<DateOnly> Read(TableCell cell)
    {
        if (cell.IsBlank) return CellReading<DateOnly>.Not(CellWrongs.Empty);
        if (_isSerial && IsSerial(cell) && SerialDays.Read(double.Parse(cell.Text, CultureInfo.InvariantCulture)) is { } counted)
            return CellReading<DateOnly>.Of(DateOnly.FromDateTime(counted));
        var meanings = DateText.Read(cell.Text, _newestYear);
        if (meanings.Form is DateForm.None) return CellReading<DateOnly>.Not(CellWrongs.NotADate);
        if (meanings.Days.Count == 0) return CellReading<DateOnly>.Not(CellWrongs.NoSuchDay);
        if (meanings.IsOneDay) return CellReading<DateOnly>.Of(meanings.Days.First().Value);
        return OrderOf(meanings.Form) is { } order && meanings.Days.TryGetValue(order, out var day)
            ? CellReading<DateOnly>.Of(day)
            : CellReading<DateOnly>.Not(CellWrongs.Ambiguous);
    }

    private static bool IsSerial(TableCell cell) => cell.Text.Length == 5
        && int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FirstSerial and <= LastSerial;

    // A date that can be read in one order only is proof of that order, for all that are written in its form
    private void Learn(DateMeanings meanings)
    {
        if (meanings.Form is not (DateForm.Slashes or DateForm.Dashes) || meanings.Days.Count == 0) return;
        if (meanings.Days.Count == 1) _proof.Add((meanings.Form, meanings.Days.First().Key));
        if (meanings.IsOneDay) return;
        Doubtful++;
        _doubted.Add(meanings.Form);
    }

    private DateOrder? OrderOf(DateForm form)
    {
        if (_said is not null) return _said;
        var proved = _proof.Where(p => p.Form == form).ToList();
        if (proved.Count == 1) return proved[0].Order;
        // "05-06-07" is what a Swede writes with the year first, unless the column says otherwise
        return form is DateForm.Dashes && proved.Count == 0 ? DateOrder.YearFirst : null;
    }
}
