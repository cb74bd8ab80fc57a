using System.Linq.Expressions;
using Verksam.Kernel;

namespace Verksam.Features.Structure;

/// <summary>Which parts of the organisation a person may see, and act in.</summary>
internal static class Visibility
{
    /// <summary>One's own units, all above them, and those below that an assignment reaches.</summary>
    public static IQueryable<Unit> VisibleTo(this IQueryable<Unit> units, CurrentUser me, AppDb db)
    {
        var line = me.Line().Select(id => new Id<Unit>(id)).ToList();
        var reached = db.Units.Within(me.Grants).Select(u => u.Id);
        return units.Where(u => line.Contains(u.Id) || reached.Contains(u.Id));
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
