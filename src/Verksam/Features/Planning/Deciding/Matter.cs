using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Features.Planning.Replanning;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Deciding;

/// <summary>What a board is proposed to decide of a commitment. Stored as a number: never renumber.</summary>
internal enum MatterKind
{
    /// <summary>Another last day.</summary>
    NewDay = 0,

    /// <summary>Another person to carry it.</summary>
    NewOwner = 1,

    /// <summary>Not to be done.</summary>
    Drop = 2,
}

/// <summary>What became of a proposal. Stored as a number: never renumber.</summary>
internal enum MatterState
{
    /// <summary>The board has not met, or has not come to it.</summary>
    Waiting = 0,

    /// <summary>Decided as proposed, and carried out (bifall).</summary>
    Approved = 1,

    /// <summary>Decided against (avslag).</summary>
    Rejected = 2,

    /// <summary>Put off to the next meeting (bordlagt).</summary>
    Tabled = 3,
}

/// <summary>A proposal to a board of what to do with a commitment that deviates; when it is decided it is carried out in the same save (ärende).</summary>
internal sealed class Matter : Entity<Matter>, IAudited, IVersioned
{
    public const int LongestReason = 1_000;
    public const int LongestMinutes = 60;

    private Matter() { }

    private Matter(Sitting sitting, Commitment commitment, string? reason, Id<Person> by, DateTimeOffset at) =>
        (SittingId, CommitmentId, Reason, By, At) = (sitting.Id, commitment.Id, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), by, at);

    public static Matter NewDay(Sitting sitting, Commitment commitment, DateOnly day, string? reason, Id<Person> by, DateTimeOffset at) =>
        new(sitting, commitment, reason, by, at) { Kind = MatterKind.NewDay, Day = day };

    public static Matter NewOwner(Sitting sitting, Commitment commitment, Id<Person> owner, string? reason, Id<Person> by, DateTimeOffset at) =>
        new(sitting, commitment, reason, by, at) { Kind = MatterKind.NewOwner, OwnerId = owner };

    public static Matter Drop(Sitting sitting, Commitment commitment, string? reason, Id<Person> by, DateTimeOffset at) =>
        new(sitting, commitment, reason, by, at) { Kind = MatterKind.Drop };

    public Id<Sitting> SittingId { get; private set; }
    public Id<Commitment> CommitmentId { get; private set; }
    public MatterKind Kind { get; private set; }
    public DateOnly? Day { get; private set; }
    public Id<Person>? OwnerId { get; private set; }

    [Personal]
    public string? Reason { get; private set; }

    /// <summary>Who proposed it.</summary>
    public Id<Person> By { get; private set; }

    public DateTimeOffset At { get; private set; }
    public MatterState State { get; private set; }

    /// <summary>Where in the minutes it stands: "§ 47".</summary>
    public string? Minutes { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }
    public int Revision { get; set; }

    /// <summary>The same proposal, to the next meeting.</summary>
    public Matter Again(Sitting sitting, DateTimeOffset now) =>
        new() { SittingId = sitting.Id, CommitmentId = CommitmentId, Kind = Kind, Day = Day, OwnerId = OwnerId, Reason = Reason, By = By, At = now };

    /// <summary>The board has decided; what it approved is carried out.</summary>
    /// <param name="commitment">The one it is of.</param>
    /// <param name="sitting">The meeting.</param>
    /// <param name="state">What it decided.</param>
    /// <param name="minutes">Where that is written.</param>
    /// <param name="by">Who writes it down here.</param>
    /// <param name="now">When.</param>
    /// <param name="replan">What was planned anew, to save.</param>
    public Refusal? Decide(Commitment commitment, Sitting sitting, MatterState state, string? minutes, Id<Person> by, DateTimeOffset now, out Replan? replan)
    {
        replan = null;
        if (State != MatterState.Waiting)
            return PlanningRefusals.IsDecided;
        var decision = new Decision(Reason ?? sitting.Name, $"{sitting.Name} {minutes}".Trim(), sitting.On);
        if (state == MatterState.Approved && CarryOut(commitment, decision, by, now, out replan) is { } refusal)
            return refusal;
        (State, Minutes, DecidedAt) = (state, string.IsNullOrWhiteSpace(minutes) ? null : minutes.Trim(), now);
        return null;
    }

    private Refusal? CarryOut(Commitment commitment, Decision decision, Id<Person> by, DateTimeOffset now, out Replan? replan)
    {
        replan = null;
        if (commitment.DroppedOn is not null)
            return PlanningRefusals.AlreadyDropped;
        if (Kind == MatterKind.Drop)
            return commitment.DropFromPlan(decision, by, now, out replan);
        if (Kind == MatterKind.NewOwner)
            return HandOver(commitment, by, now);
        return commitment.Change(SaidAs(Day!.Value, commitment.Reading), decision, by, now, out replan);
    }

    private Refusal? HandOver(Commitment commitment, Id<Person> by, DateTimeOffset now)
    {
        if (OwnerId is not { } owner)
            return PlanningRefusals.OwnerIsGone;
        commitment.HandTo(owner, commitment.DeputyId, by, now);
        return null;
    }

    // said as a plan says it; the plans are written in Swedish
    private static Interpretation SaidAs(DateOnly day, Interpretation reading) => reading with
    {
        DueWords = "senast " + day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("sv-SE")),
        DueFrom = null,
        DueTo = day,
        DueEvery = null,
    };
}

internal sealed class MatterTable : IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Matter> builder)
    {
        builder.Property(m => m.Reason).HasMaxLength(Matter.LongestReason);
        builder.Property(m => m.Minutes).HasMaxLength(Matter.LongestMinutes);
        builder.HasIndex(m => m.CommitmentId);
        builder.HasOne<Sitting>().WithMany().HasForeignKey(m => m.SittingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(m => m.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.SetNull);
    }
}
