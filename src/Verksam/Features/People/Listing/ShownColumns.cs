using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Listing;

/// <summary>Which columns somebody wants in lists, from one day to the next.</summary>
internal sealed class ShownColumns : Entity<ShownColumns>
{
    private ShownColumns() { }

    public ShownColumns(Id<Person> person) => PersonId = person;

    public Id<Person> PersonId { get; private set; }

    /// <summary>As <see cref="ListColumns.Written"/>.</summary>
    public string Columns { get; set; } = "";
}

internal sealed class ShownColumnsTable : IEntityTypeConfiguration<ShownColumns>
{
    public void Configure(EntityTypeBuilder<ShownColumns> builder)
    {
        builder.Property(c => c.Columns).HasMaxLength(200);
        builder.HasIndex(c => c.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
