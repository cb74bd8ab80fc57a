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

    /// <summary>Whether the giver may, and whether the person has it already. Nobody gives more than one has.</summary>
    public Refusal? GivenBy(CurrentUser giver, Role role, Unit unit, IEnumerable<Assignment> had)
    {
        if (To < From)
            return PeopleRefusals.EndsBeforeItBegins;
        if (!giver.Can(Permission.EditPeople, unit.Path) || !giver.CanAll(role.Permissions, unit.Path, role.Below))
            return PeopleRefusals.MoreThanOwn;
        return had.Any(a => a.IsSameAs(this) && a.Overlaps(this)) ? PeopleRefusals.AlreadyAssigned : null;
    }

    /// <param name="othersAdminister">Whether somebody else is administrator the day after.</param>
    public Refusal? EndedBy(CurrentUser ender, Role role, Unit unit, DateOnly lastDay, bool othersAdminister)
    {
        if (!ender.Can(Permission.EditPeople, unit.Path) || !ender.CanAll(role.Permissions, unit.Path, role.Below))
            return PeopleRefusals.MoreThanOwn;
        if (role.Permissions.HasFlag(Permission.Administer) && unit.IsRoot && !othersAdminister)
            return PeopleRefusals.LastAdministrator;
        return End(lastDay);
    }

    /// <summary>Its last day; the day before it begins takes it back.</summary>
    public Refusal? End(DateOnly lastDay)
    {
        if (lastDay < From.AddDays(-1))
            return PeopleRefusals.EndsBeforeItBegins;
        To = lastDay;
        return null;
    }

    private bool IsSameAs(Assignment other) => RoleId == other.RoleId && UnitId == other.UnitId && GroupId == other.GroupId;

    private bool Overlaps(Assignment other) =>
        (To is null || other.From <= To) && (other.To is null || From <= other.To) && (To is null || From <= To);
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
