using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>What one person carries in the plans that another edits: commitments, as owner or deputy, and units' parts.</summary>
internal sealed class Burdens(AppDb db, Handing handing, OurTime time, Texts texts)
{
    public async Task<IReadOnlyList<Row>> Of(Id<Person> person, CurrentUser me)
    {
        var year = time.Today.Year;
        var found = await (
            from version in db.PlanVersions.EditableBy(me, db)
            where version.State == VersionState.Adopted
            join plan in db.Plans on version.PlanId equals plan.Id
            where plan.Year >= year // what was promised for a year that is over is history
            join unit in db.Units on plan.UnitId equals unit.Id
            join commitment in db.Commitments.Include(c => c.Passages) on plan.Id equals commitment.PlanId
            where commitment.Chapter != null && commitment.DroppedOn == null
            from part in db.Parts.Where(p => p.CommitmentId == commitment.Id && p.OwnerId == person).DefaultIfEmpty()
            where commitment.OwnerId == person || commitment.DeputyId == person || part != null
            orderby unit.Path.Length, unit.Name, commitment.Chapter, commitment.Running
            select new { version, plan.Year, unit, commitment, part, Home = db.Units.FirstOrDefault(u => part != null && u.Id == part.UnitId) }).ToListAsync();
        return [.. found.SelectMany(f => Rows(person, f.version, f.Year, f.unit, f.commitment, f.Home)).DistinctBy(r => (r.Commitment.Id, r.PartOf))];
    }

    /// <summary>Gives each to the other who may carry it there; how many were given and how many could not be.</summary>
    public async Task<(int Given, int Left)> Hand(IReadOnlyList<Row> rows, Id<Person> from, Id<Person> to, CurrentUser me)
    {
        var welcome = new HashSet<Id<Unit>>();
        foreach (var unit in rows.Select(r => r.Unit).DistinctBy(u => u.Id))
        {
            if (await handing.MayCarry(unit, to))
                welcome.Add(unit.Id);
        }
        var given = rows.Where(r => welcome.Contains(r.Unit.Id)).ToList();
        var ids = given.ConvertAll(r => r.Commitment.Id);
        var parts = await db.Parts.Where(p => ids.Contains(p.CommitmentId) && p.OwnerId == from).ToListAsync();
        foreach (var part in parts.Where(p => given.Exists(r => r.Commitment.Id == p.CommitmentId && r.PartOf == p.UnitId)))
            part.Ask(part.Wanted, to);
        foreach (var whole in (await db.Commitments.Where(c => ids.Contains(c.Id)).ToListAsync()).Where(c => given.Exists(r => r.Commitment.Id == c.Id && r.PartOf is null)))
            whole.HandTo(whole.OwnerId == from ? to : whole.OwnerId, whole.DeputyId == from ? to : whole.DeputyId, new Id<Person>(me.PersonId), db.Clock.GetUtcNow());
        return (given.Count, rows.Count - given.Count);
    }

    private IEnumerable<Row> Rows(Id<Person> person, PlanVersion version, int year, Unit unit, Commitment commitment, Unit? home)
    {
        var url = $"{Living.PlanPlaces.Of(unit.IsRoot ? null : unit.Slug, year)}/{commitment.Number}";
        if (commitment.IsCarriedBy(person))
            yield return new Row(commitment, unit, null, url, commitment.WordsIn(version), texts[commitment.OwnerId == person ? "Planning.HandOut.Owner" : "Planning.HandOut.Deputy"]);
        if (home is not null)
            yield return new Row(commitment, home, home.Id, $"{url}/delar/{home.Slug}", commitment.WordsIn(version), texts["Planning.HandOver.Part", home.Name]);
    }

    /// <param name="Unit">Where whoever carries it must have a duty, there or below.</param>
    /// <param name="PartOf">The unit whose part it is; null for the whole.</param>
    /// <param name="As">What the person is to it.</param>
    internal sealed record Row(Commitment Commitment, Unit Unit, Id<Unit>? PartOf, string Url, string Words, string As)
    {
        public string Number => Commitment.Number!;
    }
}
