using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure;

/// <summary>What one can be in a unit, and what that lets one do.</summary>
internal sealed class Role : Entity<Role>, IAudited
{
    public const int LongestName = 80;

    private Role() { }

    public Role(string code, string name, Permission permissions, bool below, int order)
    {
        Code = code;
        Name = name;
        Permissions = permissions;
        Below = below;
        Order = order;
    }

    /// <summary>What the program calls it; the organisation may rename it.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";
    public Permission Permissions { get; private set; }

    /// <summary>Whether it reaches the units below.</summary>
    public bool Below { get; private set; }

    public int Order { get; private set; }

    /// <summary>Gives what it gives only to who came in with two factors.</summary>
    public bool InTwoSteps { get; set; }

    public Refusal? Rename(string name)
    {
        if (OneLine.Of(name) is not { Length: > 0 and <= LongestName } tidy)
            return StructureRefusals.NameMissing;
        Name = tidy;
        return null;
    }
}

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.Name).HasMaxLength(Role.LongestName);
        builder.HasIndex(r => r.Code).IsUnique();
    }
}
