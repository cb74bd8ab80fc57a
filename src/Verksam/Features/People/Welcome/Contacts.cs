using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>Who there is to choose among today: those with a way in, for the page that one calls from lies behind the door.</summary>
internal sealed class Contacts(AppDb db, IWaysIn ways)
{
    public async Task<ContactChoice> On(DateOnly today)
    {
        var holders = ways.Holders;
        var held = Rights.Held(db, holders, today).Select(h => h.PersonId);
        var pool = await (
            from contact in db.ContactPeople
            where held.Contains(contact.PersonId)
            join unit in db.Units on contact.UnitId equals unit.Id
            select new { contact.PersonId, unit.Path, contact.Most, contact.Languages, contact.PausedTo }).ToListAsync();
        var load = await db.WelcomeCases.Where(c => c.EndedOn == null && c.ContactId != null)
            .GroupBy(c => c.ContactId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count);
        return new ContactChoice(
            [.. pool.Select(p => new ContactChoice.InPool(p.PersonId, p.Path, p.Most, p.Languages?.Split(' ') ?? [], p.PausedTo >= today))],
            await Leads(today).ToListAsync(), load);
    }

    /// <summary>Those of <paramref name="among"/> who have a way in and hold something today.</summary>
    public async Task<IReadOnlySet<Id<Person>>> Present(IReadOnlyCollection<Id<Person>> among, DateOnly today)
    {
        var holders = ways.Holders.Where(h => among.Contains(h));
        return (await Rights.Held(db, holders, today).Select(h => h.PersonId).Distinct().ToListAsync()).ToHashSet();
    }

    /// <summary>The board of a unit: who is told when it is late.</summary>
    public IQueryable<Id<Person>> BoardOf(Id<Unit> unit, DateOnly today) =>
        from assignment in db.Assignments
        where assignment.UnitId == unit && assignment.From <= today && (assignment.To == null || today <= assignment.To) && ways.Holders.Contains(assignment.PersonId)
        join role in db.Roles on assignment.RoleId equals role.Id
        where role.Code == StandardRoles.Chair || role.Code == StandardRoles.BoardMember || role.Code == StandardRoles.Organiser
        select assignment.PersonId;

    private IQueryable<ContactChoice.Lead> Leads(DateOnly today) =>
        from assignment in db.Assignments
        where assignment.From <= today && (assignment.To == null || today <= assignment.To) && ways.Holders.Contains(assignment.PersonId)
        join role in db.Roles on assignment.RoleId equals role.Id
        where (role.Permissions & Permission.EditPeople) != Permission.None
        join unit in db.Units on assignment.UnitId equals unit.Id
        select new ContactChoice.Lead(assignment.PersonId, unit.Path,
            role.Code == StandardRoles.Chair && unit.ParentId != null ? 0 : role.Code == StandardRoles.Organiser ? 1 : role.Code == StandardRoles.Chair ? 2 : 3,
            role.Below, (role.Permissions & Permission.SeeProtected) != Permission.None);
}
