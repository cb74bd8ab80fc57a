using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Counted;

/// <summary>How many of the associations have held at least one gathering, alone or with others.</summary>
internal sealed class AssociationsMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "associations-with-gatherings";

    public string Slug => "foreningar-med-aktivitet";

    public string Text => "Counted.Associations";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Counted.Associations.Definition"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var held = db.Gatherings.WereHeld(from, to);
        var found = await Associations(units).Select(u => new { u.Id, Has = held.Any(g => g.UnitId == u.Id || db.CoArrangers.Any(c => c.GatheringId == g.Id && c.UnitId == u.Id)) }).ToListAsync(cancelled);
        return found.ToDictionary(u => u.Id, u => new Figure(u.Has ? 1 : 0, 1));
    }

    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var held = db.Gatherings.WereHeld(from, to);
        var rows = await Associations(units)
            .Select(u => new { u.Name, First = held.Where(g => g.UnitId == u.Id || db.CoArrangers.Any(c => c.GatheringId == g.Id && c.UnitId == u.Id)).Min(g => (DateTimeOffset?)g.Starts) })
            .Where(u => u.First != null).OrderByDescending(u => u.First).ThenBy(u => u.Name).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(OurTime.DayOf(r.First!.Value), r.Name))];
    }

    private IQueryable<Unit> Associations(IQueryable<Id<Unit>> units) => db.Units.Where(u => u.Kind == UnitKind.Association && units.Contains(u.Id));
}
