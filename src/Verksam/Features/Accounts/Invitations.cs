using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;

namespace Verksam.Features.Accounts;

/// <summary>Lets people in, and out. Whoever does it must have all the rights that the other one has.</summary>
internal sealed class Invitations(AppDb db, CurrentUser me, IWaysIn ways, InvitationLetter letter, OurTime time)
{
    /// <summary>An account and a letter with a link; a second time a new letter.</summary>
    public async Task<Refusal?> Invite(Person person)
    {
        if (person.Email is not { } email)
            return AccountRefusals.AddressMissing;
        if (!await Rights.Cover(me, db, person.Id, time.Today))
            return PeopleRefusals.MoreThanOwn;
        var account = await db.Users.SingleOrDefaultAsync(a => a.PersonId == person.Id);
        if (account is null)
        {
            var normalized = Account.Normalized(email);
            if (await db.Users.AnyAsync(a => a.NormalizedEmail == normalized))
                return AccountRefusals.AddressTaken;
            db.Users.Add(account = new Account(person.Id, email));
        }
        var (ticket, token) = SignInTicket.Invite(account.Id, time.Now);
        db.SignInTickets.Add(ticket);
        db.Letters.Add(letter.Write(ticket, person, token, me.PersonId, time.Now));
        db.Note(AuditKind.Created, nameof(Account), person.Id.Value);
        return null;
    }

    /// <summary>Whoever has lost the second step comes in with the first, and adds another.</summary>
    public async Task<Refusal?> Reset(Person person)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.PersonId == person.Id) is not { } account)
            return null;
        if (!await Rights.Cover(me, db, person.Id, time.Today))
            return PeopleRefusals.MoreThanOwn;
        await TwoStepReset.Of(account, db);
        return null;
    }

    /// <summary>The account is gone with its sessions and links; the person and all that was done stays.</summary>
    public async Task<Refusal?> End(Person person)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.PersonId == person.Id) is not { } account)
            return null;
        if (!await Rights.Cover(me, db, person.Id, time.Today))
            return PeopleRefusals.MoreThanOwn;
        if (!await Administrators.RemainWithout(db, ways, person.Id, time.Today))
            return PeopleRefusals.LastAdministrator;
        db.Users.Remove(account);
        db.Note(AuditKind.Removed, nameof(Account), person.Id.Value);
        return null;
    }
}
