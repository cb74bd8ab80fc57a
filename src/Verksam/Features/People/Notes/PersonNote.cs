using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;

namespace Verksam.Features.People.Notes;

/// <summary>Something written about somebody, who may read it.</summary>
internal sealed class PersonNote : Entity<PersonNote>, IAudited, IAboutPerson
{
    public const int Longest = 2000;

    private PersonNote() { }

    public PersonNote(Id<Person> person, Id<Person>? by, string text, DateTimeOffset at) => (PersonId, ById, Text, At) = (person, by, text, at);

    public Id<Person> PersonId { get; private set; }
    public Id<Person>? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal]
    public string Text { get; private set; } = "";

    Guid? IAboutPerson.About => PersonId.Value;

    /// <summary>Takes away a note: whoever wrote it, and those who keep the register there.</summary>
    public bool IsRemovedBy(Guid who, bool edits) => edits || ById?.Value == who;
}

internal sealed class PersonNoteTable : IEntityTypeConfiguration<PersonNote>
{
    public void Configure(EntityTypeBuilder<PersonNote> builder)
    {
        builder.Property(n => n.Text).HasMaxLength(PersonNote.Longest);
        builder.HasIndex(n => new { n.PersonId, n.At });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
