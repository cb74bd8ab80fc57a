using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>
/// Each gathering that was held carries out the commitments it is tied to: "En valupptakt" once, and "4 000 samtal" by as many conversations as there
/// were where one stood. What a commitment counts is told by its own words.
/// </summary>
internal sealed class GatheringsDone(AppDb db, Kinds kinds, Texts texts) : ICompletes
{
    public async Task<IReadOnlyList<Completed>> Of(IReadOnlyCollection<Commitment> commitments, DateOnly until)
    {
        var (ids, end) = (commitments.Select(c => c.Id).ToList(), OurTime.EndOf(until));
        var done = await (
            from tie in db.GatheringTies
            where ids.Contains(tie.CommitmentId)
            join gathering in db.Gatherings.WereHeld() on tie.GatheringId equals gathering.Id
            where gathering.Starts < end
            join unit in db.Units on gathering.UnitId equals unit.Id
            select new Done(tie.CommitmentId, unit.Path, gathering.Starts, gathering.Id, gathering.Kind)).ToListAsync();
        var counted = commitments.ToDictionary(c => c.Id, Counted);
        var outcomes = await Given(done.Where(d => counted[d.Commitment] is not null));
        return [.. done.Select(d => new Completed(d.Commitment, d.UnitPath, d.Starts) { Amount = counted[d.Commitment] is { } what && outcomes.TryGetValue(d.Gathering, out var gave) ? what(gave) : 1 })];
    }

    // of what was counted where one stands out there, that which the commitment asks for
    private Func<Tapped, int>? Counted(Commitment commitment)
    {
        var words = SearchWords.In(commitment.Reading.MeasureWhat ?? "").Split(' ');
        return Names(texts["Gatherings.Counts.Conversations"]) ? given => given.Conversations : Names(texts["Gatherings.Counts.Leaflets"]) ? given => given.Leaflets : null;

        bool Names(string what) => what.Split(' ').Intersect(words, StringComparer.Ordinal).Any();
    }

    private async Task<IReadOnlyDictionary<Id<Gathering>, Tapped>> Given(IEnumerable<Done> done)
    {
        var outside = await kinds.Out();
        var ids = done.Where(d => outside.Contains(d.Kind)).Select(d => d.Gathering).Distinct().ToList();
        if (ids.Count == 0)
            return new Dictionary<Id<Gathering>, Tapped>();
        var taps = await Tally.Sums(db, db.Gatherings.Where(g => ids.Contains(g.Id)).Select(g => g.Id));
        var reports = await db.StandReports.AsNoTracking().Where(r => ids.Contains(r.GatheringId)).ToDictionaryAsync(r => r.GatheringId);
        return ids.ToDictionary(id => id, id => StandReport.Counted(reports.GetValueOrDefault(id), taps.GetValueOrDefault(id, Tapped.Nothing)));
    }

    private sealed record Done(Id<Commitment> Commitment, string UnitPath, DateTimeOffset Starts, Id<Gathering> Gathering, string Kind);
}
