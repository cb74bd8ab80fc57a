using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People;

/// <summary>Somebody the organisation knows. Belonging is political opinion: see and act only through <c>VisibleTo</c>.</summary>
internal sealed class Person : Entity<Person>, IAudited, IVersioned
{
    public const int LongestName = 120;

    private Person() { }

    public static Person Welcome(string name, string? email, string? phone, Id<Unit> unit)
    {
        var person = new Person { UnitId = unit };
        person.Describe(name, email, phone);
        return person;
    }

    /// <summary>The unit the person belongs to.</summary>
    public Id<Unit> UnitId { get; private set; }

    [Personal]
    public string Name { get; private set; } = "";

    /// <summary>For sorting and searching.</summary>
    [Personal]
    public string NameFolded { get; private set; } = "";

    [Personal]
    public string? Email { get; private set; }

    [Personal]
    public string? Phone { get; private set; }

    public int Revision { get; set; }

    public Refusal? Describe(string name, string? email, string? phone)
    {
        if (OneLine.OrNull(name) is not { } line)
            return PeopleRefusals.NameMissing;
        Name = line;
        NameFolded = AppDb.Folded(Name);
        Email = OneLine.OrNull(email);
        Phone = OneLine.OrNull(phone);
        return null;
    }

    public void MoveTo(Id<Unit> unit) => UnitId = unit;
}

internal static class PeopleRefusals
{
    public static readonly Refusal NameMissing = new("People.Refused.NameMissing");
    public static readonly Refusal EndsBeforeItBegins = new("People.Refused.EndsBeforeItBegins");
    public static readonly Refusal AlreadyAssigned = new("People.Refused.AlreadyAssigned");
    public static readonly Refusal MoreThanOwn = new("People.Refused.MoreThanOwn");
    public static readonly Refusal LastAdministrator = new("People.Refused.LastAdministrator");
    public static readonly Refusal Twin = new("People.Refused.Twin");
    public static readonly Refusal NotYoursToMove = new("People.Refused.NotYoursToMove");
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(Person.LongestName);
        builder.Property(p => p.NameFolded).HasMaxLength(Person.LongestName);
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.Property(p => p.Phone).HasMaxLength(40);
        builder.HasIndex(p => p.NameFolded);
        builder.HasIndex(p => p.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
