using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>Stored as a number: never renumber.</summary>
internal enum Again
{
    No = 0,
    Maybe = 1,
    Yes = 2,
}

/// <summary>What somebody who was there thought of it: how it was, what could be otherwise, and whether they come again. Whose it is, is not kept in it.</summary>
internal sealed class Opinion : Entity<Opinion>, IAside
{
    public const int Best = 5, LongestText = 1000;

    private Opinion() { }

    public Opinion(Id<Gathering> gathering, int score, string? otherwise, Again? again) =>
        (GatheringId, Score, Otherwise, Again) = (gathering, score, string.IsNullOrWhiteSpace(otherwise) ? null : otherwise.ReplaceLineEndings("\n").Trim(), again);

    public Id<Gathering> GatheringId { get; private set; }

    /// <summary>From 1 to <see cref="Best"/>.</summary>
    public int Score { get; private set; }

    /// <summary>What could be otherwise.</summary>
    public string? Otherwise { get; private set; }

    /// <summary>Whether they come again; null when they said nothing of it.</summary>
    public Again? Again { get; private set; }
}

internal sealed class OpinionTable : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.Property(o => o.Otherwise).HasMaxLength(Opinion.LongestText);
        builder.HasIndex(o => o.GatheringId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(o => o.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
