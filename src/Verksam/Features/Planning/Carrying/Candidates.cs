using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Who can own a commitment of a unit: those with an assignment beyond membership in the unit or below it.</summary>
internal sealed class Candidates(AppDb db, OurTime time)
{
    public async Task<IReadOnlyList<Candidate>> For(Unit unit) => Once(await In(unit.Path));

    /// <summary>Those of each of several units below one.</summary>
    public async Task<ILookup<Id<Unit>, Candidate>> ForEach(IEnumerable<Unit> units, Unit above)
    {
        var all = await In(above.Path);
        return units.SelectMany(u => Once(all.Where(h => h.Path.StartsWith(u.Path, StringComparison.Ordinal))).Select(c => (u.Id, c))).ToLookup(p => p.Id, p => p.c);
    }

    public Task<bool> Has(Unit unit, Id<Person> person) => Holders(unit.Path).AnyAsync(h => h.Person == person);

    // once, where one is highest up
    private static IReadOnlyList<Candidate> Once(IEnumerable<Holder> found) => [.. found.DistinctBy(h => h.Person).Select(h => new Candidate(h.Person, h.Name!, h.Unit))];

    private async Task<IReadOnlyList<Holder>> In(string path)
    {
        var order = db.SwedishOrder;
        return await (
            from holder in Holders(path)
            join person in db.People on holder.Person equals person.Id
            orderby holder.Path.Length, EF.Functions.Collate(holder.Unit, order), EF.Functions.Collate(person.NameFolded, order), person.Id
            select new Holder { Person = person.Id, Name = person.Name, Unit = holder.Unit, Path = holder.Path }).ToListAsync();
    }

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
        public string? Name { get; init; }
        public required string Unit { get; init; }
        public required string Path { get; init; }
    }
}
