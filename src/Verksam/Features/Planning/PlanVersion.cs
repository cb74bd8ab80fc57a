using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Search;
using Verksam.Kernel.Files;
using Verksam.PlanReading;

namespace Verksam.Features.Planning;

/// <summary>How far a version of the plan has come. Stored as a number: never renumber.</summary>
internal enum VersionState
{
    /// <summary>Brought in; those who may edit the plan review what was found.</summary>
    Draft = 0,

    /// <summary>Shown to everybody as a proposal.</summary>
    Proposal = 1,

    /// <summary>Decided by a meeting: what the unit shall do.</summary>
    Adopted = 2,

    /// <summary>Was adopted; a later version stands in its place.</summary>
    Replaced = 3,

    /// <summary>Never became a plan.</summary>
    Discarded = 4,

    /// <summary>Was proposed; a meeting's amendments made the next version of it.</summary>
    Amended = 5,
}

/// <summary>The plan's words as they were at one time. The text is stored once and never changes (NFC, LF).</summary>
internal sealed class PlanVersion : Entity<PlanVersion>, IAudited, IVersioned, ISought
{
    public const int LongestName = 200;

    private PlanVersion() { }

    public static PlanVersion BringIn(Id<Plan> plan, int number, PlanDocument document, string sourceName, Id<StoredFile>? source, DateTimeOffset now) => new()
    {
        PlanId = plan,
        Number = number,
        Text = document.Text,
        BlocksJson = JsonSerializer.Serialize(document.Blocks),
        SourceName = sourceName.Length > LongestName ? sourceName[..LongestName] : sourceName,
        SourceFileId = source,
        BroughtInAt = now,
    };

    public Id<Plan> PlanId { get; private set; }

    SoughtKey ISought.Sought => new(Searching.CommitmentIndex.Adopted, PlanId.Value);

    /// <summary>1 for the first, in the order they took each other's place. What is put aside has none: it gave it to the one that came instead.</summary>
    public int? Number { get; private set; }

    /// <summary>The version it was made from, when there was one.</summary>
    public Id<PlanVersion>? FollowsId { get; private set; }

    public VersionState State { get; private set; }
    [Personal] // plans name people, and a draft is for those who review it, not for everybody who reads the log
    public string Text { get; private set; } = "";
    public string BlocksJson { get; private set; } = "[]";
    public string SourceName { get; private set; } = "";
    public Id<StoredFile>? SourceFileId { get; private set; }
    public DateTimeOffset BroughtInAt { get; private set; }
    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>The meeting that adopted it ("Årskonferensen i Storå").</summary>
    public string? Meeting { get; private set; }

    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>The paragraph of the minutes ("§ 14").</summary>
    public string? Minutes { get; private set; }

    public int Revision { get; set; }

    public PlanDocument Document => new(Text, JsonSerializer.Deserialize<List<Block>>(BlocksJson)!);

    public bool CanBeReviewed => State == VersionState.Draft;

    /// <param name="left">How many that were found nobody has said yes or no to.</param>
    /// <param name="accepted">How many got a yes.</param>
    /// <param name="lost">How many that are carried today, are not in this text, and nobody has said anything of.</param>
    /// <param name="now">When.</param>
    public Refusal? Propose(int left, int accepted, int lost, DateTimeOffset now)
    {
        if (State != VersionState.Draft)
            return PlanningRefusals.NotADraft;
        if (left > 0)
            return PlanningRefusals.NotReviewed;
        if (accepted == 0)
            return PlanningRefusals.NoCommitments;
        if (lost > 0)
            return PlanningRefusals.LostUnanswered;
        State = VersionState.Proposal;
        ProposedAt = now;
        return null;
    }

    /// <summary>Back to reviewing: nothing is lost.</summary>
    public Refusal? Withdraw()
    {
        if (State != VersionState.Proposal)
            return PlanningRefusals.NotAProposal;
        State = VersionState.Draft;
        ProposedAt = null;
        return null;
    }

    /// <param name="last">The day of the meeting that adopted what the plan is now.</param>
    public Refusal? Adopt(string meeting, DateOnly on, string? minutes, DateOnly today, DateOnly? last = null)
    {
        if (State != VersionState.Proposal)
            return PlanningRefusals.NotAProposal;
        if (on > today)
            return PlanningRefusals.MeetingInTheFuture;
        if (on < last)
            return PlanningRefusals.MeetingBeforeTheLast;
        State = VersionState.Adopted;
        Meeting = meeting.Trim();
        AdoptedOn = on;
        Minutes = string.IsNullOrWhiteSpace(minutes) ? null : minutes.Trim();
        return null;
    }

    public void Follows(Id<PlanVersion>? version) => FollowsId = version;

    /// <summary>A later version is adopted in its place.</summary>
    public void Replace()
    {
        if (State == VersionState.Adopted)
            State = VersionState.Replaced;
    }

    /// <summary>Its amendments have become the next version.</summary>
    public void Amend()
    {
        if (State == VersionState.Proposal)
            State = VersionState.Amended;
    }

    /// <summary>Put aside for another: nothing is lost.</summary>
    public void Discard()
    {
        if (State is VersionState.Draft or VersionState.Proposal)
            (State, Number) = (VersionState.Discarded, null);
    }

    /// <summary>As it was before it was put aside, as the newest of the plan's versions.</summary>
    public void TakeBack(int number)
    {
        if (State == VersionState.Discarded)
            (State, Number) = (ProposedAt is null ? VersionState.Draft : VersionState.Proposal, number);
    }
}

internal static class PlanningRefusals
{
    public static readonly Refusal NotADraft = new("Planning.Refused.NotADraft");
    public static readonly Refusal NotReviewed = new("Planning.Refused.NotReviewed");
    public static readonly Refusal LostUnanswered = new("Planning.Refused.LostUnanswered");
    public static readonly Refusal NoCommitments = new("Planning.Refused.NoCommitments");
    public static readonly Refusal NotAProposal = new("Planning.Refused.NotAProposal");
    public static readonly Refusal MeetingInTheFuture = new("Planning.Refused.MeetingInTheFuture");
    public static readonly Refusal MeetingBeforeTheLast = new("Planning.Refused.MeetingBeforeTheLast");
    public static readonly Refusal DecidedBeforeTheYear = new("Planning.Refused.DecidedBeforeTheYear");
    public static readonly Refusal DueNotRead = new("Planning.Refused.DueNotRead");
    public static readonly Refusal DueBeforeTheYear = new("Planning.Refused.DueBeforeTheYear");
    public static readonly Refusal NobodyChosen = new("Planning.Owners.NobodyChosen");
    public static readonly Refusal NothingToRead = new("Planning.Refused.NothingToRead");
    public static readonly Refusal IsCarried = new("Planning.Refused.IsCarried");
    public static readonly Refusal AmendmentsOpen = new("Planning.Refused.AmendmentsOpen");
    public static readonly Refusal AmendmentsOverlap = new("Planning.Refused.AmendmentsOverlap");
    public static readonly Refusal AmendmentsWait = new("Planning.Refused.AmendmentsWait");
    public static readonly Refusal NothingApproved = new("Planning.Refused.NothingApproved");
    public static readonly Refusal NoNewWords = new("Planning.Refused.NoNewWords");
    public static readonly Refusal OwnerIsGone = new("Planning.Refused.OwnerIsGone");
    public static readonly Refusal NothingProposed = new("Planning.Refused.NothingProposed");
    public static readonly Refusal DayHasBeen = new("Planning.Refused.DayHasBeen");
    public static readonly Refusal NotMetYet = new("Planning.Refused.NotMetYet");
    public static readonly Refusal AlreadyProposed = new("Planning.Refused.AlreadyProposed");
    public static readonly Refusal IsDecided = new("Planning.Refused.IsDecided");
    public static readonly Refusal CannotCutThere = new("Planning.Refused.CannotCutThere");
    public static readonly Refusal NobodyBeside = new("Planning.Refused.NobodyBeside");
    public static readonly Refusal AlreadyMarked = new("Planning.Refused.AlreadyMarked");
    public static readonly Refusal BadMeasure = new("Planning.Refused.BadMeasure");
    public static readonly Refusal NothingSaid = new("Planning.Refused.NothingSaid");
    public static readonly Refusal WordNeedsReason = new("Planning.Refused.WordNeedsReason");
    public static readonly Refusal NotAWord = new("Planning.Refused.NotAWord");
    public static readonly Refusal NothingChanged = new("Planning.Refused.NothingChanged");
    public static readonly Refusal AlreadyDropped = new("Planning.Refused.AlreadyDropped");
    public static readonly Refusal NotDropped = new("Planning.Refused.NotDropped");
    public static readonly Refusal TooLong = new("Ui.Form.TooLong");
    public static readonly Refusal NotALink = new("Planning.Refused.NotALink");
    public static readonly Refusal NotThere = new("Planning.Refused.NotThere");
}

internal sealed class PlanVersionTable : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.Ignore(v => v.Document);
        builder.Property(v => v.SourceName).HasMaxLength(PlanVersion.LongestName);
        builder.Property(v => v.Meeting).HasMaxLength(200);
        builder.Property(v => v.Minutes).HasMaxLength(40);
        builder.HasIndex(v => new { v.PlanId, v.Number }).IsUnique();
        builder.HasOne<Plan>().WithMany().HasForeignKey(v => v.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(v => v.SourceFileId).OnDelete(DeleteBehavior.SetNull);
    }
}
