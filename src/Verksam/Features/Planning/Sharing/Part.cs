using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Sharing;

/// <summary>A unit's part of a commitment that was made above it: how much of it, who sees to it, how it goes there.</summary>
internal sealed class Part : Entity<Part>, IAudited, IVersioned
{
    private Part() { }

    public Part(Id<Commitment> commitment, Id<Unit> unit, DateTimeOffset at)
    {
        CommitmentId = commitment;
        UnitId = unit;
        At = at;
    }

    public Id<Commitment> CommitmentId { get; private set; }
    public Id<Unit> UnitId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>How many are asked of this unit; null when it is not counted in parts.</summary>
    public decimal? Wanted { get; private set; }

    public Id<Person>? OwnerId { get; private set; }

    public DateTimeOffset? NewsAt { get; private set; }
    public Status? Word { get; private set; }
    public DateTimeOffset? WordAt { get; private set; }
    public decimal? FigureAtWord { get; private set; }
    public decimal? Count { get; private set; }
    public DateTimeOffset? CountedAt { get; private set; }
    public int Revision { get; set; }

    public Said Said => new(NewsAt, Word, WordAt, FigureAtWord, Count, CountedAt);

    public void Ask(decimal? wanted, Id<Person>? owner) => (Wanted, OwnerId) = (wanted, owner);

    public Refusal? Tell(Id<Person> by, string? text, decimal? count, Status? word, decimal? figure, DateTimeOffset now, out Report? report)
    {
        var refusal = Report.Of(CommitmentId, by, text, count, word, figure, now, out report, Id);
        if (refusal is not null)
            return refusal;
        NewsAt = now;
        if (count is not null)
            (Count, CountedAt) = (count, now);
        if (word is not null)
            (Word, WordAt, FigureAtWord) = (word, now, figure);
        return null;
    }
}

internal sealed class PartTable : IEntityTypeConfiguration<Part>
{
    public void Configure(EntityTypeBuilder<Part> builder)
    {
        builder.Ignore(p => p.Said);
        builder.HasIndex(p => new { p.CommitmentId, p.UnitId }).IsUnique();
        builder.HasIndex(p => p.OwnerId);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(p => p.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.SetNull);
    }
}
