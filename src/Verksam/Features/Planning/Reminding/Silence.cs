using Verksam.Features.Planning.Carrying;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Reminding;

/// <summary>Which commitments need a word from whoever carries them.</summary>
internal sealed class Silence(StandingSettings settings, OurTime time)
{
    /// <summary>
    /// What is late or at risk, and what nobody has said anything of for as long as news hold. Before anybody has spoken the silence is
    /// counted from its first day, or from the meeting that adopted it.
    /// </summary>
    public async Task<bool> NeedsWord(CarriedRow row, PlanVersion version, Plan plan)
    {
        if (row.Status is Status.Done or Status.Dropped)
            return false;
        var begins = row.Commitment.Reading.DueFrom ?? new DateOnly(plan.Year, 1, 1);
        var since = row.Said.NewsAt is { } at ? OurTime.DayOf(at) : version.AdoptedOn > begins ? version.AdoptedOn.Value : begins;
        return row.Status is Status.Late or Status.AtRisk || time.Today.DayNumber - since.DayNumber > (await settings.Now()).NewsDays;
    }

    public static DateOnly Due(CarriedRow row, Plan plan) => row.Commitment.Reading.DueTo ?? new DateOnly(plan.Year, 12, 31);

    /// <summary>Late first, then at risk, then the others; what is due first before what is due later.</summary>
    public static (int, DateOnly) Order(CarriedRow row) =>
        (row.Status switch { Status.Late => 0, Status.AtRisk => 1, _ => 2 }, row.Commitment.Reading.DueTo ?? DateOnly.MaxValue);
}
