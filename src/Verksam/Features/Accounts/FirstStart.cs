using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Verksam.Features.People;
using Verksam.Features.People.Offers;
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
internal sealed class FirstStart(AppDb db, WordsShelf words, Texts texts, OurTime time, IPasswordHasher<Account> hasher)
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
        db.Actor.Is(null, "set-up");
        await db.SaveChangesAsync();
        return secret;
    }

    public async Task<bool> Opens(string secret) =>
        !await IsDone()
        && await db.Settings.Where(s => s.Name == LinkSetting).Select(s => s.Value).SingleOrDefaultAsync() is { } hash
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(Hash(secret)));

    /// <summary>What was saved in the first step, if anything.</summary>
    public async Task<(Unit Root, IReadOnlyList<string> Associations)?> Saved()
    {
        var units = await db.Units.AsNoTracking().ToListAsync();
        return units.Find(u => u.IsRoot) is { } root ? (root, [.. Tree.Lines(units)]) : null;
    }

    /// <summary>Somebody who goes back to this step starts it over: what was there gives way to what is written now.</summary>
    /// <param name="preset">Whose words it begins with: see <see cref="Presets"/>.</param>
    public async Task<Refusal?> CreateOrganisation(string name, UnitKind kind, string colour, IEnumerable<string> associations, string preset)
    {
        db.Actor.Is(null, "set-up");
        if (Tree.Plant(name, kind, colour, associations, out var units) is { } refusal)
            return refusal;
        await using var whole = await OneAtATime();
        db.Skills.RemoveRange(await db.Skills.ToListAsync());
        db.Units.RemoveRange(await db.Units.ToListAsync());
        db.Units.AddRange(units);
        db.Skills.AddRange(UsualSkills.For(units[0], texts));
        if (!await db.Roles.AnyAsync())
            db.Roles.AddRange(StandardRoles.Create(key => texts[key]));
        await words.Set(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Presets.Words(preset, texts));
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        return null;
    }

    public async Task<(Account? Account, Refusal? Refusal)> CreateAdministrator(string name, string email, string? password)
    {
        db.Actor.Is(null, "set-up");
        await using var whole = await OneAtATime();
        if (await IsDone())
            return (null, AccountRefusals.AlreadyStarted);
        var root = await db.Units.SingleAsync(u => u.ParentId == null);
        var role = await db.Roles.SingleAsync(r => r.Code == StandardRoles.Administrator);
        var person = Person.Welcome(name, email, null, root.Id);
        var account = new Account(person.Id, email);
        if (password is not null && Passwords.Set(account, password, hasher) is { } refusal)
            return (null, refusal);
        db.AddRange(person, account, Assignment.Give(person.Id, role.Id, root.Id, time.Today));
        db.Settings.RemoveRange(await db.Settings.Where(s => s.Name == LinkSetting).ToListAsync());
        await db.SaveChangesAsync();
        await whole.CommitAsync();
        return (account, null);
    }

    // two presses on the button: the second waits at the link's row until the first has done
    private async Task<IDbContextTransaction> OneAtATime()
    {
        var transaction = await db.Database.BeginTransactionAsync();
        await db.Settings.Where(s => s.Name == LinkSetting).ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, s => s.Value));
        return transaction;
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
