using System.Linq.Expressions;
using Verksam.Features.People.Belonging;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>What somebody is to the organisation today.</summary>
internal sealed class RelationNow() : SegmentFilter("ar", SegmentSubject.Belonging, "Segments.RelationNow", "Segments.RelationNow.Say", Kind)
{
    /// <summary>"medlemmar".</summary>
    public static readonly Blank Kind = UsualBlanks.One<RelationKind>("Segments.Blank.Relation", (texts, kind) => texts[$"People.Relations.{kind}"]);

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (kind, now) = (answers.One<RelationKind>(0), asking.Db.Relations.On(asking.Today));
        return p => now.Any(r => r.PersonId == p.Id && r.Kind == kind);
    }
}

/// <summary>What somebody was, where, on a day.</summary>
internal sealed class RelationOn() : SegmentFilter("var", SegmentSubject.Belonging, "Segments.RelationOn", "Segments.RelationOn.Say", RelationNow.Kind, UsualBlanks.UnitOrAny, UsualBlanks.On)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (kind, then, units) = (answers.One<RelationKind>(0), asking.Db.Relations.On(answers.Day(2)), UnitAndBelow.Below(asking, answers.OrAny(1)));
        return p => then.Any(r => r.PersonId == p.Id && r.Kind == kind && units.Contains(r.UnitId));
    }
}

/// <summary>Became it between two days (both included). Whoever only moved was it the day before and did not become it.</summary>
internal sealed class BecameBetween() : SegmentFilter("blev", SegmentSubject.Belonging, "Segments.Became", "Segments.Became.Say", RelationNow.Kind, UsualBlanks.From, UsualBlanks.To)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (kind, from, to, relations) = (answers.One<RelationKind>(0), answers.Day(1), answers.Day(2), asking.Db.Relations);
        return p => relations.Any(r => r.PersonId == p.Id && r.Kind == kind && r.From >= from && r.From <= to
            && !relations.Any(before => before.PersonId == r.PersonId && before.Kind == kind && before.From < r.From && before.To != null && before.To.Value.AddDays(1) == r.From));
    }
}

/// <summary>Left between two days (both included), and why.</summary>
internal sealed class LeftBetween() : SegmentFilter("slutade", SegmentSubject.Belonging, "Segments.Left", "Segments.Left.Say", UsualBlanks.From, UsualBlanks.To,
    UsualBlanks.OneOrAny<LeavingReason>("Segments.Blank.Why", "Segments.AnyReason", (texts, why) => texts[$"People.Leaving.{why}"]))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (from, to) = (answers.Day(0), answers.Day(1));
        var left = asking.Db.Relations.Where(r => r.Kind == RelationKind.Former && r.From >= from && r.From <= to);
        if (answers.OrAny(2) is not null && answers.One<LeavingReason>(2) is var why)
            left = left.Where(r => r.Why == why);
        return p => left.Any(r => r.PersonId == p.Id);
    }
}

/// <summary>Is it, or was it once.</summary>
internal sealed class EverWas() : SegmentFilter("nagonsin", SegmentSubject.Belonging, "Segments.EverWas", "Segments.EverWas.Say", RelationNow.Kind)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (kind, relations) = (answers.One<RelationKind>(0), asking.Db.Relations);
        return p => relations.Any(r => r.PersonId == p.Id && r.Kind == kind);
    }
}

/// <summary>Is a member, and became one for the first time at least so many years ago.</summary>
internal sealed class MemberAtLeast() : SegmentFilter("medlem-minst", SegmentSubject.Belonging, "Segments.MemberAtLeast", "Segments.MemberAtLeast.Say", Years)
{
    public static readonly Blank Years = new NumberBlank("Segments.Blank.Years", 0, 100, 1);

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (now, relations, day) = (asking.Db.Relations.On(asking.Today), asking.Db.Relations, asking.Today.AddYears(-answers.Number(0)));
        return p => now.Any(r => r.PersonId == p.Id && r.Kind == RelationKind.Member)
            && relations.Any(r => r.PersonId == p.Id && r.Kind == RelationKind.Member && r.From <= day);
    }
}

/// <summary>Is a member, and was none before a day so many years ago.</summary>
internal sealed class MemberAtMost() : SegmentFilter("medlem-hogst", SegmentSubject.Belonging, "Segments.MemberAtMost", "Segments.MemberAtMost.Say", MemberAtLeast.Years)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (now, relations, day) = (asking.Db.Relations.On(asking.Today), asking.Db.Relations, asking.Today.AddYears(-answers.Number(0)));
        return p => now.Any(r => r.PersonId == p.Id && r.Kind == RelationKind.Member)
            && !relations.Any(r => r.PersonId == p.Id && r.Kind == RelationKind.Member && r.From < day);
    }
}

/// <summary>The first that is known of the person is of a day between two (both included).</summary>
internal sealed class CameBetween() : SegmentFilter("kom-in", SegmentSubject.Belonging, "Segments.Came", "Segments.Came.Say", UsualBlanks.From, UsualBlanks.To)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (from, to, relations) = (answers.Day(0), answers.Day(1), asking.Db.Relations);
        return p => relations.Any(r => r.PersonId == p.Id && r.From >= from && r.From <= to) && !relations.Any(r => r.PersonId == p.Id && r.From < from);
    }
}
