using System.Linq.Expressions;
using Verksam.Features.People.Belonging;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>A paid fee covers the day.</summary>
internal sealed class PaidOn() : SegmentFilter("betalt", SegmentSubject.Belonging, "Segments.Paid", "Segments.Paid.Say", UsualBlanks.On)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (day, paid) = (answers.Day(0), asking.Db.PaidPeriods);
        return p => paid.Any(period => period.PersonId == p.Id && period.From <= day && period.To >= day);
    }
}

/// <summary>Has a vote on the day, by the rule of the statutes.</summary>
internal sealed class VoteOn() : SegmentFilter("rostratt", SegmentSubject.Belonging, "Segments.Vote", "Segments.Vote.Say", UsualBlanks.On)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var voters = asking.Db.Relations.WithVoteOn(asking.Db, answers.Day(0), asking.Rule);
        return p => voters.Any(r => r.PersonId == p.Id);
    }
}
