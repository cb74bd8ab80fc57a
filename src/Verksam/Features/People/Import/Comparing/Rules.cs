using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>What becomes of members whom a whole register no longer tells of. Stored as a number: never renumber.</summary>
internal enum GoneRule
{
    /// <summary>They are shown, and stay what they are.</summary>
    Stay = 0,

    /// <summary>They become former members: unpaid when the fee has run out, otherwise for another reason.</summary>
    Leave = 1,
}

/// <summary>How a file is compared.</summary>
internal sealed record Rules
{
    public required DateOnly Today { get; init; }

    /// <summary>Where those belong whose row tells no unit.</summary>
    public required Id<Unit> Unit { get; init; }

    /// <summary>What those are whose row tells no relation.</summary>
    public RelationKind Kind { get; init; } = RelationKind.Member;

    /// <summary>Since when those are what they become whose row does not tell it; null for today.</summary>
    public DateOnly? Joined { get; init; }

    /// <summary>The file is a whole register: who is not in it is gone, and who is in it again is back.</summary>
    public bool IsWhole { get; init; }

    public GoneRule Gone { get; init; }

    public required MembershipRule Fee { get; init; }
}
