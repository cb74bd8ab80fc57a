using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>
/// Somebody raised a hand out there and is to be called. Who it is stands in the register; here only that it was so, to be counted, and the nonce
/// that makes it once.
/// </summary>
internal sealed class HandAtStand : Entity<HandAtStand>, IAside
{
    private HandAtStand() { }

    public HandAtStand(Id<Gathering> gathering, Guid nonce, DateTimeOffset at) => (GatheringId, Nonce, At) = (gathering, nonce, at);

    public Id<Gathering> GatheringId { get; private set; }
    public Guid Nonce { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class HandAtStandTable : IEntityTypeConfiguration<HandAtStand>
{
    public void Configure(EntityTypeBuilder<HandAtStand> builder)
    {
        builder.ToTable("HandsAtStands");
        builder.HasIndex(h => new { h.GatheringId, h.Nonce }).IsUnique();
        builder.HasOne<Gathering>().WithMany().HasForeignKey(h => h.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
