using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Accounts;

/// <summary>The ways in. Nothing here tells, by its answer or its time, whether an address has an account.</summary>
internal sealed class SignIn(AppDb db, TimeProvider clock, SignInLetter letter, OutboxBell bell, IPasswordHasher<Account> hasher)
{
    private const int MostFailures = 5;

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    // verified when there is no account, so that both answers take as long; the hash of nothing anybody has
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.CreateVersion7().ToString());

    /// <summary>Sends a link and a code; the ticket to type the code at.</summary>
    public async Task<Id<SignInTicket>> SendLink(string email, bool remember)
    {
        var account = await Find(email);
        var (ticket, token, code) = SignInTicket.Issue(account?.Id, remember, clock.GetUtcNow());
        db.SignInTickets.Add(ticket);
        if (account is not null)
            db.Letters.Add(letter.Write(ticket, account, token, code, clock.GetUtcNow()));
        await db.SaveChangesAsync();
        bell.Ring();
        return ticket.Id;
    }

    public async Task<(Account? Account, bool Remember, Refusal? Refusal)> WithCode(Id<SignInTicket> id, string code)
    {
        if (await db.SignInTickets.SingleOrDefaultAsync(t => t.Id == id) is not { } ticket)
            return (null, false, AccountRefusals.TicketSpent);
        return await Enter(ticket, ticket.UseCode(code, clock.GetUtcNow()));
    }

    public async Task<(Account? Account, bool Remember, Refusal? Refusal)> WithToken(Id<SignInTicket> id, string token)
    {
        if (await db.SignInTickets.SingleOrDefaultAsync(t => t.Id == id) is not { } ticket)
            return (null, false, AccountRefusals.TicketSpent);
        return await Enter(ticket, ticket.UseToken(token, clock.GetUtcNow()));
    }

    public async Task<(Account? Account, Refusal? Refusal)> WithPassword(string email, string password)
    {
        var account = await Find(email);
        var right = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
        if (account is null)
            return (null, AccountRefusals.WrongPassword);
        if (account.PasswordHash is null || !right || account.LockoutEnd > clock.GetUtcNow())
        {
            CountFailure(account);
            await db.SaveChangesAsync();
            return (null, AccountRefusals.WrongPassword);
        }
        account.AccessFailedCount = 0;
        account.LastSignIn = clock.GetUtcNow();
        await db.SaveChangesAsync();
        return (account, null);
    }

    private async Task<(Account?, bool, Refusal?)> Enter(SignInTicket ticket, Refusal? refusal)
    {
        var account = refusal is null ? await db.Users.SingleAsync(a => a.Id == ticket.AccountId) : null;
        if (account is not null)
            account.LastSignIn = clock.GetUtcNow();
        await db.SaveChangesAsync();
        return (account, ticket.Remember, refusal);
    }

    private Task<Account?> Find(string email)
    {
        var normalized = Account.Normalized(email);
        return db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized);
    }

    private void CountFailure(Account account)
    {
        account.AccessFailedCount++;
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString(); // two failures at once are both counted
        if (account.AccessFailedCount < MostFailures)
            return;
        account.AccessFailedCount = 0;
        account.LockoutEnd = clock.GetUtcNow() + Lockout;
    }
}
