using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>
/// Who could stand on a shift, the best first, and why: can, likes, is free then, is near, has stood before, was not asked lately. Only those whom
/// whoever arranges may see; nobody who stands there or has said no, whose identity is protected or who has asked to be left in peace.
/// </summary>
internal sealed class WhoFits(AppDb db, CurrentUser me, Clashes clashes, OurTime time, Texts texts)
{
    public const int Most = 24;

    private const int Can = 4, Free = 3, Near = 3, Likes = 2, Wants = 2, Town = 1, HasStood = 1, AskedLately = -3;

    /// <summary>Nobody who was asked within so many days comes before who was not.</summary>
    private const int Rest = 30;

    /// <param name="name">Only those whose name has this; then also those whom nothing speaks for.</param>
    public async Task<IReadOnlyList<Fitting>> For(Gathering gathering, Shift shift, string? name)
    {
        var (day, part) = WhenOf(shift.Starts(gathering.Starts));
        var found = await Ranked(gathering, shift, FreeTime.Bit(day, part), OneLine.OrNull(name)).Take(Most).ToListAsync();
        var people = found.ConvertAll(f => f.Person.Id);
        var busy = (await clashes.Of(db.People.Where(p => people.Contains(p.Id)).Select(p => p.Id), gathering, shift)).ToLookup(c => c.Person);
        return [.. found.Where(f => !busy[f.Person.Id].Any(c => c.IsInTheWay)).Select(f => new Fitting(f.Person, [.. Why(f, day, part), .. busy[f.Person.Id].Take(1).Select(c => texts[$"Shifts.Why.{c.Word}"])], f.HasStood))];
    }

    /// <summary>Part of which day a time is, as people say when they can.</summary>
    public static (DayOfWeek Day, DayPart Part) WhenOf(DateTimeOffset at)
    {
        var here = OurTime.Here(at);
        return (here.DayOfWeek, here.Hour < 12 ? DayPart.Morning : here.Hour < 17 ? DayPart.Day : DayPart.Evening);
    }

    private IQueryable<Found> Ranked(Gathering gathering, Shift shift, int free, string? name)
    {
        var (all, rested) = (Described(gathering, shift, free), db.Clock.GetUtcNow().AddDays(-Rest));
        if (name is not null && AppDb.Folded(name) is var part)
            all = all.Where(f => f.Person.NameFolded.Contains(part));
        else
            all = all.Where(f => !f.IsListed && (f.Can || f.Likes || f.IsFree || f.IsNear || f.Wants || f.Town != null));
        return all
            .OrderByDescending(f => (f.Can ? Can : 0) + (f.Likes ? Likes : 0) + (f.IsFree ? Free : 0) + (f.IsNear ? Near : 0) + (f.Wants ? Wants : 0) + (f.Town != null ? Town : 0)
                + (f.HasStood ? HasStood : 0) + (f.AskedAt > rested ? AskedLately : 0))
            .ThenBy(f => f.AskedAt != null).ThenBy(f => f.AskedAt).ThenBy(f => f.Person.Id);
    }

    private IQueryable<Found> Described(Gathering gathering, Shift shift, int free)
    {
        var (id, of, unit, skill, venue) = (shift.Id, gathering.Id, gathering.UnitId, shift.SkillId, gathering.VenueId);
        var (said, towns) = (db.PersonSkills.Where(s => s.SkillId == skill), db.Venues.Where(v => v.Id == venue).Select(v => v.Town));
        return Askable(gathering, id).Select(person => new Found
        {
            Person = person,
            Unit = db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Name).FirstOrDefault()!,
            Can = said.Any(s => s.PersonId == person.Id && s.Can),
            Likes = said.Any(s => s.PersonId == person.Id && s.Likes),
            IsFree = db.FreeTimes.Any(f => f.PersonId == person.Id && (f.Mask & free) != 0),
            IsNear = person.UnitId == unit || db.CoArrangers.Any(c => c.GatheringId == of && c.UnitId == person.UnitId),
            Wants = db.PersonPlaces.Any(p => p.PersonId == person.Id && p.UnitId == unit),
            Town = db.Addresses.Where(a => a.PersonId == person.Id && a.Kind == AddressKind.Home && a.Town != null && towns.Contains(a.Town)).Select(a => a.Town).FirstOrDefault(),
            HasStood = db.ShiftPlaces.Any(p => p.PersonId == person.Id && p.State == PlaceState.Taken && p.ShiftId != id),
            AskedAt = db.ShiftPlaces.Where(p => p.PersonId == person.Id && p.AskedAt != null).OrderByDescending(p => p.AskedAt).Select(p => p.AskedAt).FirstOrDefault(),
            IsListed = db.ShiftPlaces.Any(p => p.ShiftId == id && p.PersonId == person.Id && p.State == PlaceState.Listed),
        });
    }

    /// <summary>Members and sympathisers of today whom one may see, and may ask.</summary>
    public IQueryable<Person> Askable(Gathering gathering, Id<Shift> shift)
    {
        var today = time.Today;
        var taking = db.Relations.On(today).Where(r => r.Kind == RelationKind.Member || r.Kind == RelationKind.Sympathiser).Select(r => r.PersonId);
        var done = db.ShiftPlaces.Where(p => p.ShiftId == shift && (p.State == PlaceState.Taken || p.State == PlaceState.Asked || p.State == PlaceState.Declined)).Select(p => p.PersonId);
        return db.People.AsNoTracking().VisibleTo(me, db).Where(p => !p.IsProtected && !p.DoNotCall && (p.Email != null || p.Phone != null) && taking.Contains(p.Id) && !done.Contains(p.Id));
    }

    private IEnumerable<string> Why(Found found, DayOfWeek day, DayPart part)
    {
        if (found.Can)
            yield return texts["Shifts.Why.Can"];
        if (found.Likes)
            yield return texts["Shifts.Why.Likes"];
        if (found.IsFree)
            yield return texts[$"Shifts.Why.Free.{part}", System.Globalization.CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day)];
        if (found.Town is { } town)
            yield return texts["Shifts.Why.Town", town];
        yield return texts[found.Wants ? "Shifts.Why.Wants" : "Shifts.Why.Unit", found.Unit];
        if (found.HasStood)
            yield return texts["Shifts.Why.HasStood"];
        yield return found.AskedAt is { } at ? texts["Shifts.Why.AskedOn", time.Day(OurTime.DayOf(at))] : texts["Shifts.Why.NeverAsked"];
        if (found.Person.Email is null)
            yield return texts["Shifts.Why.Ring"];
    }

    private sealed class Found
    {
        public required Person Person { get; init; }
        public required string Unit { get; init; }
        public required bool Can { get; init; }
        public required bool Likes { get; init; }
        public required bool IsFree { get; init; }
        public required bool IsNear { get; init; }
        public required bool Wants { get; init; }
        public required string? Town { get; init; }
        public required bool HasStood { get; init; }
        public required DateTimeOffset? AskedAt { get; init; }
        public required bool IsListed { get; init; }
    }
}

/// <summary>Somebody who could be asked.</summary>
/// <param name="Why">What speaks for it, and what against, in words.</param>
/// <param name="HasStood">On another shift, before.</param>
internal sealed record Fitting(Person Person, IReadOnlyList<string> Why, bool HasStood);
