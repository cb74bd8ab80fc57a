using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Features.Planning;

/// <summary>Where a commitment stands in one version's text.</summary>
internal sealed class Passage : Entity<Passage>
{
    private Passage() { }

    public Passage(Id<Commitment> commitment, Id<PlanVersion> version, TextRange range)
    {
        CommitmentId = commitment;
        VersionId = version;
        Start = range.Start;
        Length = range.Length;
    }

    public Id<Commitment> CommitmentId { get; private set; }
    public Id<PlanVersion> VersionId { get; private set; }
    public int Start { get; private set; }
    public int Length { get; private set; }

    public TextRange Range => new(Start, Length);
}

internal sealed class PassageTable : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.HasIndex(p => p.VersionId);
        builder.HasOne<PlanVersion>().WithMany().HasForeignKey(p => p.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
