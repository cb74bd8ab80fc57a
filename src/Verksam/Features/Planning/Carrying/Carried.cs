using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>A commitment with who carries it and how it stands on a day.</summary>
internal sealed record CarriedRow(Commitment Commitment, string? Owner, string? Deputy, Standing Standing, Said Said, Figure? Now, Figure? LastYear)
{
    public Status Status => Standing.Status;

    /// <summary>The units' parts of it, when it is shared out.</summary>
    public IReadOnlyList<PartRow> Parts { get; init; } = [];

    /// <summary>How many things that were done have counted it by themselves.</summary>
    public int Completed { get; init; }

    /// <summary>It is something one counts, and neither a measure nor the units' parts count it.</summary>
    public bool CountsByHand => (Parts.Count == 0 || Wording.IsShare(Commitment.Reading)) && Commitment.MeasureCode is null && Commitment.Reading.MeasureDirection is not null;

    /// <summary>The figure, counted or told; null when it is not measured.</summary>
    public decimal? Count => Now?.Compared ?? Said.Count;
}

/// <summary>Finds commitments with all that a page says of them: three queries, and one for each measure that some of them follow.</summary>
internal sealed class Carried(AppDb db, Figures figures, Carried.Told told, StandingSettings settings, OurTime time)
{
    /// <summary>Those that stand in a version's text, today.</summary>
    public Task<IReadOnlyList<CarriedRow>> Of(Plan plan, PlanVersion version) => Find(plan, In(version));

    /// <summary>All that were the plan's at the end of a day, also what a version had that the one that held then has not.</summary>
    public async Task<IReadOnlyList<CarriedRow>> AsOf(Plan plan, PlanVersion version, DateOnly day)
    {
        var past = await Past.Of(db, plan, day);
        var found = await db.Commitments.AsNoTracking().Include(c => c.Passages).Where(c => c.PlanId == plan.Id && c.Chapter != null
            && c.Passages.Any(p => db.PlanVersions.Any(v => v.Id == p.VersionId && v.Number <= version.Number && (v.State == VersionState.Adopted || v.State == VersionState.Replaced)))).ToListAsync();
        found.ForEach(past.TurnBack);
        return await Stand(plan, found, day, past.Said, past);
    }

    public async Task<IReadOnlyList<CarriedRow>> Find(Plan plan, IQueryable<Commitment> commitments) =>
        await Stand(plan, await commitments.AsNoTracking().ToListAsync(), time.Today, Said.Now);

    private async Task<IReadOnlyList<CarriedRow>> Stand(Plan plan, List<Commitment> found, DateOnly day, Func<Commitment, Said> said, Past? past = null)
    {
        var carriers = found.SelectMany(c => new[] { c.OwnerId, c.DeputyId }).OfType<Id<Person>>().Distinct().ToList();
        var names = carriers.Count == 0 ? [] : await db.People.Where(p => carriers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var (parts, done) = (await told.Shares.Of(found, past is null ? null : OurTime.EndOf(day)), await told.Completions.Of(found, day));
        var (on, rows) = (new On(plan, day, await settings.Now(), past), new List<CarriedRow>(found.Count));
        foreach (var commitment in found)
        {
            var row = await Stand(commitment, said(commitment), [.. parts[commitment.Id]], [.. done[commitment.Id]], on);
            rows.Add(row with { Owner = Name(commitment.OwnerId), Deputy = Name(commitment.DeputyId) });
        }
        return rows;

        string? Name(Id<Person>? person) => person is { } id ? names.GetValueOrDefault(id) : null;
    }

    private async Task<CarriedRow> Stand(Commitment commitment, Said said, IReadOnlyList<Shares.Row> parts, IReadOnlyList<Completed> done, On on)
    {
        var (now, lastYear) = await Measured(on.Plan, commitment, on.Day);
        var byPart = done.ToLookup(d => Whose(d, parts));
        var counts = Completions.Count(commitment, ofPart: false);
        var own = said.With([.. byPart[null]], counts);
        var whole = FactsOf.Of(commitment, on.Plan.Year, own, now, lastYear);
        var shared = new List<PartRow>();
        foreach (var row in parts)
        {
            var its = (on.Past?.Said(row.Part) ?? row.Part.Said).With([.. byPart[row.Part.Id]], Completions.Count(commitment, ofPart: true));
            shared.Add(await told.Shares.Stand(row, commitment, whole, its, on.Day, on.Limits));
        }
        IReadOnlyList<Completed> beside = counts ? [.. byPart[null]] : [];
        var together = RollUp.Told(own, [.. shared.Select(p => p.Said)], adds: !Wording.IsShare(commitment.Reading), beside.Sum(d => d.Amount));
        var standing = RollUp.Of(Standing.Of(FactsOf.Of(commitment, on.Plan.Year, together, now, lastYear), on.Day, on.Limits), shared);
        return new CarriedRow(commitment, null, null, standing, together, now, lastYear)
        {
            Parts = shared,
            Completed = beside.Count + (Completions.Count(commitment, ofPart: true) ? byPart.Where(p => p.Key is not null).Sum(p => p.Count()) : 0),
        };
    }

    // the part of the unit that did it, or of the nearest above
    private static Id<Part>? Whose(Completed done, IEnumerable<Shares.Row> parts) =>
        parts.Where(p => done.UnitPath.StartsWith(p.Path, StringComparison.Ordinal)).MaxBy(p => p.Path.Length)?.Part.Id;

    private async Task<(Figure? Now, Figure? LastYear)> Measured(Plan plan, Commitment commitment, DateOnly day) =>
        commitment.MeasureCode is not { } code ? (null, null)
            : (await figures.On(code, plan.UnitId, day), FactsOf.Changes(commitment) ? await figures.On(code, plan.UnitId, day.AddYears(-1)) : null);

    private IQueryable<Commitment> In(PlanVersion version) => db.Commitments
        .Include(c => c.Passages.Where(p => p.VersionId == version.Id))
        .Where(c => c.PlanId == version.PlanId && c.Review == ReviewState.Accepted && c.Passages.Any(p => p.VersionId == version.Id));

    /// <summary>The day on which they stand as they do.</summary>
    /// <param name="Past">Null for today.</param>
    private sealed record On(Plan Plan, DateOnly Day, StandingLimits Limits, Past? Past);

    /// <summary>What was told of them: by people part by part, and by what rooms have done.</summary>
    internal sealed record Told(Shares Shares, Completions Completions);
}
