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
        var units = db.Units.Within(me.Where(Permission.SeePeople)).Select(u => u.Id);
        return me.IsKnown ? people.Where(p => p.Id == self || units.Contains(p.UnitId)) : people.Where(p => false);
    }
}
