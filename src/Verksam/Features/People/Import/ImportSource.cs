using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Import;

/// <summary>Where files with the same headings come from, and how they are read: next month's file is known again.</summary>
internal sealed class ImportSource : Entity<ImportSource>, IAudited
{
    public const int LongestName = 80;

    private ImportSource() { }

    public ImportSource(Id<Unit> unit, string headings) => (UnitId, Headings) = (unit, headings);

    public Id<Unit> UnitId { get; private set; }

    /// <summary>As people call it: "Riks".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The sum of the headings, in their order.</summary>
    public string Headings { get; private set; } = "";

    /// <summary>As the last file was read: <see cref="Reading.Mapping"/> as JSON.</summary>
    public string Mapping { get; private set; } = "{}";

    /// <summary>The file tells of all members: whoever is not in it is gone.</summary>
    public bool IsWhole { get; private set; }

    public GoneRule Gone { get; private set; }

    public void Describe(string name, bool isWhole, GoneRule gone) =>
        (Name, IsWhole, Gone) = (OneLine.Of(name) is { Length: > LongestName } line ? line[..LongestName] : OneLine.Of(name), isWhole, gone);

    public void Keep(string mapping) => Mapping = mapping;
}

internal sealed class ImportSourceTable : IEntityTypeConfiguration<ImportSource>
{
    public void Configure(EntityTypeBuilder<ImportSource> builder)
    {
        builder.ToTable("ImportSources");
        builder.Property(s => s.Name).HasMaxLength(ImportSource.LongestName);
        builder.Property(s => s.Headings).HasMaxLength(64);
        builder.HasIndex(s => new { s.UnitId, s.Headings });
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
