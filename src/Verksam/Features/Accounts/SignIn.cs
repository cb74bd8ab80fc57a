using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Accounts;

/// <summary>What became of a link or a code: a way in and where it leads, or why not.</summary>
internal sealed record Entry(Account? Account, SignInTicket? Ticket, Refusal? Refusal)
{
    public static readonly Entry Spent = new(null, null, AccountRefusals.TicketSpent);
}

/// <summary>The ways in. Nothing here tells, by its answer or its time, whether an address has an account.</summary>
internal sealed class SignIn(AppDb db, TimeProvider clock, SignInLetter letter, OutboxBell bell, IPasswordHasher<Account> hasher)
{
    private const int MostFailures = 5;

    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    // verified when there is no account, so that both answers take as long; the hash of nothing anybody has
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.CreateVersion7().ToString());

    /// <summary>False until the first start is done.</summary>
    public Task<bool> AnybodyCan() => db.Users.AnyAsync();

    /// <summary>Sends a link and a code; the ticket to type the code at.</summary>
    public async Task<Id<SignInTicket>> SendLink(string email, bool remember, string? till = null)
    {
        var account = await Find(email);
        var (ticket, token, code) = SignInTicket.Issue(account?.Id, remember, till, clock.GetUtcNow());
        db.SignInTickets.Add(ticket);
        if (account is not null)
            db.Letters.Add(letter.Write(ticket, account, token, code, clock.GetUtcNow()));
        await db.SaveChangesAsync();
        bell.Ring();
        return ticket.Id;
    }

    public async Task<Entry> WithCode(Id<SignInTicket> id, string code)
    {
        if (await db.SignInTickets.SingleOrDefaultAsync(t => t.Id == id) is not { } ticket)
            return Entry.Spent;
        return await Enter(ticket, ticket.UseCode(code, clock.GetUtcNow()));
    }

    public async Task<Entry> WithToken(Id<SignInTicket> id, string token)
    {
        if (await db.SignInTickets.SingleOrDefaultAsync(t => t.Id == id) is not { } ticket)
            return Entry.Spent;
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

    private async Task<Entry> Enter(SignInTicket ticket, Refusal? refusal)
    {
        var account = refusal is null ? await db.Users.SingleAsync(a => a.Id == ticket.AccountId) : null;
        if (account is not null)
            account.LastSignIn = clock.GetUtcNow();
        await db.SaveChangesAsync();
        return new Entry(account, ticket, refusal);
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
