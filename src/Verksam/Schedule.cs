using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People.Doing;
using Verksam.Features.People.Import;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Welcome;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Reminding;
using Verksam.Features.Today;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Files;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;

namespace Verksam;

/// <summary>Everything that happens by itself, a line each, in the organisation's own time; a setting may move a line (see Recurring).</summary>
internal static class Schedule
{
    public static IReadOnlyList<Recurring> Everything { get; } =
    [
        new(NightlyBackup.JobName, new TimeOnly(1, 30)), // never in the hour that summer time skips or repeats
        new(NightlyPoints.JobName, new TimeOnly(3, 15)),
        new(LooseFiles.JobName, new TimeOnly(3, 30)),
        new(OldPost.JobName, new TimeOnly(3, 45)),
        new(OldChoices.JobName, new TimeOnly(3, 50)),
        new(OldNeeds.JobName, new TimeOnly(3, 52)),
        new(OldDrafts.JobName, new TimeOnly(3, 55)),
        new(ImportErasing.JobName, new TimeOnly(4, 0)),
        new(WishRound.JobName, new TimeOnly(6, 40)),
        new(MorningRound.JobName, new TimeOnly(7, 0)),
        new(WelcomeRound.JobName, new TimeOnly(7, 20)),
        new(MessageRound.JobName, MessageRound.Hour),
        new(EveningRound.JobName, new TimeOnly(20, 0)),
        new(Reminders.JobName, new TimeOnly(7, 0), DayOfWeek.Monday),
    ];
}
