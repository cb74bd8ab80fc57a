using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Sharing;

/// <summary>Finds the parts of commitments, with how each stands.</summary>
internal sealed class Shares(AppDb db, Figures figures)
{
    public async Task<ILookup<Id<Commitment>, Row>> Of(IReadOnlyCollection<Commitment> commitments, DateTimeOffset? until = null)
    {
        var ids = commitments.Select(c => c.Id).ToList();
        var found = await (
            from part in db.Parts.AsNoTracking()
            where ids.Contains(part.CommitmentId) && (until == null || part.At < until)
            join unit in db.Units on part.UnitId equals unit.Id
            orderby unit.Path.Length, unit.Name
            select new Row(part, unit.Name, unit.Slug, unit.Path, db.People.Where(p => p.Id == part.OwnerId).Select(p => p.Name).FirstOrDefault())).ToListAsync();
        return found.ToLookup(r => r.Part.CommitmentId);
    }

    public async Task<PartRow> Stand(Row row, Commitment commitment, Facts whole, Said said, DateOnly day, StandingLimits limits)
    {
        var now = commitment.MeasureCode is { } code ? await figures.On(code, row.Part.UnitId, day) : null;
        var before = commitment.MeasureCode is { } same && FactsOf.Changes(commitment) ? await figures.On(same, row.Part.UnitId, day.AddYears(-1)) : null;
        var facts = FactsOf.Part(whole, row.Part, commitment, said, now, before);
        return new PartRow(row.Part, row.Unit, row.Slug, row.Path, row.Owner, Standing.Of(facts, day, limits), said, now, before);
    }

    internal sealed record Row(Part Part, string Unit, string Slug, string Path, string? Owner);
}
