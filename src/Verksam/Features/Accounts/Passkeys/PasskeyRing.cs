using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts.Devices;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.Accounts.Passkeys;

/// <summary>What the browser hands to the device: what to sign, and where the answer belongs.</summary>
/// <param name="Options">As WebAuthn has it in JSON (W3C Web Authentication Level 3, 5.1.8 and 5.1.9).</param>
internal sealed record PasskeyOffer(string Challenge, JsonElement Options);

/// <summary>
/// Passkeys: a device's lock instead of a letter. The device asks for finger, face or PIN each time, so a passkey is two factors by itself.
/// </summary>
internal sealed class PasskeyRing(AppDb db, UserManager<Account> users, IPasskeyHandler<Account> handler, IHttpContextAccessor asked)
{
    public Task<IList<UserPasskeyInfo>> Of(Account account) => users.GetPasskeysAsync(account);

    public async Task<PasskeyOffer> OfferNew(Account account, string name)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = name }, asked.HttpContext!);
        return await Keep(account.Id, made.AttestationState, made.CreationOptionsJson);
    }

    public async Task<PasskeyOffer> OfferEntry()
    {
        var made = await handler.MakeRequestOptionsAsync(null, asked.HttpContext!);
        return await Keep(null, made.AssertionState, made.RequestOptionsJson);
    }

    public async Task<Refusal?> Add(Account account, Id<PasskeyChallenge> challenge, string credential)
    {
        if (await Take(challenge, account.Id) is not { } state)
            return AccountRefusals.PasskeySpent;
        var http = asked.HttpContext!;
        var answer = await Answered(() => handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state }));
        if (answer is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } user } || user.Id != account.Id.ToString())
            return AccountRefusals.PasskeyRefused;
        passkey.Name = DeviceNames.Of(http.Request.Headers.UserAgent);
        db.Note(AuditKind.Changed, nameof(Account), account.PersonId.Value);
        return (await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded ? null : AccountRefusals.PasskeyRefused;
    }

    /// <summary>Who the device says it is; the same answer a second time is nobody.</summary>
    public async Task<(Account? Account, Refusal? Refusal)> Enter(Id<PasskeyChallenge> challenge, string credential)
    {
        if (await Take(challenge, null) is not { } state)
            return (null, AccountRefusals.PasskeySpent);
        var answer = await Answered(() => handler.PerformAssertionAsync(new() { HttpContext = asked.HttpContext!, CredentialJson = credential, AssertionState = state }));
        if (answer is not { Succeeded: true, User: { } account, Passkey: { } passkey })
            return (null, AccountRefusals.PasskeyRefused);
        account.LastSignIn = db.Clock.GetUtcNow();
        await users.AddOrUpdatePasskeyAsync(account, passkey); // how many times it has signed
        return (account, null);
    }

    public async Task Remove(Account account, string id)
    {
        var key = (await Of(account)).FirstOrDefault(k => IdOf(k) == id);
        if (key is null)
            return;
        db.Note(AuditKind.Changed, nameof(Account), account.PersonId.Value);
        await users.RemovePasskeyAsync(account, key.CredentialId);
    }

    public static string IdOf(UserPasskeyInfo passkey) => Convert.ToHexStringLower(passkey.CredentialId);

    // what comes from outside may be anything: it is refused, never an error of ours
    private static async Task<T?> Answered<T>(Func<Task<T>> ask) where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception trouble) when (trouble is PasskeyException or JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<PasskeyOffer> Keep(Guid? account, string? state, string options)
    {
        var now = db.Clock.GetUtcNow();
        await db.PasskeyChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync();
        var challenge = new PasskeyChallenge(account, state ?? "", now);
        db.PasskeyChallenges.Add(challenge);
        await db.SaveChangesAsync();
        return new PasskeyOffer(challenge.Id.ToString(), JsonElement.Parse(options));
    }

    private async Task<string?> Take(Id<PasskeyChallenge> id, Guid? account)
    {
        var now = db.Clock.GetUtcNow();
        var challenge = await db.PasskeyChallenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.AccountId == account && c.ExpiresAt > now);
        return challenge is not null && await db.PasskeyChallenges.Where(c => c.Id == id).ExecuteDeleteAsync() == 1 ? challenge.State : null;
    }
}
