using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Living;

/// <summary>A version with how each of its commitments stands today. Read by many at once: never changed.</summary>
internal sealed record PlanSheet(Plan Plan, PlanVersion Version, Unit Unit, IReadOnlyList<CarriedRow> Rows)
{
    private readonly HashSet<Id<Person>> _carriers = [.. Rows.SelectMany(r => new[] { r.Commitment.OwnerId, r.Commitment.DeputyId }).OfType<Id<Person>>()];

    public string? Title { get; } = Paper.TitleOf(Version.Document);

    /// <summary>The pages of those who carry something differ; all others read the same.</summary>
    public bool IsCarriedBy(Id<Person> person) => _carriers.Contains(person);
}

/// <summary>Finds the sheet of a version that one has been found to see.</summary>
internal sealed class PlanSheets(AppDb db, Carried carried, Kept kept, OurTime time)
{
    public ValueTask<PlanSheet> Of(Id<PlanVersion> seen) => kept.Get((nameof(PlanSheets), seen, time.Today), () => Look(seen));

    private async Task<PlanSheet> Look(Id<PlanVersion> seen)
    {
        var found = await (
            from version in db.PlanVersions.AsNoTracking()
            where version.Id == seen
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            select new { plan, version, unit }).SingleAsync();
        return new PlanSheet(found.plan, found.version, found.unit, await carried.Of(found.plan, found.version));
    }
}
