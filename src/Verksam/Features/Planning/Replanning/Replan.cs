using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Replanning;

/// <summary>What was decided of a commitment during the year. Stored as a number: never renumber.</summary>
internal enum ReplanKind
{
    /// <summary>Another day, measure or interpretation.</summary>
    Changed = 0,

    /// <summary>Not to be done.</summary>
    Dropped = 1,

    /// <summary>To be done after all.</summary>
    Resumed = 2,
}

/// <summary>Why, who decided ("Distriktsstyrelsen § 47") and on which day.</summary>
internal sealed record Decision(string Reason, string By, DateOnly On);

/// <summary>
/// A commitment is planned anew: the plan's words stand as the meeting adopted them, what is changed is how they are carried out.
/// Each is a version of the commitment; the first is the adoption itself.
/// </summary>
internal sealed class Replan : Entity<Replan>, IAudited
{
    public const int LongestReason = 1_000;
    public const int LongestDecision = 200;

    private Replan() { }

    public Replan(Commitment commitment, ReplanKind kind, Decision decision, Id<Person> by, DateTimeOffset at)
    {
        CommitmentId = commitment.Id;
        Kind = kind;
        By = by;
        At = at;
        Reason = decision.Reason.Trim();
        DecidedBy = decision.By.Trim();
        DecidedOn = decision.On;
        WasDroppedOn = commitment.DroppedOn;
        Was = Is = commitment.Reading;
    }

    public Id<Commitment> CommitmentId { get; private set; }
    public ReplanKind Kind { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Id<Person> By { get; private set; }

    public DateTimeOffset At { get; private set; }

    [Personal]
    public string Reason { get; private set; } = "";

    [Personal]
    public string DecidedBy { get; private set; } = "";

    /// <summary>From this day it holds.</summary>
    public DateOnly DecidedOn { get; private set; }

    public DateOnly? WasDroppedOn { get; private set; }

    /// <summary>The interpretation before and after, as JSON.</summary>
    [Personal]
    public string WasJson { get; private set; } = "{}";

    [Personal]
    public string IsJson { get; private set; } = "{}";

    public Interpretation Was
    {
        get => JsonSerializer.Deserialize<Interpretation>(WasJson)!;
        private set => WasJson = JsonSerializer.Serialize(value);
    }

    public Interpretation Is
    {
        get => JsonSerializer.Deserialize<Interpretation>(IsJson)!;
        init => IsJson = JsonSerializer.Serialize(value);
    }
}

internal sealed class ReplanTable : IEntityTypeConfiguration<Replan>
{
    public void Configure(EntityTypeBuilder<Replan> builder)
    {
        builder.Ignore(r => r.Was).Ignore(r => r.Is);
        builder.Property(r => r.Reason).HasMaxLength(Replan.LongestReason);
        builder.Property(r => r.DecidedBy).HasMaxLength(Replan.LongestDecision);
        builder.HasIndex(r => new { r.CommitmentId, r.At });
        builder.HasOne<Commitment>().WithMany().HasForeignKey(r => r.CommitmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
