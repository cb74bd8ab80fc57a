using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Deciding;

/// <summary>What a board has before it: how the plan stands, what deviates, and what is proposed of it.</summary>
internal sealed record Agenda(Sitting Sitting, Plan Plan, Unit Unit, string PlanUrl, IReadOnlyList<Agenda.Item> Items)
{
    public string Url => $"{PlanUrl}/styrelsen/{Sitting.Id}";

    /// <summary>What is proposed, in the plan's order.</summary>
    public IEnumerable<(Item Item, Proposed Matter)> Proposals => Items.SelectMany(i => i.Matters.Select(m => (i, m)));

    /// <summary>What deviates and nobody has proposed anything of.</summary>
    public IReadOnlyList<Item> Unanswered => [.. Items.Where(i => i.Matters.Count == 0 && i.Row.Status is Status.Late or Status.AtRisk)
        .OrderBy(i => i.Row.Status == Status.Late ? 0 : 1).ThenBy(i => i.Row.Commitment.Reading.DueTo)];

    /// <param name="Words">The plan's words for it.</param>
    internal sealed record Item(CarriedRow Row, string Words, IReadOnlyList<Proposed> Matters)
    {
        public string Number => Row.Commitment.Number!;
    }

    /// <param name="Owner">The name of whom it is proposed to.</param>
    /// <param name="By">Who proposes it.</param>
    internal sealed record Proposed(Matter Matter, string? Owner, string? By);
}

/// <summary>Finds agendas, for those who edit the plan.</summary>
internal sealed class Agendas(AppDb db, CurrentUser me, PlanPlaces places, Carried carried)
{
    /// <summary>The plan at an address when it is adopted and one may edit it.</summary>
    public async Task<(Plan Plan, PlanVersion Version, Unit Unit)?> Plan(string? slug, int year)
    {
        if (await places.Find(slug, year, me) is not var (plan, version) || version.State != VersionState.Adopted)
            return null;
        var unit = await db.Units.SingleAsync(u => u.Id == plan.UnitId);
        return me.Can(Permission.EditPlan, unit.Path) ? (plan, version, unit) : null;
    }

    public async Task<Agenda?> Find(string? slug, int year, Id<Sitting> id)
    {
        if (await Plan(slug, year) is not var (plan, version, unit) || await db.Sittings.SingleOrDefaultAsync(s => s.Id == id && s.PlanId == plan.Id) is not { } sitting)
            return null;
        var matters = await (
            from matter in db.Matters
            where matter.SittingId == id
            select new
            {
                Matter = matter,
                Owner = db.People.Where(p => p.Id == matter.OwnerId).Select(p => p.Name).FirstOrDefault(),
                By = db.People.Where(p => p.Id == matter.By).Select(p => p.Name).FirstOrDefault(),
            }).ToListAsync();
        var proposed = matters.OrderBy(m => m.Matter.At).ThenBy(m => m.Matter.Kind).ToLookup(m => m.Matter.CommitmentId, m => new Agenda.Proposed(m.Matter, m.Owner, m.By));
        var items = (await carried.Of(plan, version)).OrderBy(r => r.Commitment.Chapter).ThenBy(r => r.Commitment.Running)
            .Select(r => new Agenda.Item(r, r.Commitment.WordsIn(version), [.. proposed[r.Commitment.Id]]));
        return new Agenda(sitting, plan, unit, PlanPlaces.Of(slug, year), [.. items]);
    }

    /// <summary>A new meeting; what the one before put off comes along.</summary>
    public async Task<Sitting> Call(Plan plan, string name, DateOnly on, DateTimeOffset now)
    {
        var sitting = new Sitting(plan.Id, name, on, new Id<Person>(me.PersonId), now);
        var last = await db.Sittings.Where(s => s.PlanId == plan.Id && s.On <= on).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).FirstOrDefaultAsync();
        var tabled = last is null ? [] : await db.Matters.Where(m => m.SittingId == last.Id && m.State == MatterState.Tabled).ToListAsync();
        db.Sittings.Add(sitting);
        db.Matters.AddRange(tabled.Select(m => m.Again(sitting, now)));
        return sitting;
    }
}
