using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Verksam.Kernel.Hosting;

/// <summary>A setting of the installation, by name.</summary>
internal sealed class Setting : Entity<Setting>, IAudited
{
    private Setting() { }

    public Setting(string name, string value)
    {
        Name = name;
        Value = value;
    }

    public string Name { get; private set; } = "";
    public string Value { get; set; } = "";
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(80);
        builder.HasIndex(s => s.Name).IsUnique();
    }
}
