using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Seats;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Measures.Register;

/// <summary>How many seats the organisation's people hold in public bodies on a day, substitutes too.</summary>
internal sealed class ElectedMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "elected";

    public string Slug => "fortroendevalda";

    public string Text => "Planning.Measures.elected";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Planning.Measures.elected.Is"]);

    public async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled)
    {
        var counts = await (
            from seat in Held(to)
            join body in db.PublicBodies on seat.BodyId equals body.Id
            where units.Contains(body.UnitId)
            group seat by body.UnitId into unit
            select new { Unit = unit.Key, Count = unit.Count() }).ToListAsync(cancelled);
        return counts.ToDictionary(c => c.Unit, c => new Figure(c.Count));
    }

    /// <summary>Body by body.</summary>
    public async Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled)
    {
        var rows = await (
            from seat in Held(to)
            join body in db.PublicBodies on seat.BodyId equals body.Id
            where units.Contains(body.UnitId)
            orderby body.Name, body.Id, seat.Kind == SeatKind.Substitute, seat.From descending, seat.Id
            select new { seat.From, body.Name, seat.Kind, seat.PersonId }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(r.From, texts["Planning.Measures.elected.Row", r.Name, texts[$"Planning.Measures.Seat.{r.Kind}"]], r.PersonId.Value))];
    }

    private IQueryable<Seat> Held(DateOnly day) => db.Seats.Where(s => s.From <= day && (s.To == null || day <= s.To));
}
