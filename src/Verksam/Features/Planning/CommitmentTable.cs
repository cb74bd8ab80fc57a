using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;

namespace Verksam.Features.Planning;

internal sealed class CommitmentTable : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.HasIndex(c => c.OwnerId);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(c => c.CarriesOnId).OnDelete(DeleteBehavior.SetNull);
        builder.Property(c => c.MeasureCode).HasMaxLength(60);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.DeputyId).OnDelete(DeleteBehavior.SetNull);
        builder.Ignore(c => c.Original).Ignore(c => c.Why);
        builder.Property(c => c.Note).HasMaxLength(Commitment.LongestNote);
        builder.HasMany(c => c.Handovers).WithOne().HasForeignKey(h => h.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Handovers).HasField("_handovers").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(c => new { c.PlanId, c.Chapter, c.Running }).IsUnique();
        // the count of what was adopted asks no row
        builder.HasIndex(c => new { c.PlanId, c.DroppedOn, c.Chapter });
        builder.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Passages).WithOne().HasForeignKey(p => p.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Passages).HasField("_passages").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.ComplexProperty(c => c.Reading, reading =>
        {
            reading.Property(r => r.Responsible).HasMaxLength(Interpretation.LongestWords);
            reading.Property(r => r.MeasureWhat).HasMaxLength(Interpretation.LongestWhat);
            reading.Property(r => r.MeasurePer).HasMaxLength(Interpretation.LongestWord);
            reading.Property(r => r.DueWords).HasMaxLength(Interpretation.LongestWords);
            reading.Property(r => r.DueEvery).HasMaxLength(Interpretation.LongestWord);
        });
    }
}
