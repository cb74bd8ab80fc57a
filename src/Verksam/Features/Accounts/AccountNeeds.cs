using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Accounts;

/// <summary>Letters that did not arrive, for those who look after the program.</summary>
internal sealed class LetterNeeds(AppDb db, CurrentUser me, Texts texts) : INeedsSomebody
{
    private const int DaysBack = 30;

    public string Kind => "brev";

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        if (!me.Can(Permission.Administer))
            return [];
        var since = db.Clock.GetUtcNow().AddDays(-DaysBack);
        var found = await db.Letters.Where(l => l.State == LetterState.Failed && l.DueAt > since).GroupBy(_ => 1).Select(g => new { Count = g.Count(), First = g.Min(l => l.DueAt) }).SingleOrDefaultAsync();
        return found is null ? [] : [new Need(Kind, texts.Capital(texts.Count("Accounts.Need.Failed", found.Count)), texts["Accounts.Need.FailedWhy"], "at-risk", Takes.Mending)
        {
            Since = OurTime.DayOf(found.First),
            Acts = [new(texts["Accounts.Need.SeeLetters"], "/brev?lage=Failed")],
        }];
    }
}

/// <summary>Those who were let in and never came, and whose invitation has run out; for those who may invite them.</summary>
internal sealed class AccountNeeds(AppDb db, CurrentUser me, Texts texts) : INeedsSomebody
{
    private const int Most = 10;

    public string Kind => "konton";

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (now, units) = (db.Clock.GetUtcNow(), db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id));
        var found = await (
            from account in db.Users
            where account.LastSignIn == null && db.SignInTickets.Any(t => t.AccountId == account.Id) && !db.SignInTickets.Any(t => t.AccountId == account.Id && t.ExpiresAt > now)
            join person in db.People.VisibleTo(me, db) on account.PersonId equals person.Id
            where !person.IsProtected && units.Contains(person.UnitId)
            select person.Id).Take(most).ToListAsync();
        return found.Count == 0 ? [] : [new Need(Kind, texts.Capital(texts.Count("Accounts.Need.Waiting", found.Count)), texts["Accounts.Need.WaitingWhy"], "on-track", Takes.Mending * Math.Min(found.Count, Most))
        {
            Acts = [new(texts.Form("Accounts.Need.Invite", found.Count), $"/manniskor/{found[0]}/konto")],
        }];
    }
}
