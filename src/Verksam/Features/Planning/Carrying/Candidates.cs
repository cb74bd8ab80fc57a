using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Who can own a commitment of a unit: those with an assignment beyond membership in the unit or below it.</summary>
internal sealed class Candidates(AppDb db, OurTime time)
{
    public async Task<IReadOnlyList<Candidate>> For(Unit unit)
    {
        var people = await Query(unit.Path).OrderBy(p => p.NameFolded).Select(p => new Candidate(p.Id, p.Name)).ToListAsync();
        return people;
    }

    public Task<bool> Has(Unit unit, Id<Person> person) => Query(unit.Path).AnyAsync(p => p.Id == person);

    private IQueryable<Person> Query(string path)
    {
        var today = time.Today;
        var holders =
            from assignment in db.Assignments
            where assignment.From <= today && (assignment.To == null || assignment.To >= today)
            join role in db.Roles on assignment.RoleId equals role.Id
            where role.Code != StandardRoles.Member
            join unit in db.Units on assignment.UnitId equals unit.Id
            where unit.Path.StartsWith(path)
            select assignment.PersonId;
        return db.People.Where(p => holders.Contains(p.Id));
    }

    internal sealed record Candidate(Id<Person> Id, string Name);
}
