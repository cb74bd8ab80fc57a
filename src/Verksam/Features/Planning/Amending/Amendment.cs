using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Amending;

/// <summary>What an amendment asks for. Stored as a number: never renumber.</summary>
internal enum AmendmentKind
{
    /// <summary>Other words in the passage's place (ändring).</summary>
    Change = 0,

    /// <summary>The passage goes (strykning).</summary>
    Strike = 1,

    /// <summary>New words after the passage (tillägg).</summary>
    Add = 2,
}

/// <summary>What the board recommends and what the meeting decides. Stored as a number: never renumber.</summary>
internal enum Ruling
{
    /// <summary>Not yet.</summary>
    None = 0,

    /// <summary>Bifall.</summary>
    Approved = 1,

    /// <summary>Avslag.</summary>
    Rejected = 2,

    /// <summary>Besvarad: nothing is decided, but it has had its answer.</summary>
    Answered = 3,

    /// <summary>Återtaget by whoever moved it.</summary>
    Withdrawn = 4,
}

/// <summary>Somebody moves that a proposal be changed (yrkande): from whom, which passage, what instead, why; the board's answer; what the meeting decided.</summary>
internal sealed class Amendment : Entity<Amendment>, IAudited, IVersioned
{
    public const int LongestFrom = 200;
    public const int LongestText = 8_000;
    public const int LongestReason = 4_000;

    private Amendment() { }

    public Amendment(Id<PlanVersion> version, int number, TextRange passage, Id<Person> by, DateTimeOffset at)
    {
        VersionId = version;
        Number = number;
        Start = passage.Start;
        Length = passage.Length;
        By = by;
        At = at;
    }

    public Id<PlanVersion> VersionId { get; private set; }

    /// <summary>From 1 in each proposal: "yrkande 3".</summary>
    public int Number { get; private set; }

    public int Start { get; private set; }
    public int Length { get; private set; }

    /// <summary>Who wrote it down, which is not always who moved it.</summary>
    public Id<Person> By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>A person, an association, a group.</summary>
    [Personal]
    public string From { get; private set; } = "";

    public AmendmentKind Kind { get; private set; }

    /// <summary>The new words; empty for what is to be struck.</summary>
    [Personal]
    public string NewText { get; private set; } = "";

    [Personal]
    public string? Reason { get; private set; }

    /// <summary>What the board recommends, and its words.</summary>
    public Ruling Advice { get; private set; }

    [Personal]
    public string? Answer { get; private set; }

    public Ruling Decision { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public int Revision { get; set; }

    public TextRange Passage => new(Start, Length);

    public Refusal? Move(string from, AmendmentKind kind, string? newText, string? reason, string now)
    {
        var words = kind == AmendmentKind.Strike ? "" : (newText ?? "").ReplaceLineEndings("\n").Trim();
        if (kind != AmendmentKind.Strike && (words.Length == 0 || words == now))
            return PlanningRefusals.NoNewWords;
        (From, Kind, NewText, Reason) = (from.Trim(), kind, words, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        return null;
    }

    /// <summary>Only before it is saved: another has the number.</summary>
    public void Renumber(int number) => Number = number;

    public void Advise(Ruling advice, string? answer) => (Advice, Answer) = (advice, string.IsNullOrWhiteSpace(answer) ? null : answer.Trim());

    /// <summary>The meeting decides, or decides anew; <see cref="Ruling.None"/> opens it again.</summary>
    public void Decide(Ruling decision, DateTimeOffset now) => (Decision, DecidedAt) = (decision, decision == Ruling.None ? null : now);

    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (Decision != Ruling.None)
            return PlanningRefusals.IsDecided;
        Decide(Ruling.Withdrawn, now);
        return null;
    }
}

internal sealed class AmendmentTable : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.Ignore(a => a.Passage);
        builder.Property(a => a.From).HasMaxLength(Amendment.LongestFrom);
        builder.Property(a => a.NewText).HasMaxLength(Amendment.LongestText);
        builder.Property(a => a.Reason).HasMaxLength(Amendment.LongestReason);
        builder.Property(a => a.Answer).HasMaxLength(Amendment.LongestReason);
        builder.HasIndex(a => new { a.VersionId, a.Number }).IsUnique();
        builder.HasOne<PlanVersion>().WithMany().HasForeignKey(a => a.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
