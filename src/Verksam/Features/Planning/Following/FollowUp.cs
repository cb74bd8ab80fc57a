using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Versions;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Following;

/// <summary>How every commitment of a plan stood on a day: also the undone and the silent ones.</summary>
internal sealed record FollowUp(Plan Plan, PlanVersion Version, DateOnly Day, IReadOnlyList<FollowUp.Line> Lines)
{
    /// <summary>In the order a board reads: what deviates first.</summary>
    public static readonly IReadOnlyList<(string Text, Status[] States)> Sections =
    [
        ("Deviates", [Status.Late, Status.AtRisk]),
        ("NotStarted", [Status.NotStarted]),
        ("OnTrack", [Status.OnTrack]),
        ("Done", [Status.Done]),
        ("Dropped", [Status.Dropped]),
    ];

    public IReadOnlyList<Line> In(Status[] states) => [.. Lines.Where(l => states.Contains(l.Row.Status)).OrderBy(l => Array.IndexOf(states, l.Row.Status))];

    public int Count(Status status) => Lines.Count(l => l.Row.Status == status);

    internal sealed record Line(CarriedRow Row, string Words, string? Latest)
    {
        public string Number => Row.Commitment.Number!;
    }
}

/// <summary>Writes a follow-up from what is known.</summary>
internal sealed class FollowUps(AppDb db, PlanPlaces places, Carried carried)
{
    public async Task<FollowUp?> On(DateOnly day, int year, CurrentUser me)
    {
        return await places.Current(year, me) is var (plan, _) ? await Of(plan, day) : null;
    }

    /// <summary>Of a plan that one has been found to see, or whose outcome only its heirs are shown.</summary>
    public async Task<FollowUp> Of(Plan plan, DateOnly day)
    {
        var version = await places.Holding(plan, day);
        var rows = await carried.AsOf(plan, version, day);
        var latest = await Latest(plan, day);
        var words = await WordsOf.Those(db, version, [.. rows.Select(r => r.Commitment)]);
        var lines = rows.OrderBy(r => r.Commitment.Chapter).ThenBy(r => r.Commitment.Running).Select(r => new FollowUp.Line(
            r, words.Of(r.Commitment), latest.GetValueOrDefault(r.Commitment.Id)));
        return new FollowUp(plan, version, day, [.. lines]);
    }

    private async Task<Dictionary<Id<Commitment>, string>> Latest(Plan plan, DateOnly day)
    {
        var until = Kernel.Time.OurTime.EndOf(day);
        var said = await db.Reports
            .Where(r => r.At < until && r.Text != "" && r.PartId == null && db.Commitments.Any(c => c.Id == r.CommitmentId && c.PlanId == plan.Id))
            .Select(r => new { r.CommitmentId, r.At, r.Text }).ToListAsync();
        return said.GroupBy(r => r.CommitmentId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.At)!.Text);
    }
}
