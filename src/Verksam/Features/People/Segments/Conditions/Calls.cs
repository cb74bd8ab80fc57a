using System.Linq.Expressions;
using Verksam.Features.People.Calling;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>Was called within so many days: a try, or a talk.</summary>
internal sealed class CalledWithin() : SegmentFilter("uppringd", SegmentSubject.Contact, "Segments.Called", "Segments.Called.Say",
    UsualBlanks.Word("Segments.Blank.Call", (Talked, "Segments.Call.Talk"), ("forsok", "Segments.Call.Try")), new NumberBlank("Segments.Blank.Days", 0, 3650, 30))
{
    private const string Talked = "pratat";

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (calls, first) = (Of(asking, answers.Text(0) == Talked), OurTime.EndOf(asking.Today.AddDays(-answers.Number(1) - 1)));
        return p => calls.Any(c => c.PersonId == p.Id && c.At >= first);
    }

    /// <summary>The calls that stand, perhaps only those where somebody answered (see <see cref="Call.IsTalk"/>).</summary>
    public static IQueryable<Call> Of(Asking asking, bool talks)
    {
        var calls = asking.Db.Calls.Where(c => !c.IsTakenBack);
        return talks ? calls.Where(c => c.Outcome == CallOutcome.Reached || c.Outcome == CallOutcome.WantsTo || c.Outcome == CallOutcome.DoesNotWant) : calls;
    }
}

/// <summary>Is done on a call list: somebody talked with the person.</summary>
internal sealed class DoneOnList() : SegmentFilter("ringlista", SegmentSubject.Contact, "Segments.DoneOnList", "Segments.DoneOnList.Say", UsualBlanks.Thing("Segments.Blank.CallList", v => v.CallLists))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (talks, list) = (CalledWithin.Of(asking, talks: true), answers.Id<CallList>(0));
        return p => talks.Any(c => c.PersonId == p.Id && c.ListId == list);
    }
}
