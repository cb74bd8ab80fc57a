using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>Which lists somebody leads, calls for, or may begin to call for.</summary>
internal static class Visibility
{
    public static IQueryable<CallList> LedBy(this IQueryable<CallList> lists, CurrentUser me, AppDb db)
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        return lists.Where(l => units.Contains(l.UnitId));
    }

    /// <summary>Open today, and one is a caller, leads it, or may be one by being a member there.</summary>
    public static IQueryable<CallList> CallableBy(this IQueryable<CallList> lists, CurrentUser me, AppDb db, DateOnly today)
    {
        var self = new Id<Person>(me.PersonId);
        var led = db.CallLists.LedBy(me, db).Select(l => l.Id);
        var homes = db.Relations.On(today).Where(r => r.PersonId == self && r.Kind == RelationKind.Member);
        return lists.Where(l => l.State == CallListState.Open && l.From <= today && (l.To == null || l.To >= today)
            && (db.Callers.Any(c => c.ListId == l.Id && c.PersonId == self) || led.Contains(l.Id)
                || (l.MembersMayCall && homes.Any(r => db.Units.Any(u => u.Id == r.UnitId && db.Units.Any(o => o.Id == l.UnitId && u.Path.StartsWith(o.Path)))))));
    }

    public static Task<bool> HasSaidYes(this AppDb db, CurrentUser me, Id<CallList> list)
    {
        var self = new Id<Person>(me.PersonId);
        return db.Callers.AnyAsync(c => c.ListId == list && c.PersonId == self);
    }
}
