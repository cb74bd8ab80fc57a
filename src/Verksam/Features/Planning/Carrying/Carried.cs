using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Carrying;

/// <summary>A commitment with who carries it and how it stands today.</summary>
internal sealed record CarriedRow(Commitment Commitment, string? Owner, string? Deputy, Standing Standing, Figure? Now, Figure? LastYear)
{
    public Status Status => Standing.Status;
}

/// <summary>Finds commitments with all that a page says of them: one query, and one for each measure that some of them follow.</summary>
internal sealed class Carried(AppDb db, Figures figures, StandingSettings settings, OurTime time)
{
    /// <summary>Those that stand in a version's text.</summary>
    public Task<IReadOnlyList<CarriedRow>> Of(Plan plan, PlanVersion version) => Find(plan, db.Commitments
        .Include(c => c.Passages.Where(p => p.VersionId == version.Id))
        .Where(c => c.Review == ReviewState.Accepted && c.Passages.Any(p => p.VersionId == version.Id)));

    public async Task<IReadOnlyList<CarriedRow>> Find(Plan plan, IQueryable<Commitment> commitments)
    {
        var found = await (
            from c in commitments.AsNoTracking()
            join owner in db.People on c.OwnerId equals owner.Id into owners
            from owner in owners.DefaultIfEmpty()
            join deputy in db.People on c.DeputyId equals deputy.Id into deputies
            from deputy in deputies.DefaultIfEmpty()
            select new { Commitment = c, Owner = owner.Name, Deputy = deputy.Name }).ToListAsync();
        var limits = await settings.Now();
        var rows = new List<CarriedRow>(found.Count);
        foreach (var row in found)
            rows.Add(await Stand(plan, row.Commitment, row.Owner, row.Deputy, limits));
        return rows;
    }

    private async Task<CarriedRow> Stand(Plan plan, Commitment commitment, string? owner, string? deputy, StandingLimits limits)
    {
        var code = commitment.MeasureCode;
        var now = code is null ? null : await figures.Today(code, plan.UnitId);
        var lastYear = code is null || !Compares(commitment) ? null : await figures.LastYear(code, plan.UnitId);
        var standing = Standing.Of(FactsOf.Of(commitment, plan.Year, now, lastYear), time.Today, limits);
        return new CarriedRow(commitment, owner, deputy, standing, now, lastYear);
    }

    private static bool Compares(Commitment commitment) =>
        commitment.Reading.MeasureDirection is MeasureDirection.Increase or MeasureDirection.Decrease;
}
