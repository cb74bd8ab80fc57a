using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Carrying;

/// <summary>What has happened with a commitment, newest first: told, linked, handed over, decided.</summary>
internal sealed class History(AppDb db, Texts texts, Wording wording)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<Line>> Of(CommitmentPlaces.Place place)
    {
        var id = place.Row.Commitment.Id;
        List<Line> lines = [.. await Told(id), .. await Handed(id), .. await Linked(id), .. await Decided(id), .. await BeforeTheBoard(id)];
        if (await Adopted(id) is { } adopted)
            lines.Add(adopted);
        return [.. lines.OrderByDescending(l => l.At).Take(Most)];
    }

    // by the meeting that first had it in its plan, not by those that kept it or left it out
    private async Task<Line?> Adopted(Id<Commitment> id)
    {
        var first = await db.PlanVersions.Where(v => v.AdoptedOn != null && db.Commitments.Any(c => c.Id == id && c.Passages.Any(p => p.VersionId == v.Id)))
            .OrderBy(v => v.Number).Select(v => new { v.AdoptedOn, v.Meeting, v.Minutes }).FirstOrDefaultAsync();
        if (first is null)
            return null;
        var midnight = first.AdoptedOn!.Value.ToDateTime(TimeOnly.MinValue);
        return new Line(new DateTimeOffset(midnight, OurTime.Zone.GetUtcOffset(midnight)), null,
            texts["Planning.History.Adopted", first.Meeting!, first.Minutes ?? ""].TrimEnd(' ', ',') + ".");
    }

    private Task<List<Line>> Told(Id<Commitment> id) => Told(db.Reports.Where(r => r.CommitmentId == id));

    private Task<List<Line>> Told(IQueryable<Report> reports) => (
        from report in reports
        orderby report.At descending
        select new Line(report.At, db.People.Where(p => p.Id == report.By).Select(p => p.Name).FirstOrDefault(), report.Text)
        {
            Count = report.Count,
            Word = report.Word,
            Part = (from part in db.Parts where part.Id == report.PartId join unit in db.Units on part.UnitId equals unit.Id select unit.Name).FirstOrDefault(),
        }).Take(Most).ToListAsync();

    /// <summary>What was told of one unit's part.</summary>
    public async Task<IReadOnlyList<Line>> Of(Part part) => await Told(db.Reports.Where(r => r.PartId == part.Id));

    private async Task<IEnumerable<Line>> Handed(Id<Commitment> id)
    {
        var handed = await (
            from handover in db.Handovers
            where handover.CommitmentId == id
            orderby handover.At
            select new
            {
                handover.At,
                By = db.People.Where(p => p.Id == handover.By).Select(p => p.Name).FirstOrDefault(),
                Owner = db.People.Where(p => p.Id == handover.OwnerId).Select(p => p.Name).FirstOrDefault(),
                Deputy = db.People.Where(p => p.Id == handover.DeputyId).Select(p => p.Name).FirstOrDefault(),
            }).Take(Most).ToListAsync();
        return handed.Select((h, i) => new Line(h.At, h.By, texts["Planning.History.Handed"])
        {
            Changes = Wording.Different(
                (texts["Planning.HandOut.Owner"], i == 0 ? null : handed[i - 1].Owner, h.Owner),
                (texts["Planning.HandOut.Deputy"], i == 0 ? null : handed[i - 1].Deputy, h.Deputy)),
        });
    }

    private async Task<IEnumerable<Line>> Linked(Id<Commitment> id) => (await (
        from thing in db.LinkedThings
        where thing.CommitmentId == id
        select new { thing.At, By = db.People.Where(p => p.Id == thing.By).Select(p => p.Name).FirstOrDefault(), thing.Title }).Take(Most).ToListAsync())
        .Select(t => new Line(t.At, t.By, texts["Planning.History.Linked", t.Title]));

    private async Task<IEnumerable<Line>> Decided(Id<Commitment> id)
    {
        var replans = await (
            from replan in db.Replans
            where replan.CommitmentId == id
            orderby replan.At
            select new { Replan = replan, By = db.People.Where(p => p.Id == replan.By).Select(p => p.Name).FirstOrDefault() }).Take(Most).ToListAsync();
        return replans.Select((r, i) => new Line(r.Replan.At, r.By, texts[$"Planning.History.{r.Replan.Kind}", i + 2, r.Replan.DecidedBy])
        {
            Changes = wording.Changes(r.Replan.Was, r.Replan.Is),
            Reason = r.Replan.Reason,
        });
    }

    // what a board approved of day or dropping is told by the replan it led to
    private async Task<IEnumerable<Line>> BeforeTheBoard(Id<Commitment> id)
    {
        var matters = await (
            from matter in db.Matters
            where matter.CommitmentId == id && matter.State != MatterState.Waiting && (matter.State != MatterState.Approved || matter.Kind == MatterKind.NewOwner)
            join sitting in db.Sittings on matter.SittingId equals sitting.Id
            orderby matter.DecidedAt
            select new { Matter = matter, sitting.Name, Owner = db.People.Where(p => p.Id == matter.OwnerId).Select(p => p.Name).FirstOrDefault() }).Take(Most).ToListAsync();
        return matters.Select(m => new Line(m.Matter.DecidedAt!.Value, null,
            texts["Planning.History.Matter", m.Name, m.Matter.Minutes ?? "", wording.Proposal(m.Matter, m.Owner), texts[$"Planning.Matter.{m.Matter.State}"]].Replace(" :", ":", StringComparison.Ordinal))
        { Reason = m.Matter.Reason });
    }

    internal sealed record Line(DateTimeOffset At, string? By, string Text)
    {
        public decimal? Count { get; init; }

        /// <summary>The unit whose part it was said of.</summary>
        public string? Part { get; init; }

        public Status? Word { get; init; }

        /// <summary>From what to what.</summary>
        public IReadOnlyList<(string Label, string? From, string? To)> Changes { get; init; } = [];

        public string? Reason { get; init; }
    }
}
