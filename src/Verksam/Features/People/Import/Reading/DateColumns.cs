using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Verksam.Formats.Tables.Columns;

namespace Verksam.Features.People.Import.Reading;

/// <summary>The columns of dates, each read as a whole.</summary>
internal sealed class DateColumns
{
    // how far ahead somebody may have paid
    private const int YearsAhead = 20;

    private readonly Dictionary<ColumnField, DateColumn> _columns = [];

    public DateColumns(IEnumerable<TableRow> rows, Mapping mapping, DateOnly today)
    {
        var wanted = mapping.Columns.Select((field, at) => (field, at)).Where(c => IsDate(c.field)).DistinctBy(c => c.field).ToList();
        var cells = wanted.ToDictionary(w => w.field, _ => new List<TableCell>());
        foreach (var row in rows)
        {
            Rows++;
            foreach (var (field, at) in wanted)
                cells[field].Add(row[at]);
        }
        foreach (var (field, column) in cells)
        {
            _columns[field] = new DateColumn(column, today.Year + (field == ColumnField.PaidUntil ? YearsAhead : 0));
            if (mapping.Dates is { } order)
                _columns[field].ReadAs(order);
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>The columns where a date may be one day or another.</summary>
    public IEnumerable<ColumnField> Ambiguous => _columns.Where(c => c.Value.IsAmbiguous).Select(c => c.Key);

    public CellReading<DateOnly> Read(ColumnField field, TableCell cell) => _columns[field].Read(cell);

    private static bool IsDate(ColumnField field) =>
        field is ColumnField.BirthDate or ColumnField.JoinedOn or ColumnField.LeftOn or ColumnField.PaidUntil or ColumnField.PaidOn;
}
