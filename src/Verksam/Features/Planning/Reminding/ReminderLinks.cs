using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Reminding;

/// <summary>Opens a link while its person may still speak for its commitment; else nothing, and nothing tells why.</summary>
internal sealed class ReminderLinks(AppDb db, IWaysIn ways, Carried carried, Silence silence, OurTime time)
{
    public async Task<Opened?> Open(string token)
    {
        var (hash, now) = (Secrets.Sum(token), time.Now);
        var link = await db.ReminderLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.ExpiresAt > now);
        return link is null ? null : await Open(link);
    }

    /// <summary>Whether the person has an assignment today in the unit or below it, or is a member there.</summary>
    public Task<bool> IsPresent(Id<Person> person, Id<Unit> place)
    {
        var today = time.Today;
        return (
            from held in Rights.Held(db, db.People.Where(p => p.Id == person).Select(p => p.Id), today)
            join unit in db.Units on held.UnitId equals unit.Id
            where unit.Path.StartsWith(db.Units.Single(u => u.Id == place).Path)
            select held).AnyAsync();
    }

    /// <summary>A link to the most urgent of the others in the same letter that still need a word. Saved with what was said.</summary>
    public async Task<string?> Next(Opened opened)
    {
        var was = opened.Link;
        var others = await db.ReminderLinks.AsNoTracking()
            .Where(l => l.PersonId == was.PersonId && l.ExpiresAt == was.ExpiresAt && (l.CommitmentId != was.CommitmentId || l.PartId != was.PartId)).ToListAsync();
        var waiting = new List<Asked>();
        foreach (var other in others.DistinctBy(l => (l.CommitmentId, l.PartId)))
        {
            if (await Open(other) is { } found && await silence.NeedsWord(found.Asked))
                waiting.Add(found.Asked);
        }
        if (waiting.MinBy(w => w.Order) is not { } first)
            return null;
        var (link, token) = ReminderLink.Give(first.Key, was.PersonId, was.Stamp, was.ExpiresAt);
        db.ReminderLinks.Add(link);
        return token;
    }

    private async Task<Opened?> Open(ReminderLink link)
    {
        var found = await (
            from version in db.PlanVersions.AsNoTracking()
            where version.Id == link.VersionId && version.State == VersionState.Adopted
            join plan in db.Plans.AsNoTracking() on version.PlanId equals plan.Id
            select new { version, plan }).SingleOrDefaultAsync();
        if (found is null || (await ways.Of(link.PersonId))?.Stamp != link.Stamp)
            return null;
        var rows = await carried.Find(found.plan, db.Commitments.Include(c => c.Passages.Where(p => p.VersionId == link.VersionId))
            .Where(c => c.Id == link.CommitmentId && c.Review == ReviewState.Accepted));
        var asked = rows.Select(r => new Asked(found.plan, found.version, r, r.Parts.FirstOrDefault(p => p.Part.Id == link.PartId)))
            .SingleOrDefault(a => link.PartId is null ? a.Row.Commitment.IsCarriedBy(link.PersonId) : a.Part?.Part.OwnerId == link.PersonId);
        return asked is not null && await IsPresent(link.PersonId, asked.UnitId) ? new Opened(link, asked) : null;
    }

    internal sealed record Opened(ReminderLink Link, Asked Asked);
}
