using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Activity;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>Hours that people stood on shifts of gatherings that were held, by the unit that keeps those.</summary>
internal sealed class ShiftsMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "volunteer-hours";

    public string Slug => "ideella-timmar";

    public string Text => "Shifts.Measure";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Shifts.Measure.Definition"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var sums = await Held.Of(db, from, to).Where(h => units.Contains(h.Unit)).GroupBy(h => h.Unit).Select(g => new { Unit = g.Key, Minutes = g.Sum(h => h.Minutes) }).ToListAsync(cancelled);
        return sums.ToDictionary(s => s.Unit, s => new Figure(Math.Round(s.Minutes / 60m, 1)));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var rows = await Held.Of(db, from, to).Where(h => units.Contains(h.Unit)).OrderByDescending(h => h.Starts).ThenBy(h => h.Person).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(OurTime.DayOf(r.Starts), texts["Shifts.Measure.Row", r.Title, r.What, Math.Round(r.Minutes / 60m, 1)], r.Person.Value))];
    }
}

/// <summary>Has stood on a shift.</summary>
internal sealed class ShiftSign(AppDb db) : ISignOfActivity
{
    public string Key => "shift";

    public string Text => "Shifts.Sign";

    public IQueryable<Id<Person>> Between(DateOnly from, DateOnly to) => Held.Of(db, from, to).Select(h => h.Person);
}

/// <summary>Somebody who stood on a shift of a gathering that was held. It counts on the day the gathering began.</summary>
internal sealed class Held
{
    public required Id<Person> Person { get; init; }
    public required Id<Unit> Unit { get; init; }
    public required Id<Gathering> Gathering { get; init; }
    public required DateTimeOffset Starts { get; init; }
    public required string Title { get; init; }
    public required string What { get; init; }
    public required int Minutes { get; init; }

    public static IQueryable<Held> Of(AppDb db, DateOnly from, DateOnly to)
    {
        var held = db.Gatherings.WereHeld(from, to);
        return
            from place in db.ShiftPlaces
            where place.State == PlaceState.Taken
            join shift in db.Shifts on place.ShiftId equals shift.Id
            join gathering in held on shift.GatheringId equals gathering.Id
            select new Held { Person = place.PersonId, Unit = gathering.UnitId, Gathering = gathering.Id, Starts = gathering.Starts, Title = gathering.Title, What = shift.What, Minutes = shift.Lasts };
    }
}
