using Verksam.Kernel;

namespace Verksam.Features.People.Activity;

/// <summary>Held an assignment in the organisation.</summary>
internal sealed class DutySign(AppDb db) : ISignOfActivity
{
    public string Key => "duty";

    public string Text => "People.Active.duty";

    public IQueryable<Id<Person>> Between(DateOnly from, DateOnly to) =>
        db.Assignments.Where(a => a.From <= to && (a.To == null || from <= a.To)).Select(a => a.PersonId);
}

/// <summary>Sat in a public body.</summary>
internal sealed class SeatSign(AppDb db) : ISignOfActivity
{
    public string Key => "seat";

    public string Text => "People.Active.seat";

    public IQueryable<Id<Person>> Between(DateOnly from, DateOnly to) =>
        db.Seats.Where(s => s.From <= to && (s.To == null || from <= s.To)).Select(s => s.PersonId);
}
