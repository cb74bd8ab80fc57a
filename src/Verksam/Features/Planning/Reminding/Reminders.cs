using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Reminding;

/// <summary>
/// Every week: one letter to each who carries something that needs a word, or a row that says why there is none. The letter's key holds
/// person and week, so that nobody gets two however often this is run.
/// </summary>
internal sealed class Reminders(AppDb db, Carried carried, IWaysIn ways, ReminderLetter letter, Reminders.Parts parts) : IJob
{
    public const string JobName = "weekly-reminders";

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var now = parts.Time.Now;
        await db.ReminderLinks.Where(l => l.ExpiresAt < now).ExecuteDeleteAsync(cancelled);
        var day = OurTime.DayOf(dueAt).ToDateTime(TimeOnly.MinValue);
        var week = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}");
        foreach (var asked in await Reachable(await Waiting(cancelled)))
        {
            var key = $"{letter.Kind}:{asked.Key}:{week}";
            if (await db.Letters.AnyAsync(l => l.Key == key, cancelled))
                continue;
            await Write(asked.Key, [.. asked], key);
            await SaveUnlessWritten(key, cancelled);
        }
    }

    /// <summary>What needs a word, and from whom: the owner, or the deputy where there is no owner; of a unit's part whoever sees to it there.</summary>
    private async Task<List<Waits>> Waiting(CancellationToken cancelled)
    {
        var year = parts.Time.Today.Year;
        var plans = await (
            from version in db.PlanVersions.AsNoTracking()
            where version.State == VersionState.Adopted
            join plan in db.Plans.AsNoTracking() on version.PlanId equals plan.Id
            where plan.Year >= year // what was promised for a year that is over is history
            select new { version, plan }).ToListAsync(cancelled);
        var waiting = new List<Waits>();
        foreach (var p in plans)
        {
            foreach (var one in (await carried.Of(p.plan, p.version)).SelectMany(row => Carry(p.plan, p.version, row)))
            {
                if (await parts.Silence.NeedsWord(one.Asked))
                    waiting.Add(one);
            }
        }
        return waiting;
    }

    private static IEnumerable<Waits> Carry(Plan plan, PlanVersion version, CarriedRow row) =>
        row.Parts.Select(part => (Person: part.Part.OwnerId, Asked: new Asked(plan, version, row, part)))
            .Prepend((Person: row.Commitment.OwnerId ?? row.Commitment.DeputyId, Asked: new Asked(plan, version, row, Part: null)))
            .Where(c => c.Person is not null).Select(c => new Waits(c.Person!.Value, c.Asked));

    /// <summary>Each with the person to ask: the deputy where the owner cannot be reminded and the deputy can.</summary>
    private async Task<ILookup<Id<Person>, Waits>> Reachable(List<Waits> waiting)
    {
        var asked = new List<Waits>();
        foreach (var one in waiting)
        {
            asked.Add(one);
            if (one.Asked is { Part: null, Row.Commitment.DeputyId: { } deputy } && deputy != one.Person
                && !await CanBeReminded(one.Person, one.Asked) && await CanBeReminded(deputy, one.Asked))
                asked.Add(one with { Person = deputy });
        }
        return asked.ToLookup(w => w.Person);
    }

    private async Task<bool> CanBeReminded(Id<Person> person, Asked asked) =>
        await ways.Of(person) is { RemindersPaused: false } && await parts.Links.IsPresent(person, asked.UnitId);

    private async Task Write(Id<Person> person, IReadOnlyList<Waits> waiting, string key)
    {
        var now = parts.Time.Now;
        var (present, way) = (await Present(person, waiting), await ways.Of(person));
        if (WhyNot(way, await db.People.AnyAsync(p => p.Id == person && p.Email != null), present.Count > 0) is { } reason)
        {
            var skipped = new Letter(letter.Kind, person.Value, now, key: key);
            skipped.Skip(reason);
            db.Letters.Add(skipped);
            return;
        }
        var given = present.ConvertAll(asked => ReminderLink.Give(asked.Key, person, way!.Stamp, now + ReminderLink.Life));
        db.ReminderLinks.AddRange(given.Select(g => g.Link));
        db.Letters.Add(letter.Write(person, given.Select(g => g.Token), key, now));
    }

    private async Task<List<Asked>> Present(Id<Person> person, IReadOnlyList<Waits> waiting)
    {
        var present = new List<Asked>();
        foreach (var inUnit in waiting.Select(w => w.Asked).GroupBy(a => a.UnitId))
        {
            if (await parts.Links.IsPresent(person, inUnit.Key))
                present.AddRange(inUnit);
        }
        return [.. present.OrderBy(a => a.Order)];
    }

    private static string? WhyNot(WayIn? way, bool hasAddress, bool isPresent) =>
        way is null ? hasAddress ? SkipReasons.NoAccount : SkipReasons.NoAddress
        : way.RemindersPaused ? SkipReasons.Paused
        : isPresent ? null : SkipReasons.NoAssignment;

    private async Task SaveUnlessWritten(string key, CancellationToken cancelled)
    {
        try
        {
            await db.SaveChangesAsync(cancelled);
        }
        catch (DbUpdateException)
        {
            if (!await db.Letters.AnyAsync(l => l.Key == key, cancelled))
                throw; // else another node wrote the same row first: the letter is theirs, and so are the links in it
        }
        foreach (var written in db.ChangeTracker.Entries().Where(e => e.Entity is Letter or ReminderLink).ToList())
            written.State = EntityState.Detached;
    }

    private sealed record Waits(Id<Person> Person, Asked Asked);

    internal sealed class Parts(Silence silence, ReminderLinks links, OurTime time)
    {
        public Silence Silence => silence;
        public ReminderLinks Links => links;
        public OurTime Time => time;
    }
}
