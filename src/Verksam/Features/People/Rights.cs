using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>
/// What somebody may do today: the permissions of the roles in the assignments that hold today; whoever is a member has the role of members.
/// </summary>
internal static class Rights
{
    public static IQueryable<RightsRow> Of(AppDb db, IQueryable<Id<Person>> who, DateOnly today) =>
        from held in Held(db, who, today)
        join role in db.Roles on held.RoleId equals role.Id
        join unit in db.Units on held.UnitId equals unit.Id
        orderby role.Order, unit.Path
        select new RightsRow(unit.Path, role.Permissions, role.Below, role.Name, role.InTwoSteps);

    /// <summary>What some hold on a day: a role in a unit, by an assignment or by being a member there.</summary>
    /// <param name="who">Asked in each half: a condition on both together would read all there are.</param>
    public static IQueryable<HeldRole> Held(AppDb db, IQueryable<Id<Person>> who, DateOnly day) =>
        (from assignment in db.Assignments
         where who.Contains(assignment.PersonId) && assignment.From <= day && (assignment.To == null || day <= assignment.To)
         select new HeldRole { PersonId = assignment.PersonId, RoleId = assignment.RoleId, UnitId = assignment.UnitId })
        .Concat(
         from relation in db.Relations.On(day)
         where relation.Kind == RelationKind.Member && who.Contains(relation.PersonId)
         from member in db.Roles
         where member.Code == StandardRoles.Member
         select new HeldRole { PersonId = relation.PersonId, RoleId = member.Id, UnitId = relation.UnitId });

    /// <summary>
    /// Whether one's own rights cover all that somebody has or is about to get. Whoever lets a person in, or decides where that person's
    /// letters go, could otherwise become more than one is.
    /// </summary>
    public static async Task<bool> Cover(CurrentUser me, AppDb db, Id<Person> other, DateOnly today)
    {
        var others = await (
            from assignment in db.Assignments
            where assignment.PersonId == other && (assignment.To == null || today <= assignment.To)
            join role in db.Roles on assignment.RoleId equals role.Id
            join unit in db.Units on assignment.UnitId equals unit.Id
            select new RightsRow(unit.Path, role.Permissions, role.Below, role.Name, role.InTwoSteps)).ToListAsync();
        return others.TrueForAll(o => me.CanAll(o.Permissions, o.Path, o.Below));
    }

    internal sealed class HeldRole
    {
        public required Id<Person> PersonId { get; init; }
        public required Id<Role> RoleId { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    public sealed record RightsRow(string Path, Permission Permissions, bool Below, string RoleName, bool InTwoSteps)
    {
        public Grant Grant => new(Path, Permissions | Permission.SeePlan, Below, RoleName, InTwoSteps);
    }
}
