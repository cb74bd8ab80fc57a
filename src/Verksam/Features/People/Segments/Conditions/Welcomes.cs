using System.Linq.Expressions;
using Verksam.Features.People.Welcome;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>Is new, and nobody has talked with the person yet.</summary>
internal sealed class WaitsForWelcome() : SegmentFilter("vantar-kontakt", SegmentSubject.Contact, "Segments.Waits", "Segments.Waits.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var open = asking.Db.WelcomeCases.Where(c => c.EndedOn == null);
        return p => open.Any(c => c.PersonId == p.Id);
    }
}

/// <summary>Was talked with when new, between two days (both included), whatever the person said.</summary>
internal sealed class Welcomed() : SegmentFilter("kontaktad", SegmentSubject.Contact, "Segments.Welcomed", "Segments.Welcomed.Say", UsualBlanks.From, UsualBlanks.To)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (from, to) = (answers.Day(0), answers.Day(1));
        var done = asking.Db.WelcomeCases.Where(c => (c.End == WelcomeEnd.Contacted || c.End == WelcomeEnd.DoesNotWant) && c.EndedOn != null && c.EndedOn >= from && c.EndedOn <= to);
        return p => done.Any(c => c.PersonId == p.Id);
    }
}
