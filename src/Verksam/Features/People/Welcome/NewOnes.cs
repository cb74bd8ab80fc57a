using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>
/// Sees to that everybody who is new has a case and a contact person. Found from the relations, by whatever road they came in, so that no road
/// can forget it; whoever joined long ago, or only moved, is not new. Safe to run twice, and on two nodes at once.
/// </summary>
internal sealed class NewOnes(AppDb db, Contacts contacts, OurTime time)
{
    /// <summary>Who joined earlier than this is known already when a register is brought in.</summary>
    public const int WindowDays = 60;

    public async Task Settle()
    {
        var today = time.Today;
        var paths = await db.Units.Select(u => new { u.Id, u.Path }).ToDictionaryAsync(u => u.Id, u => u.Path);
        var rules = await db.WelcomeRules.AsNoTracking().ToListAsync();
        db.WelcomeCases.AddRange((await Found(today)).Select(r => WelcomeCase.Joined(r, today, rules.In(paths[r.UnitId]).Days)));
        var open = await db.WelcomeCases.Where(c => c.EndedOn == null && c.Since <= today).ToListAsync();
        open.AddRange(db.WelcomeCases.Local.Where(c => db.Entry(c).State == EntityState.Added));
        await Follow(open, today);
        await Give([.. open.Where(c => c.IsOpen)], c => paths[c.UnitId], today);
        await Save();
    }

    private async Task<List<Relation>> Found(DateOnly today)
    {
        var first = today.AddDays(-WindowDays);
        var fresh = await db.Relations.AsNoTracking().On(today)
            .Where(r => r.Kind == RelationKind.Member && r.From >= first && !db.WelcomeCases.Any(c => c.RelationId == r.Id || (c.PersonId == r.PersonId && c.EndedOn == null))).ToListAsync();
        var people = fresh.Select(r => r.PersonId).ToList();
        var before = (await db.Relations.AsNoTracking().Where(r => r.Kind == RelationKind.Member && people.Contains(r.PersonId)).ToListAsync()).ToLookup(r => r.PersonId);
        return fresh.FindAll(r => !before[r.PersonId].Any(b => b.From < r.From && b.To >= r.From.AddDays(-1)));
    }

    /// <summary>Who has moved is welcomed where they are now; who has left is not called.</summary>
    private async Task Follow(List<WelcomeCase> open, DateOnly today)
    {
        var people = open.ConvertAll(c => c.PersonId);
        var now = (await db.Relations.AsNoTracking().On(today).Where(r => people.Contains(r.PersonId)).ToListAsync()).ToDictionary(r => r.PersonId);
        foreach (var one in open)
        {
            var relation = now.GetValueOrDefault(one.PersonId);
            if (relation?.Kind == RelationKind.Former || (one.Cause == WelcomeCause.Joined && relation?.Kind != RelationKind.Member))
                one.Close(WelcomeEnd.Left, today);
            else if (relation is not null && (relation.UnitId != one.UnitId || relation.Kind == RelationKind.Member))
                one.Follow(relation);
        }
    }

    private async Task Give(List<WelcomeCase> open, Func<WelcomeCase, string> pathOf, DateOnly today)
    {
        var choice = await contacts.On(today);
        var present = await contacts.Present([.. open.Select(c => c.ContactId).OfType<Id<Person>>().Distinct()], today);
        var people = open.ConvertAll(c => c.PersonId);
        var facts = await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Language, p.IsProtected }).ToDictionaryAsync(p => p.Id);
        foreach (var one in open.OrderBy(c => c.Due).ThenBy(c => c.Id.Value))
        {
            var (who, path) = (facts[one.PersonId], pathOf(one));
            if (choice.Keeps(one, path, who.IsProtected, present))
                continue;
            var given = choice.For(new(one.PersonId, path, who.Language, who.IsProtected));
            if (given?.Person != one.ContactId)
                one.GiveTo(given?.Person, given?.Rule ?? ContactRule.Pool, time.Now);
        }
    }

    private async Task Save()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException taken) when (taken is DbUpdateConcurrencyException || Database.IsBefore(taken))
        {
            db.ChangeTracker.Clear(); // another node, or somebody at the page, was first: it is settled, or will be the next time
        }
    }
}
