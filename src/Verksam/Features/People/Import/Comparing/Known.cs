using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>Somebody whom the organisation knows, as far as an import compares. Of a protected one it holds who it is.</summary>
internal sealed record Known
{
    public required Id<Person> Id { get; init; }
    public required string Name { get; init; }
    public required Id<Unit> Unit { get; init; }
    public int Revision { get; init; }
    public string? Number { get; init; }
    public DateOnly? Born { get; init; }
    public int? BirthYear { get; init; }
    public IReadOnlyList<string> Emails { get; init; } = [];
    public IReadOnlyList<string> Phones { get; init; } = [];
    public Home? Home { get; init; }
    public RelationKind? Relation { get; init; }

    /// <summary>Since when it holds.</summary>
    public DateOnly? Since { get; init; }

    public DateOnly? PaidTo { get; init; }
    public string? Language { get; init; }
    public bool IsProtected { get; init; }
    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();
    public IReadOnlySet<string> Notes { get; init; } = new HashSet<string>();

    /// <summary>Belongs where whoever imports may not change anything.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Lies under a seal that whoever imports may not open: a row learns nothing of them, see <see cref="RegisterIndex"/>.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Has rights that whoever imports has not: letters that let in go to the address, which stays.</summary>
    public bool KeepsAddress { get; init; }

    /// <summary>Names are compared without case, and in any order of their words.</summary>
    public static string Fold(string name) =>
        string.Join(' ', AppDb.Folded(name).Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
