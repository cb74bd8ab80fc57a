using System.Globalization;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Import;

/// <summary>A row as people read it. Of somebody protected it tells nothing but that there is a row.</summary>
/// <param name="opens">Whoever reads may open seals, and can only answer a question that says whom the row tells of.</param>
internal sealed class RowWords(Texts texts, OurTime time, IReadOnlyDictionary<Id<Unit>, string> units, bool opens = false)
{
    public string Name(ImportRow row, RowContent content) => row.IsProtected ? texts["Import.Masked"] : content.Name;

    public string Unit(ImportRow row) => row.UnitId is { } unit ? units.GetValueOrDefault(unit, "") : "";

    public string Field(Change change) => texts[$"Import.Field.{change.Field}"];

    public string? From(Change change) => change.From is null ? null : Value(change.Field, change.From);

    public string To(Change change) => Value(change.Field, change.To);

    public string Leaves(RowContent content) => content.Leaves is null ? texts["Import.Gone.Stays"] : texts["People.Relation.Former"];

    public string LeavesWhy(RowContent content) => content.Leaves is { } why ? texts[$"People.Leaving.{why}"] : texts["Import.Gone.NotInFile"];

    public string Fault(Fault fault)
    {
        var (kind, wrong) = fault.Code.Split('.') is [var first, var second] ? (first, second) : (fault.Code, null);
        var said = wrong is null ? texts[$"Import.Fault.{kind}"] : texts[$"Import.Wrong.{wrong}"];
        return fault.Column is { } column ? $"{texts[$"Import.Column.{column}"]}: {said.ToLower(CultureInfo.CurrentCulture)}" : said;
    }

    /// <summary>All that is wrong with a row that is refused.</summary>
    public string Faults(RowContent content) => string.Join(". ", content.Remarks.Prepend(content.Fault!).Select(Fault));

    public string Question(ImportRow row, RowContent content) => content.Doubt == Doubt.Twice ? texts["Import.Doubt.TwoRows", Name(row, content)]
        : texts["Import.Doubt.Same", opens ? content.Name : Name(row, content), content.KnownName ?? texts["Import.Masked"]];

    public string Reason(RowContent content) => texts[$"Import.Doubt.{content.Doubt}", content.OtherLine];

    public string Choice(ImportRow row, RowContent content, RowChoice choice) => texts[$"Import.Choice.{choice}", row.Line, content.OtherLine];

    private string Value(ImportField field, string value) => field switch
    {
        ImportField.Unit => Id<Unit>.TryParse(value, null, out var unit) ? units.GetValueOrDefault(unit, texts["Import.OtherUnit"]) : value,
        ImportField.Relation => texts[$"People.Relation.{Enum.Parse<RelationKind>(value)}"],
        ImportField.Born or ImportField.PaidTo => time.Day(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ImportField.Language => Tongues.Name(value),
        ImportField.Protected => texts["Import.Seals"],
        _ => value,
    };
}
