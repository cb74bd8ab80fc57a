using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Reminding;

/// <summary>Opens a link while its person may still speak for its commitment; else nothing, and nothing tells why.</summary>
internal sealed class ReminderLinks(AppDb db, IWaysIn ways, Carried carried, Silence silence, OurTime time)
{
    public async Task<Opened?> Open(string token)
    {
        var (hash, now) = (ReminderLink.Hash(token), time.Now);
        var link = await db.ReminderLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.ExpiresAt > now);
        return link is null ? null : await Open(link);
    }

    /// <summary>Whether the person has an assignment today in the plan's unit or below it.</summary>
    public Task<bool> IsPresent(Id<Person> person, Plan plan)
    {
        var today = time.Today;
        return (
            from assignment in db.Assignments
            where assignment.PersonId == person && assignment.From <= today && (assignment.To == null || today <= assignment.To)
            join unit in db.Units on assignment.UnitId equals unit.Id
            where unit.Path.StartsWith(db.Units.Single(u => u.Id == plan.UnitId).Path)
            select assignment).AnyAsync();
    }

    /// <summary>A link to the most urgent of the others in the same letter that still need a word. Saved with what was said.</summary>
    public async Task<string?> Next(Opened opened)
    {
        var was = opened.Link;
        var others = await db.ReminderLinks.AsNoTracking()
            .Where(l => l.PersonId == was.PersonId && l.ExpiresAt == was.ExpiresAt && l.CommitmentId != was.CommitmentId).ToListAsync();
        var waiting = new List<Opened>();
        foreach (var other in others.DistinctBy(l => l.CommitmentId))
        {
            if (await Open(other) is { } found && await silence.NeedsWord(found.Row, found.Version, found.Plan))
                waiting.Add(found);
        }
        if (waiting.OrderBy(w => Silence.Order(w.Row)).FirstOrDefault() is not { } first)
            return null;
        var (link, token) = ReminderLink.Give(first.Row.Commitment.Id, first.Version.Id, was.PersonId, was.Stamp, was.ExpiresAt);
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
        if (found is null || (await ways.Of(link.PersonId))?.Stamp != link.Stamp || !await IsPresent(link.PersonId, found.plan))
            return null;
        var rows = await carried.Find(found.plan, db.Commitments.Include(c => c.Passages.Where(p => p.VersionId == link.VersionId))
            .Where(c => c.Id == link.CommitmentId && c.Review == ReviewState.Accepted && (c.OwnerId == link.PersonId || c.DeputyId == link.PersonId)));
        return rows.Count == 0 ? null : new Opened(link, found.plan, found.version, rows[0]);
    }

    internal sealed record Opened(ReminderLink Link, Plan Plan, PlanVersion Version, CarriedRow Row)
    {
        /// <summary>The plan's words.</summary>
        public string Words => Row.Commitment.WordsIn(Version);

        public DateOnly Due => Silence.Due(Row, Plan);
    }
}
