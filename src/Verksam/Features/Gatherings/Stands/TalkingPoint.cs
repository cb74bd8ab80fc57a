using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>
/// Something to talk of out there (samtalsämne): a word that one taps when it was talked about, and what we want to say. A unit's, for a kind of
/// gathering and a time if it is not always so, or one gathering's own.
/// </summary>
internal sealed class TalkingPoint : Entity<TalkingPoint>, IAudited
{
    public const int LongestTopic = 24, LongestText = 600, Most = 30;

    private TalkingPoint() { }

    public TalkingPoint(Id<Unit> unit, Id<Gathering>? gathering, int order) => (UnitId, GatheringId, Order) = (unit, gathering, order);

    public Id<Unit> UnitId { get; private set; }

    /// <summary>The only one it is for; null for all of the unit and below it.</summary>
    public Id<Gathering>? GatheringId { get; private set; }

    /// <summary>The code of a kind; empty for all.</summary>
    public string Kind { get; private set; } = "";

    public int Order { get; private set; }

    /// <summary>"Vården".</summary>
    public string Topic { get; private set; } = "";

    /// <summary>What we want to say; null when the word is enough.</summary>
    public string? Text { get; private set; }

    public DateOnly? From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>No longer in use; what was tapped of it is still counted.</summary>
    public DateOnly? RetiredOn { get; private set; }

    public Refusal? Write(string topic, string? text, string kind)
    {
        if (OneLine.OrNull(topic) is not { Length: <= LongestTopic } line)
            return StandRefusals.TopicMissing;
        (Topic, Text, Kind) = (line, string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim(), kind);
        return null;
    }

    public Refusal? IsFor(DateOnly? from, DateOnly? until)
    {
        if (until < from)
            return StandRefusals.EndsBeforeItBegins;
        (From, Until) = (from, until);
        return null;
    }

    public void Retire(DateOnly? on) => RetiredOn = on;

    /// <summary>The same of another gathering.</summary>
    public TalkingPoint For(Gathering other) => new(other.UnitId, other.Id, Order) { Topic = Topic, Text = Text, Kind = Kind };
}

internal sealed class TalkingPointTable : IEntityTypeConfiguration<TalkingPoint>
{
    public void Configure(EntityTypeBuilder<TalkingPoint> builder)
    {
        builder.ToTable("TalkingPoints");
        builder.Property(p => p.Kind).HasMaxLength(GatheringKind.LongestCode);
        builder.Property(p => p.Topic).HasMaxLength(TalkingPoint.LongestTopic);
        builder.Property(p => p.Text).HasMaxLength(TalkingPoint.LongestText);
        builder.HasIndex(p => new { p.UnitId, p.Order });
        builder.HasIndex(p => p.GatheringId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(p => p.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class StandRefusals
{
    public static readonly Refusal TopicMissing = new("Stands.Refused.TopicMissing");
    public static readonly Refusal EndsBeforeItBegins = new("Stands.Refused.EndsBeforeItBegins");
    public static readonly Refusal NotOpen = new("Stands.Refused.NotOpen");
    public static readonly Refusal TooManyAtOnce = new("Stands.Refused.TooManyAtOnce");
    public static readonly Refusal TooMany = new("Stands.Refused.TooMany");
    public static readonly Refusal NoSuchTopic = new("Stands.Refused.NoSuchTopic");
    public static readonly Refusal NoWayIn = new("Stands.Refused.NoWayIn");
    public static readonly Refusal NoConsent = new("Stands.Refused.NoConsent");
    public static readonly Refusal Unread = new("Stands.Refused.Unread");
    public static readonly Refusal NothingToUndo = new("Stands.Refused.NothingToUndo");
}
