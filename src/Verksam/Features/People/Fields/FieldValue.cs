using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Fields;

/// <summary>What is answered of one person, in the column of the field's kind; of several in a list, a row each.</summary>
internal sealed class FieldValue : Entity<FieldValue>, IAudited, IAboutPerson
{
    public const int LongestText = 1000;

    private FieldValue() { }

    public FieldValue(Id<CustomField> field, Id<Person> person) => (FieldId, PersonId) = (field, person);

    public Id<CustomField> FieldId { get; private set; }
    public Id<Person> PersonId { get; private set; }

    [Personal]
    public string? Text { get; set; }

    [Personal]
    public decimal? Number { get; set; }

    [Personal]
    public DateOnly? Day { get; set; }

    [Personal]
    public bool? Yes { get; set; }

    [Personal]
    public Id<FieldOption>? OptionId { get; set; }

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class FieldValueTable : IEntityTypeConfiguration<FieldValue>
{
    public void Configure(EntityTypeBuilder<FieldValue> builder)
    {
        builder.Property(v => v.Text).HasMaxLength(FieldValue.LongestText);
        builder.HasIndex(v => new { v.PersonId, v.FieldId });
        builder.HasIndex(v => v.FieldId);
        builder.HasOne<CustomField>().WithMany().HasForeignKey(v => v.FieldId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<FieldOption>().WithMany().HasForeignKey(v => v.OptionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
