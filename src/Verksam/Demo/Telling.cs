using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Demo;

/// <summary>
/// Tells the whole story of the invented organisation to an empty database, all of it or nothing.
/// A room that wants to be in the demo adds a file with its part here, and a line in <see cref="Parts"/>.
/// </summary>
internal static class Telling
{
    // the order is the story's: a part may lean on those above it
    private static readonly Func<DemoStory, CancellationToken, Task>[] Parts =
    [
        OrganisationPart.Tell,
        MembersPart.Tell,
        FeesPart.Tell,
        AssignmentsPart.Tell,
        RegisterPart.Tell,
        AccountsPart.Tell,
        WelcomePart.Tell,
        PlansPart.Tell,
        CarryingPart.Tell,
        ChangesPart.Tell,
        MeasuresPart.Tell,
        ProposalPart.Tell,
        DaysPart.Tell,
        SittingsPart.Tell,
        GatheringsPart.Tell,
        CirclePart.Tell,
        BlizzardPart.Tell,
        SignUpsPart.Tell,
        AttendancePart.Tell,
        CalendarPart.Tell,
        ShiftsPart.Tell,
        StandsPart.Tell,
        CallingPart.Tell,
        TodayPart.Tell,
        GuestsPart.Tell,
        ProgrammePart.Tell,
        SegmentsPart.Tell,
        CrowdPart.Tell,
    ];

    /// <param name="crowd">How many associations there are beside the eight of the story.</param>
    public static async Task Tell(AppDb db, Texts texts, int crowd, CancellationToken cancelled)
    {
        var (clock, person, through) = (db.Clock, db.Actor.Person, db.Actor.Through);
        var story = new DemoStory(db, texts, crowd);
        db.Clock = story.Clock;
        await using var whole = await db.Database.BeginTransactionAsync(cancelled);
        foreach (var part in Parts)
        {
            await part(story, cancelled);
            db.ChangeTracker.Clear(); // what is told is told: a thousand rows are not looked through again at every save
        }
        await whole.CommitAsync(cancelled);
        db.Clock = clock;
        db.Actor.Is(person, through);
    }
}
