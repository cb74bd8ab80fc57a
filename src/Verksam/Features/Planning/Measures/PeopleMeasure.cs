using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>How many people have an assignment (membership is one) in a unit on a day.</summary>
internal sealed class PeopleMeasure(AppDb db) : IMeasure
{
    public string Code => "people";

    public string Text => "Planning.Measures.people";

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var counts = await On(units, to).GroupBy(p => p.UnitId).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(cancelled);
        return counts.ToDictionary(c => c.Unit, c => new Figure(c.Count));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(
        IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var rows = await (
            from person in On(units, to)
            join assignment in db.Assignments on person.Id equals assignment.PersonId
            where assignment.From <= to && (assignment.To == null || assignment.To >= to)
            join role in db.Roles on assignment.RoleId equals role.Id
            orderby assignment.From descending, assignment.Id
            select new { assignment.From, role.Name, Person = person.Id }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(r.From, r.Name, r.Person.Value))];
    }

    private IQueryable<Person> On(IQueryable<Id<Unit>> units, DateOnly day) => db.People.Where(p => units.Contains(p.UnitId)
        && db.Assignments.Any(a => a.PersonId == p.Id && a.From <= day && (a.To == null || a.To >= day)));
}
