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
    public async Task<bool> NeedsWord(Asked asked)
    {
        if (asked.Row.Status == Status.Dropped || asked.Standing.Status == Status.Done)
            return false;
        var begins = asked.Row.Commitment.Reading.DueFrom ?? new DateOnly(asked.Plan.Year, 1, 1);
        var since = asked.Said.NewsAt is { } at ? OurTime.DayOf(at) : asked.Version.AdoptedOn > begins ? asked.Version.AdoptedOn.Value : begins;
        return asked.Standing.Status is Status.Late or Status.AtRisk || time.Today.DayNumber - since.DayNumber > (await settings.Now()).NewsDays;
    }
}
