using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Belonging;

/// <summary>All that one person has been to the organisation, in the order of time, and the rules for what comes next.</summary>
internal sealed class BelongingOf(Person person, IEnumerable<Relation> relations)
{
    private readonly List<Relation> _history = [.. relations.OrderBy(r => r.From)];

    public IReadOnlyList<Relation> History => _history;

    public Relation? On(DateOnly day) => _history.Find(r => r.HoldsOn(day));

    /// <summary>
    /// The person becomes something else, or belongs elsewhere, from a day. What was said of the same day before is taken back: it was a mistake.
    /// </summary>
    /// <param name="began">The new row, for whoever saves; null when the same goes on.</param>
    /// <param name="gone">The row of the same day that it takes the place of.</param>
    public Refusal? Become(RelationKind kind, Id<Unit> unit, DateOnly from, DateOnly today, LeavingReason? why, out Relation? began, out Relation? gone)
    {
        (began, gone) = (null, null);
        if (from > today && (kind != RelationKind.Former || unit != person.UnitId))
            return BelongingRefusals.NotYet; // only that somebody leaves is decided beforehand
        var last = _history.LastOrDefault();
        if (from < last?.From)
            return BelongingRefusals.BeforeTheLast;
        if (kind == RelationKind.Former ? why is null : why is not null)
            return BelongingRefusals.WhyIsMissing;
        if (last?.To is null && last?.IsSameAs(kind, unit, why) == true)
            return BelongingRefusals.TheSame;
        if (last?.From == from)
            _history.Remove(gone = last);
        Put(began = new Relation(person.Id, kind, unit, from, why));
        person.MoveTo(unit);
        return null;
    }

    /// <summary>
    /// The person belongs elsewhere from today, and is there what the person was here: where one belongs and what one is always agree.
    /// Somebody who is nothing is only moved.
    /// </summary>
    /// <inheritdoc cref="Become" path="/param"/>
    public Refusal? MoveTo(Id<Unit> unit, DateOnly today, out Relation? began, out Relation? gone)
    {
        (began, gone) = (null, null);
        if (On(today) is not { } now || now.UnitId == unit)
            person.MoveTo(unit);
        else if (_history[^1].From > today)
            return BelongingRefusals.LeavesSoon; // what is decided of a coming day is of where the person is now
        else
            return Become(now.Kind, unit, today, today, now.Why, out began, out gone);
        return null;
    }

    /// <summary>The last that was said was a mistake: what was before goes on.</summary>
    public Relation? TakeBackLast()
    {
        if (_history is not [.., var before, var last])
            return null;
        _history.Remove(last);
        before.GoOn();
        person.MoveTo(before.UnitId);
        return last;
    }

    private void Put(Relation next)
    {
        if (_history.LastOrDefault() is { } last && (last.To is null || last.To >= next.From))
            last.EndBefore(next.From);
        _history.Add(next);
    }
}

internal static class BelongingRefusals
{
    public static readonly Refusal NotYet = new("People.Refused.NotYet");
    public static readonly Refusal LeavesSoon = new("People.Refused.LeavesSoon");
    public static readonly Refusal NotPaidYet = new("People.Refused.NotPaidYet");
    public static readonly Refusal BeforeTheLast = new("People.Refused.BeforeTheLast");
    public static readonly Refusal WhyIsMissing = new("People.Refused.WhyIsMissing");
    public static readonly Refusal TheSame = new("People.Refused.TheSame");
    public static readonly Refusal NotAMember = new("People.Refused.NotAMember");
    public static readonly Refusal PaidAlready = new("People.Refused.PaidAlready");
}
