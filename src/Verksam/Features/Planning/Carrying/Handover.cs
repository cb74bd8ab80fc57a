using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>From this moment a commitment is carried by these: the last one is how it is.</summary>
internal sealed class Handover : Entity<Handover>
{
    private Handover() { }

    public Handover(Id<Commitment> commitment, Id<Person>? owner, Id<Person>? deputy, Id<Person>? by, DateTimeOffset at)
    {
        CommitmentId = commitment;
        OwnerId = owner;
        DeputyId = deputy;
        By = by;
        At = at;
    }

    public Id<Commitment> CommitmentId { get; private set; }
    public Id<Person>? OwnerId { get; private set; }
    public Id<Person>? DeputyId { get; private set; }
    public Id<Person>? By { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class HandoverTable : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.HasIndex(h => new { h.CommitmentId, h.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.OwnerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.DeputyId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.By).OnDelete(DeleteBehavior.SetNull);
    }
}
