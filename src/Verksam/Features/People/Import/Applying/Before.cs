using Verksam.Features.People.Belonging;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Tags;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Applying;

/// <summary>What somebody was before an import, and what the import hung on: enough to put all of it back. Kept as JSON with the row.</summary>
internal sealed record Before
{
    public required TrueIdentity Identity { get; init; }
    public bool WasProtected { get; init; }
    public string? Number { get; init; }
    public string? Language { get; init; }
    public Id<Unit> Unit { get; init; }

    /// <summary>The relation that the import began.</summary>
    public Id<Relation>? Began { get; set; }

    /// <summary>The one that it ended, which goes on again.</summary>
    public Id<Relation>? Ended { get; set; }

    /// <summary>One of the same day, whose place it took.</summary>
    public BeforeRelation? Replaced { get; set; }

    public Id<PaidPeriod>? Paid { get; set; }
    public Id<PersonNote>? Note { get; set; }
    public IReadOnlyList<Id<Tagging>> Tags { get; set; } = [];
}

internal sealed record BeforeRelation(RelationKind Kind, Id<Unit> Unit, DateOnly From, LeavingReason? Why);
