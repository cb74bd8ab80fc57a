using System.Globalization;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Delimited;
using Verksam.Formats.Tables.Xlsx;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Export;

/// <summary>Stored nowhere; said by an address and a file's name.</summary>
internal enum TableFormat
{
    Csv,
    Xlsx,
}

/// <summary>
/// People as a table that an import reads again: what comes in from it is what went out. Whoever is protected is not in it, for a list on
/// somebody's computer cannot be called back. Formulas are defused by the writers.
/// </summary>
internal sealed class PeopleTable(Texts texts, IReadOnlyDictionary<Id<Unit>, string> units)
{
    private const int Phones = 3;

    public static readonly IReadOnlyList<string> Columns =
        ["Number", "Name", "Born", "BirthYear", "Email", "Phone", "Phone2", "Phone3", "CareOf", "Street", "PostalCode", "Town", "Unit", "Relation", "Joined", "PaidTo", "Language", "Tags"];

    public void Write(Stream to, TableFormat format, IEnumerable<Person> order, IReadOnlyDictionary<Id<Person>, Known> known, IReadOnlyDictionary<string, string> tags)
    {
        string[] headings = [.. Columns.Select(c => texts[$"Export.Column.{c}"])];
        using ITableWriter table = format == TableFormat.Csv ? new CsvWriter(to, headings) : new XlsxWriter(to, texts["Export.Sheet"], headings, DateTimeOffset.UnixEpoch.AddYears(30));
        foreach (var person in order.Where(p => !p.IsProtected).Select(p => known[p.Id]))
            table.Row(Cells(person, tags));
    }

    private TableCell[] Cells(Known person, IReadOnlyDictionary<string, string> tags) =>
    [
        person.Number ?? "", person.Name, Day(person.Born), person.Born is null && person.BirthYear is { } year ? TableCell.Of(year) : "", string.Join("; ", person.Emails),
        .. Enumerable.Range(0, Phones).Select(at => (TableCell)(at < person.Phones.Count ? person.Phones[at] : "")),
        person.Home?.CareOf ?? "", person.Home?.Street ?? "", person.Home?.PostalCode ?? "", person.Home?.Town ?? "", units.GetValueOrDefault(person.Unit, ""),
        person.Relation is { } kind ? texts[$"People.Relation.{kind}"] : "", Day(person.Since), Day(person.PaidTo), person.Language ?? "",
        string.Join(", ", person.Tags.Select(t => tags.GetValueOrDefault(t, t)).Order(StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true))),
    ];

    private static TableCell Day(DateOnly? day) => day is { } known ? TableCell.Of(known) : "";
}
