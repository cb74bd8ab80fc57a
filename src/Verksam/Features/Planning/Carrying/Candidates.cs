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
        var order = db.SwedishOrder;
        var found = await (
            from holder in Holders(unit.Path)
            join person in db.People on holder.Person equals person.Id
            orderby holder.Path.Length, EF.Functions.Collate(holder.Unit, order), EF.Functions.Collate(person.NameFolded, order), person.Id
            select new Candidate(person.Id, person.Name, holder.Unit)).ToListAsync();
        return [.. found.DistinctBy(c => c.Id)]; // once, where one is highest up
    }

    public Task<bool> Has(Unit unit, Id<Person> person) => Holders(unit.Path).AnyAsync(h => h.Person == person);

    private IQueryable<Holder> Holders(string path)
    {
        var today = time.Today;
        return
            from assignment in db.Assignments
            where assignment.From <= today && (assignment.To == null || assignment.To >= today)
            join role in db.Roles on assignment.RoleId equals role.Id
            where role.Code != StandardRoles.Member
            join unit in db.Units on assignment.UnitId equals unit.Id
            where unit.Path.StartsWith(path)
            select new Holder { Person = assignment.PersonId, Unit = unit.Name, Path = unit.Path };
    }

    /// <param name="Unit">Where one has one's assignment; of several the highest.</param>
    internal sealed record Candidate(Id<Person> Id, string Name, string Unit);

    private sealed record Holder
    {
        public required Id<Person> Person { get; init; }
        public required string Unit { get; init; }
        public required string Path { get; init; }
    }
}
