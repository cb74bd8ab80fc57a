using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Accounts;

/// <summary>
/// The first start: until somebody has an account, a one-time link, told on the console only, lets one person in to
/// create the organisation and oneself. Only the link's hash is kept.
/// </summary>
internal sealed class FirstStart(AppDb db, Actor actor, Texts texts, OurTime time, OurColours colours, IPasswordHasher<Account> hasher)
{
    private const string LinkSetting = "first-start-link";

    public Task<bool> IsDone() => db.Users.AnyAsync();

    /// <summary>A fresh link's secret; the one before stops working.</summary>
    public async Task<string> NewLink()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == LinkSetting);
        if (setting is null)
            db.Settings.Add(setting = new Setting(LinkSetting, ""));
        setting.Value = Hash(secret);
        actor.Is(null, "set-up");
        await db.SaveChangesAsync();
        return secret;
    }

    public async Task<bool> Opens(string secret) =>
        !await IsDone()
        && await db.Settings.Where(s => s.Name == LinkSetting).Select(s => s.Value).SingleOrDefaultAsync() is { } hash
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(Hash(secret)));

    public async Task<Refusal?> CreateOrganisation(string name, UnitKind kind, string colour, IEnumerable<string> associations)
    {
        actor.Is(null, "set-up");
        await db.Units.Where(u => u.ParentId != null).ExecuteDeleteAsync();
        await db.Units.ExecuteDeleteAsync(); // somebody who goes back to this step starts it over
        if (Tree.Plant(name, kind, colour, associations, out var units) is { } refusal)
            return refusal;
        db.Units.AddRange(units);
        if (!await db.Roles.AnyAsync())
            db.Roles.AddRange(StandardRoles.Create(key => texts[key]));
        await db.SaveChangesAsync();
        colours.Forget();
        return null;
    }

    public async Task<(Account? Account, Refusal? Refusal)> CreateAdministrator(string name, string email, string? password)
    {
        actor.Is(null, "set-up");
        var root = await db.Units.SingleAsync(u => u.ParentId == null);
        var role = await db.Roles.SingleAsync(r => r.Code == StandardRoles.Administrator);
        var person = Person.Welcome(name, email, null, root.Id);
        var account = new Account(person.Id, email);
        if (password is not null && Passwords.Set(account, password, hasher) is { } refusal)
            return (null, refusal);
        db.AddRange(person, account, Assignment.Give(person.Id, role.Id, root.Id, time.Today));
        db.Settings.RemoveRange(await db.Settings.Where(s => s.Name == LinkSetting).ToListAsync());
        await db.SaveChangesAsync();
        return (account, null);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
