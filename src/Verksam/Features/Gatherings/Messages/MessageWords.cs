using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>The letters that somebody who comes gets, in their order. Stored as a number: never renumber.</summary>
internal enum MessageStep
{
    /// <summary>At once, when somebody signs up.</summary>
    Confirmed = 0,

    DayBefore = 1,
    SameDay = 2,

    /// <summary>The day after: thanks, three questions, and what comes next.</summary>
    Thanks = 3,
}

/// <summary>What the organisation itself says in one of the letters, or that it is not sent; for all gatherings, or for those of one kind.</summary>
internal sealed class MessageWords : Entity<MessageWords>, IAudited
{
    public const int LongestWords = 1000;

    private MessageWords() { }

    /// <param name="kind">The code of a kind; empty for all of them.</param>
    public MessageWords(MessageStep step, string kind) => (Step, Kind) = (step, kind);

    public MessageStep Step { get; private set; }
    public string Kind { get; private set; } = "";
    public bool IsOff { get; private set; }

    /// <summary>Null when the usual words are said.</summary>
    public string? Words { get; private set; }

    public void Say(string? words, bool off) => (Words, IsOff) = (string.IsNullOrWhiteSpace(words) ? null : words.ReplaceLineEndings("\n").Trim(), off);
}

internal sealed class MessageWordsTable : IEntityTypeConfiguration<MessageWords>
{
    public void Configure(EntityTypeBuilder<MessageWords> builder)
    {
        builder.Property(w => w.Kind).HasMaxLength(GatheringKind.LongestCode);
        builder.Property(w => w.Words).HasMaxLength(MessageWords.LongestWords);
        builder.HasIndex(w => new { w.Step, w.Kind }).IsUnique();
    }
}
