using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>Somebody is something in a unit, from a day to a day (both included). What one may do follows it from day to day.</summary>
internal sealed class Assignment : Entity<Assignment>, IAudited
{
    private Assignment() { }

    public static Assignment Give(Id<Person> person, Id<Role> role, Id<Unit> unit, DateOnly from, DateOnly? to = null, Id<Group>? group = null) =>
        new() { PersonId = person, RoleId = role, UnitId = unit, From = from, To = to, GroupId = group };

    public Id<Person> PersonId { get; private set; }
    public Id<Role> RoleId { get; private set; }
    public Id<Unit> UnitId { get; private set; }
    public Id<Group>? GroupId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Its last day.</summary>
    public Refusal? End(DateOnly lastDay)
    {
        if (lastDay < From.AddDays(-1))
            return PeopleRefusals.EndsBeforeItBegins;
        To = lastDay;
        return null;
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.UnitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Role>().WithMany().HasForeignKey(a => a.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Group>().WithMany().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.SetNull);
    }
}
