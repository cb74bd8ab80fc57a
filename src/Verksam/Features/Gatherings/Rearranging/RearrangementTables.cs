using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;

namespace Verksam.Features.Gatherings.Rearranging;

internal sealed class RearrangementTables : IEntityTypeConfiguration<Rearrangement>, IEntityTypeConfiguration<RearrangedGathering>
{
    public void Configure(EntityTypeBuilder<Rearrangement> builder)
    {
        builder.Property(r => r.Why).HasMaxLength(Rearrangement.LongestWhy);
        builder.Property(r => r.Spot).HasMaxLength(Gathering.LongestSpot);
        builder.Property(r => r.Link).HasMaxLength(Gathering.LongestLink);
        builder.HasIndex(r => r.Asked).IsUnique();
        builder.HasIndex(r => r.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Venue>().WithMany().HasForeignKey(r => r.VenueId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RearrangedGathering> builder)
    {
        builder.Property(r => r.Spot).HasMaxLength(Gathering.LongestSpot);
        builder.Property(r => r.Link).HasMaxLength(Gathering.LongestLink);
        builder.Property(r => r.Why).HasMaxLength(Gathering.LongestReport);
        builder.HasIndex(r => new { r.RearrangementId, r.GatheringId }).IsUnique();
        builder.HasIndex(r => r.GatheringId);
        builder.HasOne<Rearrangement>().WithMany().HasForeignKey(r => r.RearrangementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(r => r.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
