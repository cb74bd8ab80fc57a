using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure;

/// <summary>People who work together inside a unit: the board, the council group, the nominating committee.</summary>
internal sealed class Group : Entity<Group>, IAudited
{
    public const int LongestName = 80;

    private Group() { }

    public Group(Id<Unit> unit, string name)
    {
        UnitId = unit;
        Name = OneLine.Of(name);
    }

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";

    /// <param name="beside">The unit's groups: no two have one name.</param>
    public Refusal? Rename(string name, IEnumerable<Group> beside)
    {
        if (OneLine.OrNull(name) is not { Length: <= LongestName } line)
            return StructureRefusals.NameMissing;
        if (beside.Any(g => g != this && string.Equals(g.Name, line, StringComparison.OrdinalIgnoreCase)))
            return StructureRefusals.GroupAlreadyThere with { Facts = [line] };
        Name = line;
        return null;
    }
}

internal sealed class GroupTable : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.Property(g => g.Name).HasMaxLength(Group.LongestName);
        builder.HasIndex(g => new { g.UnitId, g.Name }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
