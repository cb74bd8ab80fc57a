using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>What a row of a file says of somebody. What is null or empty the row says nothing of: an empty cell never takes anything away.</summary>
internal sealed record Said
{
    public required string Name { get; init; }
    public string? Number { get; init; }
    public DateOnly? Born { get; init; }
    public int? BirthYear { get; init; }
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>As people write them: "070-174 06 11".</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    public Home? Home { get; init; }
    public Id<Unit>? Unit { get; init; }
    public RelationKind? Relation { get; init; }
    public DateOnly? Joined { get; init; }
    public DateOnly? Left { get; init; }

    /// <summary>The last day that is paid for.</summary>
    public DateOnly? PaidTo { get; init; }

    /// <summary>When the last fee was paid; tells what is paid for where nothing else does.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>ISO 639-1: "sv".</summary>
    public string? Language { get; init; }

    /// <summary>The identity is to be protected. A row never says that it is no longer.</summary>
    public bool IsProtected { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Note { get; init; }

    /// <summary>Another row that says the very same.</summary>
    public bool IsSame(Said other) => Plain(this) == Plain(other) && Emails.SequenceEqual(other.Emails) && Phones.SequenceEqual(other.Phones) && Tags.SequenceEqual(other.Tags);

    private static Said Plain(Said said) => said with { Emails = [], Phones = [], Tags = [] };
}

/// <summary>A home address; a part that is null is not told.</summary>
internal sealed record Home(string? CareOf, string? Street, string? PostalCode, string? Town)
{
    public string Line => string.Join(", ", new[] { CareOf, Street, $"{PostalCode} {Town}".Trim() }.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>What is known, with what is said put over it.</summary>
    public Home Over(Home? known) => known is null ? this
        : new(CareOf ?? (Street is null ? known.CareOf : null), Street ?? known.Street, PostalCode ?? known.PostalCode, Town ?? known.Town);

    public static Home? Of(string? careOf, string? street, string? postalCode, string? town) =>
        careOf is null && street is null && postalCode is null && town is null ? null : new(careOf, street, postalCode, town);
}
