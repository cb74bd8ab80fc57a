using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;

namespace Verksam.Features.People;

/// <summary>Everybody's right to know: what is kept of me, who can see it today and by which duty, and who has looked.</summary>
[Requires(Permission.None)]
internal sealed class WhoSeesPage(AppDb db, CurrentUser me, IWaysIn ways, OurTime time) : PageModel
{
    private const int MostLooks = 50;

    /// <summary>Those who can see my page.</summary>
    public IReadOnlyList<Watcher> Watchers { get; private set; } = [];

    /// <summary>Those who can read the log, where my name stands at what I have done.</summary>
    public IReadOnlyList<Watcher> Readers { get; private set; } = [];

    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public async Task OnGet()
    {
        var self = new Id<Person>(me.PersonId);
        var path = await db.People.Where(p => p.Id == self).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => u.Path).SingleAsync();
        Watchers = await Who(self, path, Permission.SeePeople).ToListAsync();
        Readers = await Who(self, path, Permission.ReadAudit).ToListAsync();
        Looks = await (
            from entry in db.Audit
            where entry.Kind == AuditKind.Read && entry.WhatId == me.PersonId && entry.By != me.PersonId && entry.By != null
            join someone in db.People on entry.By equals (Guid?)(object)someone.Id into people
            from reader in people.DefaultIfEmpty()
            orderby entry.At descending
            select new Look(entry.At, reader == null ? null : reader.Name)).Take(MostLooks).ToListAsync();
    }

    /// <summary>The other way round of <see cref="Visibility.VisibleTo"/>: who has the permission where I belong, and a way in to use it.</summary>
    private IQueryable<Watcher> Who(Id<Person> self, string path, Permission permission)
    {
        var (today, order) = (time.Today, db.SwedishOrder);
        return
            from assignment in db.Assignments
            where assignment.PersonId != self && assignment.From <= today && (assignment.To == null || today <= assignment.To)
            join role in db.Roles on assignment.RoleId equals role.Id
            where (role.Permissions & permission) == permission
            join unit in db.Units on assignment.UnitId equals unit.Id
            where role.Below ? path.StartsWith(unit.Path) : unit.Path == path
            join person in db.People on assignment.PersonId equals person.Id
            where ways.Holders.Contains(person.Id)
            orderby unit.Path.Length, role.Order, EF.Functions.Collate(person.NameFolded, order), person.Id
            select new Watcher(person.Name, role.Name, unit.Name);
    }

    internal sealed record Watcher(string Name, string Role, string Unit);

    internal sealed record Look(DateTimeOffset At, string? By);
}
