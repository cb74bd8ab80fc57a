using Verksam.Kernel;

namespace Verksam.Features.People.Belonging;

/// <summary>Who is what on a day; for use inside queries. One row a person: relations of one person never overlap.</summary>
internal static class Membership
{
    private static readonly DateOnly First = new(1900, 1, 1), Last = new(2199, 12, 31);

    /// <summary>Before any day that somebody is anything from.</summary>
    public static readonly DateOnly Earliest = new(1, 1, 1);

    /// <summary>A day that somebody has written in an address, when it is one that people mean.</summary>
    public static DateOnly? Within(DateOnly? asked) => asked >= First && asked <= Last ? asked : null;

    public static IQueryable<Relation> On(this IQueryable<Relation> relations, DateOnly day) =>
        relations.Where(r => r.From <= day && (r.To == null || day <= r.To));

    /// <summary>
    /// The members who have a vote on a day, as they stood that day: joined, paid up or within the grace, and past the wait.
    /// </summary>
    public static IQueryable<Relation> WithVoteOn(this IQueryable<Relation> relations, AppDb db, DateOnly day, MembershipRule rule)
    {
        var members = relations.On(day).Where(r => r.Kind == RelationKind.Member);
        if (rule.Year == FeeYear.None)
        {
            var joined = day.AddDays(-rule.WaitDays);
            return members.Where(r => r.From <= joined);
        }
        var paid = day.AddDays(-rule.GraceDays);
        return members.Where(r => db.PaidPeriods.Any(p => p.PersonId == r.PersonId && p.ValidFrom <= day && p.To >= paid));
    }

    /// <summary>How many delegates each unit has: one for each so many members.</summary>
    /// <param name="begun">Also for a last part of the number ("för varje påbörjat").</param>
    public static int Delegates(int members, int divisor, bool begun, int atLeast) =>
        members == 0 ? 0 : Math.Max(atLeast, begun ? (members + divisor - 1) / divisor : members / divisor);
}
