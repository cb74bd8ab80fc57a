using System.Linq.Expressions;
using Verksam.Features.People;
using Verksam.Features.People.Segments;

namespace Verksam.Features.Accounts;

/// <summary>Has been here within so many days.</summary>
internal sealed class SignedInFilter() : SegmentFilter("loggat-in", SegmentSubject.Account, "Accounts.Segment", "Accounts.Segment.Say", new NumberBlank("Segments.Blank.Days", 1, 3650, 30))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (first, accounts) = (Kernel.Time.OurTime.EndOf(asking.Today.AddDays(-answers.Number(0) - 1)), asking.Db.Users);
        return p => accounts.Any(a => a.PersonId == p.Id && a.LastSignIn != null && a.LastSignIn >= first);
    }
}
