using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Tags;

/// <summary>A word that people are marked with, in a unit and below.</summary>
internal sealed class Tag : Entity<Tag>, IAudited
{
    public const int LongestName = 60;

    private Tag() { }

    public Tag(Id<Unit> unit, string name)
    {
        UnitId = unit;
        Rename(name);
    }

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";
    public string NameFolded { get; private set; } = "";

    public Refusal? Rename(string name)
    {
        if (OneLine.OrNull(name) is not { Length: <= LongestName } line)
            return TagRefusals.NameMissing;
        (Name, NameFolded) = (line, AppDb.Folded(line));
        return null;
    }
}

internal static class TagRefusals
{
    public static readonly Refusal NameMissing = new("People.Refused.TagMissing");
    public static readonly Refusal NotThere = new("Tags.Refused.NotThere");
    public static readonly Refusal Taken = new("Tags.Refused.Taken");
    public static readonly Refusal InUse = new("Tags.Refused.InUse");
    public static readonly Refusal NotItself = new("Tags.Refused.NotItself");
    public static readonly Refusal Narrower = new("Tags.Refused.Narrower");
    public static readonly Refusal OneOrTheOther = new("Tags.Refused.OneOrTheOther");
    public static readonly Refusal NobodyThere = new("Tags.Refused.NobodyThere");
    public static readonly Refusal HaveAlready = new("Tags.Refused.HaveAlready");
    public static readonly Refusal NothingChosen = new("Tags.Refused.NothingChosen");
}

/// <summary>Somebody is marked with a word: when, and by whom.</summary>
internal sealed class Tagging : Entity<Tagging>, IAudited, IAboutPerson
{
    private Tagging() { }

    public Tagging(Id<Tag> tag, Id<Person> person, Id<Person>? by, DateTimeOffset at) => (TagId, PersonId, ById, At) = (tag, person, by, at);

    public Id<Tag> TagId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public Id<Person>? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class TagTable : IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<Tagging>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(Tag.LongestName);
        builder.Property(t => t.NameFolded).HasMaxLength(Tag.LongestName);
        builder.HasIndex(t => new { t.UnitId, t.NameFolded }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Tagging> builder)
    {
        builder.HasIndex(t => new { t.TagId, t.PersonId }).IsUnique();
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
