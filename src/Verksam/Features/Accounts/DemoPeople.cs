using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Accounts;

/// <summary>One whom a visitor to the demo can be.</summary>
internal sealed record DemoPerson(string Email, string Name, string What);

/// <summary>Whom one can sign in as without a letter: nobody, except in a demo.</summary>
internal interface IDemoPeople
{
    Task<IReadOnlyList<DemoPerson>> All();

    Task<Account?> Find(string email);
}

/// <summary>A real installation: no such road.</summary>
internal sealed class NoDemoPeople : IDemoPeople
{
    public Task<IReadOnlyList<DemoPerson>> All() => Task.FromResult<IReadOnlyList<DemoPerson>>([]);

    public Task<Account?> Find(string email) => Task.FromResult<Account?>(null);
}

/// <summary>The demo's invented people who have an account.</summary>
internal sealed class InventedPeople(AppDb db, OurTime time) : IDemoPeople
{
    public async Task<IReadOnlyList<DemoPerson>> All()
    {
        var today = time.Today;
        var rows = await (
            from held in Rights.Held(db, db.Users.Select(a => a.PersonId), today) // also whoever is only a member
            join account in db.Users on held.PersonId equals account.PersonId
            join person in db.People on held.PersonId equals person.Id
            join role in db.Roles on held.RoleId equals role.Id
            join unit in db.Units on held.UnitId equals unit.Id
            orderby role.Order, unit.Kind, unit.Name, person.Name
            select new DemoPerson(account.Email!, person.Name, role.Name + ", " + unit.Name)).ToListAsync();
        return [.. rows.DistinctBy(r => r.Email)]; // most are members besides: what they are first tells what they see
    }

    public Task<Account?> Find(string email) => db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == Account.Normalized(email));
}
