using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>Which welcomes somebody may see and act in.</summary>
internal static class Visibility
{
    /// <summary>Those of the units where one may see people, and those given to oneself while they wait and the day after: one may mend what one has told.</summary>
    public static IQueryable<WelcomeCase> VisibleTo(this IQueryable<WelcomeCase> cases, CurrentUser me, AppDb db, DateOnly today)
    {
        var (self, yesterday) = (new Id<Person>(me.PersonId), today.AddDays(-1));
        var units = db.Units.Within(me.Where(Permission.SeePeople)).Select(u => u.Id);
        return cases.Where(c => me.IsKnown && c.PersonId != self && ((c.ContactId == self && (c.EndedOn == null || c.EndedOn >= yesterday)) || units.Contains(c.UnitId)));
    }

    /// <summary>Who may tell what came of it: the contact person, and those who may write about people there.</summary>
    public static bool MayTell(this CurrentUser me, WelcomeCase of, string path) => of.ContactId?.Value == me.PersonId || me.Can(Permission.EditPeople, path);
}
