using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>A commitment with who carries it and how it stands on a day.</summary>
internal sealed record CarriedRow(Commitment Commitment, string? Owner, string? Deputy, Standing Standing, Said Said, Figure? Now, Figure? LastYear)
{
    public Status Status => Standing.Status;

    /// <summary>The figure, counted or told; null when it is not measured.</summary>
    public decimal? Count => Now?.Compared ?? Said.Count;
}

/// <summary>Finds commitments with all that a page says of them: one query, and one for each measure that some of them follow.</summary>
internal sealed class Carried(AppDb db, Figures figures, StandingSettings settings, OurTime time)
{
    /// <summary>Those that stand in a version's text, today.</summary>
    public Task<IReadOnlyList<CarriedRow>> Of(Plan plan, PlanVersion version) => Find(plan, In(version));

    /// <summary>The same as they stood at the end of an earlier day.</summary>
    public async Task<IReadOnlyList<CarriedRow>> AsOf(Plan plan, PlanVersion version, DateOnly day)
    {
        var until = OurTime.EndOf(day);
        var reports = (await db.Reports.AsNoTracking().Where(r => r.At < until && db.Commitments.Any(c => c.Id == r.CommitmentId && c.PlanId == plan.Id)).ToListAsync())
            .ToLookup(r => r.CommitmentId);
        return await Find(plan, In(version), day, c => Said.Of(reports[c.Id]));
    }

    public Task<IReadOnlyList<CarriedRow>> Find(Plan plan, IQueryable<Commitment> commitments) => Find(plan, commitments, time.Today, Said.Now);

    private async Task<IReadOnlyList<CarriedRow>> Find(Plan plan, IQueryable<Commitment> commitments, DateOnly day, Func<Commitment, Said> said)
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
        {
            var (now, lastYear) = await Measured(plan, row.Commitment, day);
            var words = said(row.Commitment);
            var standing = Standing.Of(FactsOf.Of(row.Commitment, plan.Year, words, now, lastYear), day, limits);
            rows.Add(new CarriedRow(row.Commitment, row.Owner, row.Deputy, standing, words, now, lastYear));
        }
        return rows;
    }

    private async Task<(Figure? Now, Figure? LastYear)> Measured(Plan plan, Commitment commitment, DateOnly day) =>
        commitment.MeasureCode is not { } code ? (null, null)
            : (await figures.On(code, plan.UnitId, day), FactsOf.Changes(commitment) ? await figures.On(code, plan.UnitId, day.AddYears(-1)) : null);

    private IQueryable<Commitment> In(PlanVersion version) => db.Commitments
        .Include(c => c.Passages.Where(p => p.VersionId == version.Id))
        .Where(c => c.Review == ReviewState.Accepted && c.Passages.Any(p => p.VersionId == version.Id));
}
