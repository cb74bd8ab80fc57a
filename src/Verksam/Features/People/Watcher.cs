using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>Somebody with a permission, and the duty it comes from.</summary>
internal sealed record Watcher(string Name, string Role, string Unit)
{
    /// <summary>
    /// The other way round of <see cref="Visibility.VisibleTo"/>: who has the permission at <paramref name="path"/> that day, and a way in to use
    /// it, besides <paramref name="self"/>.
    /// </summary>
    public static IQueryable<Watcher> Of(AppDb db, IWaysIn ways, Id<Person> self, string path, Permission permission, DateOnly day)
    {
        var order = db.SwedishOrder;
        return
            from assignment in db.Assignments
            where assignment.PersonId != self && assignment.From <= day && (assignment.To == null || day <= assignment.To)
            join role in db.Roles on assignment.RoleId equals role.Id
            where (role.Permissions & permission) == permission
            join unit in db.Units on assignment.UnitId equals unit.Id
            where role.Below ? path.StartsWith(unit.Path) : unit.Path == path
            join person in db.People on assignment.PersonId equals person.Id
            where ways.Holders.Contains(person.Id)
            orderby unit.Path.Length, role.Order, EF.Functions.Collate(person.NameFolded, order), person.Id
            select new Watcher(person.Name, role.Name, unit.Name);
    }
}
