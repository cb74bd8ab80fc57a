using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>What somebody may do today: the permissions of the roles in the assignments that hold today.</summary>
internal static class Rights
{
    public static IQueryable<RightsRow> Of(AppDb db, IQueryable<Id<Person>> who, DateOnly today) =>
        from assignment in db.Assignments
        where who.Contains(assignment.PersonId) && assignment.From <= today && (assignment.To == null || today <= assignment.To)
        join role in db.Roles on assignment.RoleId equals role.Id
        join unit in db.Units on assignment.UnitId equals unit.Id
        orderby role.Order, unit.Path
        select new RightsRow(unit.Path, role.Permissions, role.Below, role.Name);

    public sealed record RightsRow(string Path, Permission Permissions, bool Below, string RoleName)
    {
        public Grant Grant => new(Path, Permissions | Permission.SeePlan, Below, RoleName);
    }
}
