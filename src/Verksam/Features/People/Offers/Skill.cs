using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Offers;

/// <summary>Something that people can do for the organisation, or like to: bake, write, talk in the square.</summary>
internal sealed class Skill : Entity<Skill>, IAudited
{
    public const int LongestName = 60;

    private Skill() { }

    public Skill(Id<Unit> unit, string name, int order)
    {
        (UnitId, Order) = (unit, order);
        Rename(name);
    }

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";
    public int Order { get; set; }

    /// <summary>No longer asked for; who said it keeps it.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>The key of what those who can or like it may be asked for (see Fitting); null for nothing in particular.</summary>
    public string? LeadsTo { get; private set; }

    public void Leads(string? to) => LeadsTo = to;

    public Refusal? Rename(string name)
    {
        if (OneLine.OrNull(name) is not { Length: <= LongestName } line)
            return OfferRefusals.SkillMissing;
        Name = line;
        return null;
    }

    public void Retire(DateOnly? on) => RetiredOn = on;
}

internal static class OfferRefusals
{
    public static readonly Refusal SkillMissing = new("People.Refused.SkillMissing");
}

/// <summary>What one person says of one skill.</summary>
internal sealed class PersonSkill : Entity<PersonSkill>, IAudited, IAboutPerson
{
    private PersonSkill() { }

    public PersonSkill(Id<Person> person, Id<Skill> skill) => (PersonId, SkillId) = (person, skill);

    public Id<Person> PersonId { get; private set; }
    public Id<Skill> SkillId { get; private set; }
    public bool Can { get; set; }
    public bool Likes { get; set; }

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class SkillTable : IEntityTypeConfiguration<Skill>, IEntityTypeConfiguration<PersonSkill>
{
    public void Configure(EntityTypeBuilder<Skill> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(Skill.LongestName);
        builder.Property(s => s.LeadsTo).HasMaxLength(20);
        builder.HasIndex(s => s.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PersonSkill> builder)
    {
        builder.HasIndex(s => new { s.PersonId, s.SkillId }).IsUnique();
        builder.HasIndex(s => s.SkillId);
        builder.HasOne<Skill>().WithMany().HasForeignKey(s => s.SkillId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
