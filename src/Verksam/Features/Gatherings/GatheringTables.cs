using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Features.Planning;
using Verksam.Features.Structure;

namespace Verksam.Features.Gatherings;

internal sealed class GatheringTable : IEntityTypeConfiguration<Gathering>
{
    public void Configure(EntityTypeBuilder<Gathering> builder)
    {
        builder.Property(g => g.Kind).HasMaxLength(GatheringKind.LongestCode);
        builder.Property(g => g.Title).HasMaxLength(Gathering.LongestTitle);
        builder.Property(g => g.Lead).HasMaxLength(Gathering.LongestLead);
        builder.Property(g => g.Description).HasMaxLength(Gathering.LongestText);
        builder.Property(g => g.Spot).HasMaxLength(Gathering.LongestSpot);
        builder.Property(g => g.Link).HasMaxLength(Gathering.LongestLink);
        builder.Property(g => g.Why).HasMaxLength(Gathering.LongestReport);
        builder.Property(g => g.Partner).HasMaxLength(Gathering.LongestPartner);
        builder.Property(g => g.Report).HasMaxLength(Gathering.LongestReport);
        builder.HasIndex(g => new { g.Starts, g.State });
        builder.HasIndex(g => new { g.UnitId, g.Starts });
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Segment>().WithMany().HasForeignKey(g => g.SegmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Role>().WithMany().HasForeignKey(g => g.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Venue>().WithMany().HasForeignKey(g => g.VenueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.ContactId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<GatheringSeries>().WithMany().HasForeignKey(g => g.SeriesId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class GatheringPartTables : IEntityTypeConfiguration<CoArranger>, IEntityTypeConfiguration<GatheringTie>, IEntityTypeConfiguration<BringItem>, IEntityTypeConfiguration<GatheringCost>
{
    public void Configure(EntityTypeBuilder<CoArranger> builder)
    {
        builder.HasIndex(c => new { c.GatheringId, c.UnitId }).IsUnique();
        builder.HasIndex(c => c.UnitId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(c => c.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<GatheringTie> builder)
    {
        builder.HasIndex(t => new { t.GatheringId, t.CommitmentId }).IsUnique();
        builder.HasIndex(t => t.CommitmentId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(t => t.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(t => t.CommitmentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BringItem> builder)
    {
        builder.Property(b => b.What).HasMaxLength(BringItem.LongestWhat);
        builder.Property(b => b.Note).HasMaxLength(BringItem.LongestNote);
        builder.HasIndex(b => new { b.GatheringId, b.Order });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(b => b.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.ById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<GatheringCost> builder)
    {
        builder.Property(c => c.What).HasMaxLength(GatheringCost.LongestWhat);
        builder.HasIndex(c => c.GatheringId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(c => c.GatheringId).OnDelete(DeleteBehavior.Cascade);
    }
}
