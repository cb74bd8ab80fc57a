using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Verksam.Formats.Tables.Columns;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Reading;

/// <summary>How a file is read: what its columns are and what its own words mean. Kept as JSON, for the run and for the next file with the same headings.</summary>
internal sealed record Mapping
{
    public TextEncoding? Encoding { get; init; }
    public char? Separator { get; init; }
    public string? Sheet { get; init; }
    public int? HeadingLine { get; init; }

    /// <summary>One a column, in their order.</summary>
    public IReadOnlyList<ColumnField> Columns { get; init; } = [];

    /// <summary>For columns whose dates may be one day or another.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>What the file calls a unit, in small letters, to the unit.</summary>
    public IReadOnlyDictionary<string, Id<Unit>> Units { get; init; } = new Dictionary<string, Id<Unit>>();

    /// <summary>What the file calls a relation, in small letters.</summary>
    public IReadOnlyDictionary<string, RelationKind> Relations { get; init; } = new Dictionary<string, RelationKind>();

    /// <summary>What those are whose row does not say.</summary>
    public RelationKind Kind { get; init; }

    /// <summary>Since when, where no row says.</summary>
    public DateOnly? Joined { get; init; }

    public TableChoices Choices => new() { Encoding = Encoding, Separator = Separator, Sheet = Sheet, HeadingLine = HeadingLine };

    public bool Has(params ReadOnlySpan<ColumnField> fields)
    {
        foreach (var field in fields)
        {
            if (Columns.Contains(field))
                return true;
        }
        return false;
    }
}
