using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Segments;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Calling;

/// <summary>Stored as a number: never renumber.</summary>
internal enum CallListState
{
    Draft = 0,
    Open = 1,
    Closed = 2,
}

/// <summary>People to call for a purpose: who is chosen, what is said and asked, who calls, and when one is done. Who is on it follows the choice from day to day.</summary>
internal sealed class CallList : Entity<CallList>, IAudited, IVersioned
{
    public const int LongestName = 80, LongestPurpose = 300, LongestScript = 4000, MostCooldown = 365, MostMostTries = 10, LargestPocket = 50;

    private CallList() { }

    public CallList(Id<Unit> unit) => UnitId = unit;

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>In plain words: shown to those who call, and said to those who are called.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>What is said, a line each.</summary>
    public string? Script { get; private set; }

    /// <summary>What the chosen are to the unit; null for all who belong there.</summary>
    public RelationKind? Kind { get; private set; }

    /// <summary>Also those in the units below.</summary>
    public bool Below { get; private set; }

    /// <summary>Only those of them who are in this segment; null for all.</summary>
    public Id<Segment>? SegmentId { get; private set; }

    /// <summary>Days that somebody is left in peace after a talk on any list.</summary>
    public int CooldownDays { get; private set; } = 14;

    /// <summary>After so many tries without a talk one gives up.</summary>
    public int MostTries { get; private set; } = 3;

    /// <summary>How many people a phone may keep for an evening without a net; none: 0.</summary>
    public int PocketSize { get; private set; } = 20;

    /// <summary>Whoever is a member there may call, not only those who are named.</summary>
    public bool MembersMayCall { get; private set; }

    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public CallListState State { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Revision { get; set; }

    public bool IsCalledOn(DateOnly day) => State == CallListState.Open && From <= day && (To is null || day <= To);

    public Refusal? Describe(string name, string purpose, string? script)
    {
        if (OneLine.OrNull(name) is not { } line)
            return CallingRefusals.NameMissing;
        if (OneLine.OrNull(purpose) is not { } why)
            return CallingRefusals.PurposeMissing;
        (Name, Purpose, Script) = (line, why, string.IsNullOrWhiteSpace(script) ? null : script.ReplaceLineEndings("\n").Trim());
        return null;
    }

    public void Choose(RelationKind? kind, bool below, Id<Segment>? segment = null) => (Kind, Below, SegmentId) = (kind, below, segment);

    public void Pace(int cooldownDays, int mostTries, int pocketSize) => (CooldownDays, MostTries, PocketSize) = (cooldownDays, mostTries, pocketSize);

    public Refusal? Lasts(DateOnly from, DateOnly? to)
    {
        if (to < from)
            return CallingRefusals.EndsBeforeItBegins;
        (From, To) = (from, to);
        return null;
    }

    public void LetMembersCall(bool may) => MembersMayCall = may;

    public Refusal? Open()
    {
        if (State == CallListState.Open)
            return CallingRefusals.AlreadyOpen;
        (State, ClosedAt) = (CallListState.Open, null);
        return null;
    }

    public Refusal? Close(DateTimeOffset now)
    {
        if (State != CallListState.Open)
            return CallingRefusals.NotOpen;
        (State, ClosedAt) = (CallListState.Closed, now);
        return null;
    }
}

internal static class CallingRefusals
{
    public static readonly Refusal NameMissing = new("Calling.Refused.NameMissing");
    public static readonly Refusal PurposeMissing = new("Calling.Refused.PurposeMissing");
    public static readonly Refusal EndsBeforeItBegins = new("Calling.Refused.EndsBeforeItBegins");
    public static readonly Refusal AlreadyOpen = new("Calling.Refused.AlreadyOpen");
    public static readonly Refusal NotOpen = new("Calling.Refused.NotOpen");
    public static readonly Refusal NoQuestion = new("Calling.Refused.NoQuestion");
    public static readonly Refusal TooFewOptions = new("Calling.Refused.TooFewOptions");
    public static readonly Refusal QuestionAnswered = new("Calling.Refused.QuestionAnswered");
    public static readonly Refusal NoOutcome = new("Calling.Refused.NoOutcome");
    public static readonly Refusal NotANumber = new("Calling.Refused.NotANumber");
}

internal sealed class CallListTable : IEntityTypeConfiguration<CallList>
{
    public void Configure(EntityTypeBuilder<CallList> builder)
    {
        builder.Property(l => l.Name).HasMaxLength(CallList.LongestName);
        builder.Property(l => l.Purpose).HasMaxLength(CallList.LongestPurpose);
        builder.Property(l => l.Script).HasMaxLength(CallList.LongestScript);
        builder.HasIndex(l => new { l.UnitId, l.State });
        builder.HasOne<Unit>().WithMany().HasForeignKey(l => l.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Segment>().WithMany().HasForeignKey(l => l.SegmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
