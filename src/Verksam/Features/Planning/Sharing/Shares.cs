using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Sharing;

/// <summary>Finds the parts of commitments, with how each stands.</summary>
internal sealed class Shares(AppDb db, Figures figures)
{
    private static readonly StringComparer Order = StringComparer.Create(Languages.Swedish, ignoreCase: true);

    public async Task<ILookup<Id<Commitment>, Row>> Of(IReadOnlyCollection<Commitment> commitments, DateTimeOffset? until = null)
    {
        var ids = commitments.Select(c => c.Id).ToList();
        var found = await (
            from part in db.Parts.AsNoTracking()
            where ids.Contains(part.CommitmentId) && (until == null || part.At < until)
            join unit in db.Units on part.UnitId equals unit.Id
            select new Row(part, unit.Name, unit.Slug, unit.Path, db.People.Where(p => p.Id == part.OwnerId).Select(p => p.Name).FirstOrDefault())).ToListAsync();
        // here and not in the question: the database asks us how Swedish is ordered, letter by letter
        return found.OrderBy(r => r.Path.Length).ThenBy(r => r.Unit, Order).ToLookup(r => r.Part.CommitmentId);
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
