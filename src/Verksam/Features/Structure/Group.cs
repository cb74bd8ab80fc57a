using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.Structure;

/// <summary>People who work together inside a unit: the board, the council group, the nominating committee.</summary>
internal sealed class Group : Entity<Group>, IAudited
{
    private Group() { }

    public Group(Id<Unit> unit, string name)
    {
        UnitId = unit;
        Name = name.Trim();
    }

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";

    public Refusal? Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return StructureRefusals.NameMissing;
        Name = name.Trim();
        return null;
    }
}

internal sealed class GroupTable : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.Property(g => g.Name).HasMaxLength(80);
        builder.HasIndex(g => new { g.UnitId, g.Name }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
