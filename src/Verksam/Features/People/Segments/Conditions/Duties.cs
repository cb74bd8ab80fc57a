using System.Linq.Expressions;
using Verksam.Features.People.Seats;
using Verksam.Features.Structure;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>Has an assignment today, in a unit or below it.</summary>
internal sealed class HasDuty() : SegmentFilter("uppdrag", SegmentSubject.Duties, "Segments.Duty", "Segments.Duty.Say", UsualBlanks.RoleOrAny, UsualBlanks.UnitOrAny)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (today, units) = (asking.Today, UnitAndBelow.Below(asking, answers.OrAny(1)));
        var held = Of(asking, answers.OrAny(0)).Where(a => a.From <= today && (a.To == null || today <= a.To));
        return p => held.Any(a => a.PersonId == p.Id && units.Contains(a.UnitId));
    }

    /// <summary>The assignments of a role; all when none is meant.</summary>
    public static IQueryable<Assignment> Of(Asking asking, string? role)
    {
        var (assignments, roles) = (asking.Db.Assignments, asking.Db.Roles);
        return role is null ? assignments : assignments.Where(a => roles.Any(r => r.Id == a.RoleId && r.Code == role));
    }
}

/// <summary>Is in a group today.</summary>
internal sealed class InGroup() : SegmentFilter("grupp", SegmentSubject.Duties, "Segments.Group", "Segments.Group.Say", UsualBlanks.Thing("Segments.Blank.Group", v => v.Groups))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (group, today, assignments) = (answers.Id<Group>(0), asking.Today, asking.Db.Assignments);
        return p => assignments.Any(a => a.PersonId == p.Id && a.GroupId != null && a.GroupId == group && a.From <= today && (a.To == null || today <= a.To));
    }
}

/// <summary>Had an assignment whose last day lies between two (both included). One taken back before it began never was.</summary>
internal sealed class DutyEnded() : SegmentFilter("uppdrag-slut", SegmentSubject.Duties, "Segments.DutyEnded", "Segments.DutyEnded.Say", UsualBlanks.RoleOrAny, UsualBlanks.From, UsualBlanks.To)
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (from, to, had) = (answers.Day(1), answers.Day(2), HasDuty.Of(asking, answers.OrAny(0)));
        return p => had.Any(a => a.PersonId == p.Id && a.To != null && a.From <= a.To && a.To >= from && a.To <= to);
    }
}

/// <summary>Sits in a public body today.</summary>
internal sealed class InBody() : SegmentFilter("organ", SegmentSubject.Duties, "Segments.Body", "Segments.Body.Say", UsualBlanks.Thing("Segments.Blank.Body", v => v.Bodies))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (body, today, seats) = (answers.Id<PublicBody>(0), asking.Today, asking.Db.Seats);
        return p => seats.Any(s => s.PersonId == p.Id && s.BodyId == body && s.From <= today && (s.To == null || today <= s.To));
    }
}

/// <summary>Is elected today, at a level.</summary>
internal sealed class ElectedAt() : SegmentFilter("organ-niva", SegmentSubject.Duties, "Segments.Elected", "Segments.Elected.Say",
    UsualBlanks.OneOrAny<BodyLevel>("Segments.Blank.Level", "Segments.AnyLevel", (texts, level) => texts[$"Segments.Level.{level}"]))
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var (today, bodies) = (asking.Today, asking.Db.PublicBodies);
        var seats = asking.Db.Seats.Where(s => s.From <= today && (s.To == null || today <= s.To));
        if (answers.OrAny(0) is not null && answers.One<BodyLevel>(0) is var level)
            seats = seats.Where(s => bodies.Any(b => b.Id == s.BodyId && b.Level == level));
        return p => seats.Any(s => s.PersonId == p.Id);
    }
}
