using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.Accounts;

/// <inheritdoc cref="IWaysIn"/>
internal sealed class WaysIn(AppDb db) : IWaysIn
{
    public IQueryable<Id<Person>> Holders => db.Users.Select(a => a.PersonId);

    public Task<WayIn?> Of(Id<Person> person) =>
        db.Users.Where(a => a.PersonId == person).Select(a => new WayIn(a.Email!, a.LastSignIn, a.SecurityStamp!, a.RemindersPaused)).SingleOrDefaultAsync();

    public async Task<Refusal?> Follow(Person person)
    {
        var account = await db.Users.SingleAsync(a => a.PersonId == person.Id);
        if (person.Email is null)
            return AccountRefusals.AddressMissing;
        var normalized = Account.Normalized(person.Email);
        if (await db.Users.AnyAsync(a => a.NormalizedEmail == normalized && a.Id != account.Id))
            return AccountRefusals.AddressTaken;
        account.MoveTo(person.Email);
        db.Note(AuditKind.Changed, nameof(Account), person.Id.Value);
        return null;
    }
}
