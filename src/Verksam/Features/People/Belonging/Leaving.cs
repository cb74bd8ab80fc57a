using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People.Belonging;

/// <summary>What ends when somebody is no longer a member: the assignments that whoever writes it down has ticked.</summary>
internal static class Leaving
{
    /// <summary>Ends them the day before <paramref name="since"/>; one that has not begun never does.</summary>
    /// <param name="ticked">Ids of assignments.</param>
    public static async Task<Refusal?> End(AppDb db, CurrentUser me, IWaysIn ways, Id<Person> person, IReadOnlyCollection<Guid> ticked, DateOnly since)
    {
        var held = await (
            from assignment in db.Assignments
            where assignment.PersonId == person && (assignment.To == null || assignment.To >= since)
            join role in db.Roles on assignment.RoleId equals role.Id
            join unit in db.Units on assignment.UnitId equals unit.Id
            select new { assignment, role, unit }).ToListAsync();
        var others = await Administrators.RemainWithout(db, ways, person, since);
        return held.Where(h => ticked.Contains(h.assignment.Id.Value))
            .Select(h => h.assignment.EndedBy(me, h.role, h.unit, h.assignment.From > since ? h.assignment.From.AddDays(-1) : since.AddDays(-1), others))
            .FirstOrDefault(no => no is not null);
    }
}
