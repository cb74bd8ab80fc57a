using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>Somebody must always be able to come in and put things right.</summary>
internal static class Administrators
{
    /// <summary>Whether somebody with a way in administers the whole on that day, in another assignment than the one given.</summary>
    public static Task<bool> RemainWithout(AppDb db, IWaysIn ways, Id<Assignment> ended, DateOnly day) =>
        On(db, ways, day).AnyAsync(a => a.Id != ended);

    /// <summary>The same, without that person.</summary>
    public static Task<bool> RemainWithout(AppDb db, IWaysIn ways, Id<Person> leaving, DateOnly day) =>
        On(db, ways, day).AnyAsync(a => a.PersonId != leaving);

    private static IQueryable<Assignment> On(AppDb db, IWaysIn ways, DateOnly day)
    {
        var holders = ways.Holders;
        return
            from assignment in db.Assignments
            where assignment.From <= day && (assignment.To == null || day <= assignment.To) && holders.Contains(assignment.PersonId)
            join role in db.Roles on assignment.RoleId equals role.Id
            where (role.Permissions & Permission.Administer) != Permission.None
            join unit in db.Units on assignment.UnitId equals unit.Id
            where unit.ParentId == null
            select assignment;
    }
}
