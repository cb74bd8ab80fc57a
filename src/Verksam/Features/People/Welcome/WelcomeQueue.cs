using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>Somebody new in a list.</summary>
internal sealed record WaitingRow(
    Id<WelcomeCase> Id, Id<Person> PersonId, string Name, string Unit, string Path, WelcomeCause Cause, DateOnly Since, DateOnly Due, DateOnly? TryAgainOn)
{
    public required Id<Person>? ContactId { get; init; }
    public required string? Contact { get; init; }
    public required bool IsLateTold { get; init; }

    /// <summary>There is a number or an address, or the way goes by the protection.</summary>
    public required bool HasWay { get; init; }

    public DateOnly? EndedOn { get; init; }
    public WelcomeEnd? End { get; init; }
    public bool IsInvited { get; init; }
}

/// <summary>Who waits, the most urgent first; last those whom nobody need try today: to be called another day, in the order of the days, or not to be reached.</summary>
internal sealed class WelcomeQueue(AppDb db, CurrentUser me, IWaysIn ways, OurTime time)
{
    private const int Most = 500, MostContacts = 300;

    /// <param name="below">Only in the unit at this place and below.</param>
    /// <param name="among">Only these; null for all.</param>
    public async Task<IReadOnlyList<WaitingRow>> Waiting(string? below, IQueryable<Person>? among = null)
    {
        var today = time.Today;
        var cases = db.WelcomeCases.VisibleTo(me, db, today).Where(c => c.EndedOn == null);
        return await Rows((among is null ? cases : cases.Where(c => among.Any(p => p.Id == c.PersonId)))
            .OrderBy(c => (c.TryAgainOn != null && c.TryAgainOn > today) || !db.People.Any(p => p.Id == c.PersonId && (p.IsProtected || p.Phone != null || p.Email != null)))
            .ThenBy(c => c.TryAgainOn > today ? c.TryAgainOn : c.Due).ThenBy(c => c.Since).ThenBy(c => c.Id), below).Take(Most).ToListAsync();
    }

    /// <summary>Those who are done since a day, the latest first.</summary>
    public async Task<IReadOnlyList<WaitingRow>> Done(string? below, DateOnly since) =>
        await Rows(db.WelcomeCases.VisibleTo(me, db, time.Today).Where(c => c.EndedOn >= since && (c.End == WelcomeEnd.Contacted || c.End == WelcomeEnd.DoesNotWant))
            .OrderByDescending(c => c.EndedOn).ThenBy(c => c.Id), below).Take(Most).ToListAsync();

    /// <summary>The cases of the one who opens <paramref name="of"/>: one's own, else all one sees.</summary>
    public async Task<IReadOnlyList<WaitingRow>> Beside(WelcomeCase of)
    {
        var waiting = await Waiting(null);
        return of.ContactId?.Value == me.PersonId ? [.. waiting.Where(w => w.ContactId == of.ContactId)] : waiting;
    }

    /// <summary>Those who may become somebody's contact person: whoever one sees who has a way in.</summary>
    public async Task<IReadOnlyList<(Id<Person> Id, string Name)>> Possible()
    {
        var order = db.SwedishOrder;
        var people = await db.People.VisibleTo(me, db).Where(p => ways.Holders.Contains(p.Id) && !p.IsProtected)
            .OrderBy(p => EF.Functions.Collate(p.NameFolded, order)).Select(p => new { p.Id, p.Name }).Take(MostContacts).ToListAsync();
        return people.ConvertAll(p => (p.Id, p.Name));
    }

    private IQueryable<WaitingRow> Rows(IQueryable<WelcomeCase> cases, string? below) =>
        from one in cases
        join person in db.People on one.PersonId equals person.Id
        join unit in db.Units on one.UnitId equals unit.Id
        where below == null || unit.Path.StartsWith(below)
        from contact in db.People.Where(p => p.Id == one.ContactId).DefaultIfEmpty()
        select new WaitingRow(one.Id, one.PersonId, person.Name, unit.Name, unit.Path, one.Cause, one.Since, one.Due, one.TryAgainOn)
        {
            ContactId = one.ContactId,
            Contact = contact == null ? null : contact.Name,
            IsLateTold = db.WelcomeNudges.Any(n => n.CaseId == one.Id && n.Stage >= NudgeStage.Board),
            HasWay = person.IsProtected || person.Phone != null || person.Email != null,
            EndedOn = one.EndedOn,
            End = one.End,
            IsInvited = db.WelcomeInvitations.Any(i => i.CaseId == one.Id),
        };
}
