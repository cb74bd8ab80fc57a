using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Sharing;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Reminding;

/// <summary>What somebody can be asked for a word of: a commitment, or one unit's part of it.</summary>
internal sealed record Asked(Plan Plan, PlanVersion Version, CarriedRow Row, PartRow? Part)
{
    public ReminderLink.Key Key => new(Row.Commitment.Id, Part?.Part.Id, Version.Id);

    /// <summary>The plan's words.</summary>
    public string Words => Row.Commitment.WordsIn(Version);

    public Standing Standing => Part?.Standing ?? Row.Standing;

    public Said Said => Part?.Said ?? Row.Said;

    public DateOnly Due => Row.Commitment.Reading.DueTo ?? new DateOnly(Plan.Year, 12, 31);

    public bool CountsByHand => Part?.CountsByHand(Row.Commitment) ?? Row.CountsByHand;

    /// <summary>Where one must have an assignment to speak for it, there or below.</summary>
    public Id<Unit> UnitId => Part?.Part.UnitId ?? Plan.UnitId;

    /// <summary>Late first, then at risk, then the others; what is due first before what is due later.</summary>
    public (int, DateOnly) Order =>
        (Standing.Status switch { Status.Late => 0, Status.AtRisk => 1, _ => 2 }, Row.Commitment.Reading.DueTo ?? DateOnly.MaxValue);
}
