using System.Linq.Expressions;
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

    /// <summary>The units covered by the grants.</summary>
    public static IQueryable<Unit> Within(this IQueryable<Unit> units, IReadOnlyList<Grant> grants)
    {
        var unit = Expression.Parameter(typeof(Unit));
        var path = Expression.Property(unit, nameof(Unit.Path));
        var anyOf = grants.Select(g => Covers(path, g)).Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return units.Where(Expression.Lambda<Func<Unit, bool>>(anyOf, unit));
    }

    // the path is wrapped so that it travels as a parameter: one query plan for everybody
    private static Expression Covers(Expression path, Grant grant)
    {
        var wanted = Expression.Property(Expression.Constant(new { grant.Path }), "Path");
        return grant.Below
            ? Expression.Call(path, nameof(string.StartsWith), null, wanted)
            : Expression.Equal(path, wanted);
    }
}
