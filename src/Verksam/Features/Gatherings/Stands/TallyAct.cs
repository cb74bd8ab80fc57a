using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What a tap counts. Stored as a number: never renumber.</summary>
internal enum TallySort
{
    Conversation = 0,
    Leaflet = 1,

    /// <summary>Somebody talked of a topic.</summary>
    Topic = 2,

    /// <summary>An earlier tap was a mistake.</summary>
    Undo = 3,
}

/// <summary>
/// One tap out there. Nothing is counted up: what was done is the sum of the taps, so that two phones never write over each other, and the same tap
/// is one however often it comes. It says neither who tapped nor whom they talked to.
/// </summary>
internal sealed class TallyAct : Entity<TallyAct>, IAside
{
    public const int MostLeaflets = 200;

    /// <summary>More than any stand has had.</summary>
    public const int Most = 20_000;

    /// <summary>So long before it begins one may tap, and so long after it ends what a phone kept is taken.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromHours(12), After = TimeSpan.FromDays(14);

    private TallyAct() { }

    public TallyAct(Gathering gathering, Guid nonce, TallySort sort, TimeSpan ago, DateTimeOffset now) =>
        (GatheringId, Nonce, Sort, At, Amount) = (gathering.Id, nonce, sort, When(gathering, ago, now), sort == TallySort.Undo ? 0 : 1);

    public Id<Gathering> GatheringId { get; private set; }

    /// <summary>Made by the phone or the form.</summary>
    public Guid Nonce { get; private set; }

    public TallySort Sort { get; private set; }
    public int Amount { get; private set; }
    public Id<TalkingPoint>? TopicId { get; private set; }

    /// <summary>The tap that was a mistake. It may arrive later than this.</summary>
    public Guid? Undoes { get; private set; }

    /// <summary>When it was tapped: never later than it came here, nor before anybody can have stood there.</summary>
    public DateTimeOffset At { get; private set; }

    public Refusal? Counts(int amount)
    {
        if (amount < 1 || amount > (Sort == TallySort.Leaflet ? MostLeaflets : 1))
            return StandRefusals.TooManyAtOnce;
        Amount = amount;
        return null;
    }

    public void IsOf(Id<TalkingPoint> topic) => TopicId = topic;

    public void TakesBack(Guid other) => Undoes = other;

    private static DateTimeOffset When(Gathering gathering, TimeSpan ago, DateTimeOffset now)
    {
        var first = gathering.Starts - Before;
        return ago <= TimeSpan.Zero || first >= now ? now : ago > now - first ? first : now - ago;
    }
}

internal sealed class TallyActTable : IEntityTypeConfiguration<TallyAct>
{
    public void Configure(EntityTypeBuilder<TallyAct> builder)
    {
        builder.ToTable("TallyActs");
        builder.HasIndex(a => new { a.GatheringId, a.Nonce }).IsUnique();
        builder.HasIndex(a => new { a.GatheringId, a.Undoes });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(a => a.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<TalkingPoint>().WithMany().HasForeignKey(a => a.TopicId).OnDelete(DeleteBehavior.SetNull);
    }
}
