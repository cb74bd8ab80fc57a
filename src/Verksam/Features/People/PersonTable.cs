using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;

namespace Verksam.Features.People;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(Person.LongestName);
        builder.Property(p => p.NameFolded).HasMaxLength(Person.LongestName);
        builder.Property(p => p.Called).HasMaxLength(Person.LongestName);
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.Property(p => p.Phone).HasMaxLength(40);
        builder.Property(p => p.Language).HasMaxLength(3);
        builder.Property(p => p.RegisterNumber).HasMaxLength(Person.LongestRegisterNumber);
        builder.HasIndex(p => p.NameFolded);
        builder.HasIndex(p => p.UnitId);
        builder.HasIndex(p => p.RegisterNumber).IsUnique(); // none are as many as one likes, on both databases
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Ways).WithOne().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(p => p.Ways).AutoInclude(); // who changes a person must know them all
    }
}
