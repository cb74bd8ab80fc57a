using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Verksam.Kernel.Keeping;

/// <summary>One row for the whole house: how many times something has been saved. What is kept in memory is good until it moves, on every node.</summary>
internal sealed class Stamp
{
    public const int TheOnly = 1;

    public int Id { get; private set; } = TheOnly;
    public long Number { get; private set; }
}

internal sealed class StampTable : IEntityTypeConfiguration<Stamp>
{
    public void Configure(EntityTypeBuilder<Stamp> builder) => builder.ToTable("Stamps");
}
