using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Following;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.NextYear;

/// <summary>How the plan of the year before ended; while that year lasts, how it stands.</summary>
internal sealed class Outcomes(AppDb db, FollowUps followUps, PlanPlaces places, Kept kept, OurTime time)
{
    /// <summary>How each commitment of a plan stood on the last day of its year, or stands today.</summary>
    public ValueTask<FollowUp> Of(Plan plan) => kept.Get((nameof(Outcomes), plan.Id, time.Today), () => followUps.Of(plan, LastDay(plan)));

    /// <summary>What came of the one that a commitment carries on; null when it carries on none.</summary>
    /// <param name="commitment">One of this year's.</param>
    public async Task<Outcome?> Before(Commitment commitment) =>
        commitment.CarriesOnId is { } earlier && await PlanOf(earlier) is { } plan && (await Of(plan)).Lines.FirstOrDefault(l => l.Row.Commitment.Id == earlier) is { } line
            ? new Outcome(plan, line, $"{await places.Of(plan)}/{line.Number}") : null;

    /// <summary>The same for many of one plan, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Id<Commitment>, Outcome>> Before(IEnumerable<Commitment> commitments)
    {
        var carrying = commitments.Where(c => c.CarriesOnId is not null).ToList();
        if (carrying.Count == 0 || await PlanOf(carrying[0].CarriesOnId!.Value) is not { } plan)
            return new Dictionary<Id<Commitment>, Outcome>();
        var url = await places.Of(plan);
        var lines = (await Of(plan)).Lines.ToDictionary(l => l.Row.Commitment.Id);
        return carrying.Where(c => lines.ContainsKey(c.CarriesOnId!.Value))
            .ToDictionary(c => c.Id, c => lines[c.CarriesOnId!.Value] is var line ? new Outcome(plan, line, $"{url}/{line.Number}") : null!);
    }

    private Task<Plan?> PlanOf(Id<Commitment> commitment) =>
        db.Plans.AsNoTracking().SingleOrDefaultAsync(p => db.Commitments.Any(c => c.Id == commitment && c.PlanId == p.Id));

    private DateOnly LastDay(Plan plan) => new DateOnly(plan.Year, 12, 31) is var end && time.Today < end ? time.Today : end;

    /// <summary>What came of a commitment.</summary>
    internal sealed record Outcome(Plan Plan, FollowUp.Line Line, string Url);
}
