using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;

namespace Verksam.Features.Accounts;

/// <summary>The letter to somebody who has been let in, with a link that is good for eight days.</summary>
internal sealed class InvitationLetter(
    AppDb db, IDataProtectionProvider protection, Installation installation, TimeProvider clock, Texts texts) : ILetterKind
{
    private readonly IDataProtector _box = protection.CreateProtector("invitation letter");

    public string Kind => "invitation";

    public string NameKey => "Accounts.Letters.Invitation";

    public Letter Write(SignInTicket ticket, Person person, string token, Guid inviter, DateTimeOffset now) =>
        new(Kind, person.Id.Value, now, _box.Protect($"{ticket.Id}.{token} {inviter}"), $"{Kind}:{ticket.Id}");

    public async Task<Composed?> Compose(Letter letter, CancellationToken cancelled)
    {
        if (letter.Secret is null || _box.Unprotect(letter.Secret).Split(' ') is not [var link, var by])
            return null;
        var person = new Id<Person>(letter.To);
        var ticket = Id<SignInTicket>.Parse(link.Split('.')[0], null);
        var now = clock.GetUtcNow();
        var to = await (
            from t in db.SignInTickets
            where t.Id == ticket && t.UsedAt == null && t.ExpiresAt > now
            join a in db.Users on t.AccountId equals a.Id
            join p in db.People on a.PersonId equals p.Id
            where p.Id == person
            select new { a.Email, p.Name }).SingleOrDefaultAsync(cancelled);
        if (to?.Email is null)
            return null;
        var inviter = Id<Person>.Parse(by, null);
        var organisation = await db.Units.Where(u => u.ParentId == null).Select(u => u.Name).FirstOrDefaultAsync(cancelled)
            ?? Brand.Nobody.Name;
        var who = await db.People.Where(p => p.Id == inviter).Select(p => p.Name).SingleOrDefaultAsync(cancelled) ?? organisation;
        return new Composed(to.Email, to.Name, texts["Accounts.Invitation.Subject", organisation],
            texts["Accounts.Invitation.Text", to.Name, who, organisation, $"{installation.PublicUrl}/logga-in/lank/{link}"]);
    }
}
