using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Verksam.Kernel.Outbox;

internal enum LetterState
{
    Due,
    Sent,
    Skipped,
    Failed,
}

/// <summary>
/// A letter that shall leave: written in the transaction of the act that caused it, composed when it is sent.
/// Holds whom by id and what by kind; what is secret in it is protected, and gone once it has left.
/// </summary>
internal sealed class Letter : Entity<Letter>, IAside
{
    /// <summary>Longest pause between two tries.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private const int MostTries = 12;

    private Letter() { }

    public Letter(string kind, Guid to, DateTimeOffset dueAt, string? secret = null, string? key = null)
    {
        Kind = kind;
        To = to;
        DueAt = dueAt;
        Secret = secret;
        Key = key;
    }

    public string Kind { get; private set; } = "";
    public Guid To { get; private set; }
    public LetterState State { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? LeasedUntil { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Tries { get; private set; }

    /// <summary>Why it was skipped, or what the mail server last said.</summary>
    public string? Reason { get; private set; }

    public string? Secret { get; private set; }

    /// <summary>Same key, same letter: written twice it is sent once.</summary>
    public string? Key { get; private set; }

    /// <summary>The id that stands second in the key of letters that are about one thing: "offered 0197… 5".</summary>
    public Id<T> About<T>() => new(Guid.ParseExact(Key!.Split(' ')[1], "N"));

    public void Lease(DateTimeOffset until) => LeasedUntil = until;

    public void Sent(DateTimeOffset at)
    {
        State = LetterState.Sent;
        SentAt = at;
        Forget();
    }

    public void Skip(string reason)
    {
        State = LetterState.Skipped;
        Reason = reason;
        Forget();
    }

    public void TryLater(string reason, DateTimeOffset now)
    {
        Tries++;
        Reason = reason;
        LeasedUntil = null;
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 15 * Math.Pow(2, Tries)));
        DueAt = now + pause;
        if (Tries >= MostTries)
            Fail(reason);
    }

    public void Fail(string reason)
    {
        State = LetterState.Failed;
        Reason = reason;
        LeasedUntil = null; // its secret stays: the letter has not left, and may be tried again
    }

    /// <summary>Somebody has put right what was wrong: at once, and once more.</summary>
    public Refusal? TryAgain(DateTimeOffset now)
    {
        if (State is LetterState.Sent)
            return OutboxRefusals.AlreadySent;
        State = LetterState.Due;
        DueAt = now;
        LeasedUntil = null;
        return null;
    }

    private void Forget()
    {
        Secret = null;
        LeasedUntil = null;
    }
}

internal static class OutboxRefusals
{
    public static readonly Refusal AlreadySent = new("Ui.Refused.AlreadySent");
}

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.Property(l => l.Reason).HasMaxLength(500);
        builder.Property(l => l.Key).HasMaxLength(100);
        builder.HasIndex(l => l.Key).IsUnique();
        builder.HasIndex(l => new { l.State, l.DueAt });
        builder.HasIndex(l => l.To);
    }
}
