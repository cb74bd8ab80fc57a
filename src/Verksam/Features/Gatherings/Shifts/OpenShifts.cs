using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Fitting;
using Verksam.Features.People.Offers;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>Shifts with an open place, soon, in gatherings that whoever asks may see.</summary>
internal sealed class OpenShifts(AppDb db, Seen seen, GatheringWords words, Texts texts) : IFitting
{
    private const int Most = 3, MostRead = 100;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(45);

    public string Key => "pass";

    public string Name => "Shifts.Fitting";

    public async Task<IReadOnlyList<Fit>> Of(FitAsk ask)
    {
        var found = await For(ask.Who.Person.Id, ask.Line);
        if (!ask.Who.IsOwn)
        {
            // somebody else asks those who arrange it
            var ids = found.Select(f => f.Gathering.Id).ToHashSet();
            var mine = await db.Gatherings.EditableBy(ask.Who.Me, db).Where(g => ids.Contains(g.Id)).Select(g => g.Id).ToListAsync();
            found = [.. found.Where(f => mine.Contains(f.Gathering.Id))];
        }
        return [.. found.Take(Most).Select(f => new Fit(texts["Shifts.Fit", f.Gathering.Title, words.Moment(f.Starts, f.Shift.Ends(f.Gathering.Starts))],
            ask.Who.IsOwn ? $"/aktiviteter/{f.Gathering.Id}/mitt-pass/{f.Shift.Id}" : $"/aktiviteter/{f.Gathering.Id}/pass/{f.Shift.Id}?namn={Uri.EscapeDataString(ask.Who.Person.Name)}#passar"))];
    }

    /// <summary>Those that fit the person best first: what one can or likes, when one is free, and then the next. What one stands on or has said no to is not there.</summary>
    /// <param name="line">The person's unit and those above it.</param>
    public async Task<IReadOnlyList<Open>> For(Id<Person> person, IReadOnlyList<Id<Unit>> line)
    {
        var (now, skills, free) = (db.Clock.GetUtcNow(), await db.PersonSkills.Where(s => s.PersonId == person && (s.Can || s.Likes)).Select(s => s.SkillId).ToListAsync(),
            await db.FreeTimes.Where(f => f.PersonId == person).Select(f => f.Mask).SingleOrDefaultAsync());
        var until = now + Soon;
        var near = (await seen.All()).AsNoTracking().Where(g => g.State == GatheringState.Published && g.Ends > now && g.Starts < until
            && (line.Contains(g.UnitId) || db.CoArrangers.Any(c => c.GatheringId == g.Id && line.Contains(c.UnitId)) || db.PersonPlaces.Any(p => p.PersonId == person && p.UnitId == g.UnitId)));
        var rows = await (
            from shift in db.Shifts.AsNoTracking()
            where shift.Need > db.ShiftPlaces.Count(p => p.ShiftId == shift.Id && (p.State == PlaceState.Taken || p.State == PlaceState.Asked))
                && !db.ShiftPlaces.Any(p => p.ShiftId == shift.Id && p.PersonId == person && p.State != PlaceState.Listed && p.State != PlaceState.Silent)
            join gathering in near on shift.GatheringId equals gathering.Id
            orderby gathering.Starts, shift.After, shift.Id
            select new { gathering, shift }).Take(MostRead).ToListAsync();
        var stands = await MyShifts.Of(db, person, now);
        return [.. rows.Select(r => new Open(r.gathering, r.shift, r.shift.SkillId is { } skill && skills.Contains(skill), IsFree(free, r.shift.Starts(r.gathering.Starts)))).Where(r => r.Starts > now && !stands.Any(s => s.Starts < r.Shift.Ends(r.Gathering.Starts) && r.Starts < s.Ends))
            .OrderByDescending(r => r.Fits).ThenByDescending(r => r.IsFree).ThenBy(r => r.Starts)];
    }

    private static bool IsFree(int mask, DateTimeOffset at)
    {
        var (day, part) = WhoFits.WhenOf(at);
        return (mask & FreeTime.Bit(day, part)) != 0;
    }

    /// <param name="Fits">It is something that the person can or likes.</param>
    /// <param name="IsFree">When the person usually can.</param>
    internal sealed record Open(Gathering Gathering, Shift Shift, bool Fits, bool IsFree)
    {
        public DateTimeOffset Starts => Shift.Starts(Gathering.Starts);
    }
}
