using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>Which rows a person may see. Every list, search, export and link starts here.</summary>
internal static class Visibility
{
    /// <summary>Oneself, and those in the units where one may see people.</summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> people, CurrentUser me, AppDb db)
    {
        var self = new Id<Person>(me.PersonId);
        var grants = me.Where(Permission.SeePeople);
        if (grants.Any(g => g.IsOfAll))
            return people; // the database need not ask each of a hundred thousand where it belongs
        var units = db.Units.Within(grants).Select(u => u.Id);
        return me.IsKnown ? people.Where(p => p.Id == self || units.Contains(p.UnitId)) : people.Where(p => false);
    }

    /// <summary>The one person, if one may change what is written about that person.</summary>
    public static Task<Person?> EditableBy(this IQueryable<Person> people, CurrentUser me, AppDb db, Id<Person> id)
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        return people.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id && units.Contains(p.UnitId));
    }
}
