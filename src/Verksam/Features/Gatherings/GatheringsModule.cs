using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Gatherings.CanDo;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Counted;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Gatherings.Helping;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.Gatherings.Needs;
using Verksam.Features.Gatherings.Open;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Features.People.Activity;
using Verksam.Features.People.Doing;
using Verksam.Features.People.Fitting;
using Verksam.Features.People.Timeline;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Overview;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Search;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings;

internal static class GatheringsModule
{
    public static IServiceCollection AddGatherings(this IServiceCollection services) => services
        .AddShifts().AddDoor().AddStands().AddNeeds().AddScoped<Kinds>().AddScoped<Seen>().AddScoped<Promises>().AddScoped<IEvidence, GatheringsShown>().AddScoped<IMeasure, GatheringsMeasure>().AddCounted().AddScoped<Copying>().AddScoped<Making>()
        .AddSingleton<Newcomers>().AddScoped<Seating>().AddScoped<Seating.Parts>().AddScoped<IAskedJob, SettleJob>().AddScoped<ILetterKind, OfferedLetter>().AddScoped<ILetterKind, SignedUpLetter>().AddScoped<SecretLinks>().AddScoped<SignUpLinks>().AddScoped<Comers>().AddScoped<OpenGatheringPage.Parts>().AddScoped<AnswerPage.Parts>().AddScoped<IJob, OldNeeds>()
        .AddScoped<Concerned>().AddScoped<Addressees>().AddScoped<RearrangeDesk>().AddScoped<Previewing>().AddScoped<IAskedJob, RearrangeJob>().AddScoped<ILetterKind, RearrangedLetter>().AddScoped<RearrangePage.Parts>().AddScoped<RearrangedPage.Words>()
        .AddScoped<ISearchSource, GatheringsFound>().AddScoped<GatheringsFound.Parts>()
        .AddScoped<SeriesChange>().AddScoped<SeriesPage.Words>().AddScoped<IJob, OldDrafts>()
        .AddScoped<ILetterKind, InvitedLetter>().AddScoped<InvitedPage.Parts>().AddScoped<InvitingDesk>()
        .AddScoped<GatheringPictures>().AddScoped<CalendarFeeds>().AddScoped<CalendarFeeds.Parts>().AddScoped<CalendarDays>().AddScoped<CalendarDays.Parts>().AddScoped<OpenGatherings>().AddScoped<INearest, NearestGatherings>().AddScoped<NearestGatherings.Parts>()
        .AddScoped<Chain>().AddScoped<Sendings>().AddScoped<IJob, MessageRound>().AddScoped<ILetterKind, StepLetter>().AddScoped<StepLetter.Words>()
        .AddScoped<GatheringWords>().AddScoped<GatheringPage.Parts>().AddScoped<GatheringSheets>().AddScoped<GatheringSheets.Parts>().AddScoped<GatheringsPage.Parts>()
        .AddScoped<GatheringChoices>().AddScoped<GatheringChoices.Words>()
        .AddSingleton(new MenuEntry("Gatherings.Menu", "/aktiviteter", "kalender", Permission.SeePlan, 15, Main: true))
        .AddSingleton(new MenuEntry("Gatherings.Kinds.Menu", "/installningar/aktivitetsslag", "reglage", Permission.Administer, 95))
        .AddSingleton(new MenuEntry("Calendars.Days.Menu", "/installningar/kalenderdagar", "kalender", Permission.Administer, 97))
        .AddSingleton(new MenuEntry("Messages.Menu", "/installningar/besked", "brev", Permission.Administer, 96))
        .Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Gatherings/VenuePage", "/aktiviteter/platser/ny"))
        .Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Gatherings/Stands/TalkingPointsPage", "/aktiviteter/samtal"));

    private static IServiceCollection AddStands(this IServiceCollection services) => services
        .AddScoped<Kit>().AddScoped<Tally>().AddScoped<Outcomes>().AddScoped<OnSiteReader>().AddScoped<HandDesk>().AddScoped<TalkingPointsPage.Words>()
        .AddScoped<INeedsSomebody, Unprepared>().AddScoped<IMeasure, ConversationsMeasure>().AddScoped<IJob, EveningRound>().AddScoped<ILetterKind, EveningLetter>();

    private static IServiceCollection AddCounted(this IServiceCollection services) => services
        .AddScoped<IMeasure, ParticipantsMeasure>().AddScoped<IMeasure, DifferentPeopleMeasure>().AddScoped<IMeasure, NewPeopleMeasure>().AddScoped<IMeasure, AssociationsMeasure>().AddScoped<ICompletes, GatheringsDone>();

    private static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddScoped<DoorTickets>().AddScoped<DoorReader>().AddScoped<DoorDesk.Hands>().AddScoped<DoorDesk>().AddScoped<DoorPage.Parts>()
        .AddScoped<ISignOfActivity, AttendedSign>().AddScoped<ITimelineSource, AttendedTimeline>().AddScoped<ITimelineSource, InvitedTimeline>();

    /// <summary>What waits for those who arrange, what others have in hand, and what anybody can do this week.</summary>
    private static IServiceCollection AddNeeds(this IServiceCollection services) => services
        .AddScoped<ArrangedByMe>().AddScoped<Unstaffed.Parts>()
        .AddScoped<INeedsSomebody, Untold>().AddScoped<INeedsSomebody, Unanswered>().AddScoped<INeedsSomebody, Unstaffed>().AddScoped<INeedsSomebody, SilentInvited>().AddScoped<INeedsSomebody, Unhelped>().AddScoped<ILetterKind, HelpLetter>()
        .AddScoped<IMyDay, GatheringsToday>().AddScoped<IOthersHave, ArrangedByOthers>()
        .AddScoped<ICanDo, QuestionsToMe>().AddScoped<ICanDo, ShiftsToTake>().AddScoped<ICanDo, GatheringsToCome>().AddScoped<ICanDo, FriendsToBring>().AddScoped<ICanDo, ThingsToBring>().AddScoped<IMyPageCard, MyComing>();

    private static IServiceCollection AddShifts(this IServiceCollection services) => services
        .AddScoped<Clashes>().AddScoped<Asking>().AddScoped<Rota>().AddScoped<WhoFits>().AddScoped<MyShiftPage.Parts>().AddScoped<ShiftPage.Words>()
        .AddScoped<IAskedJob, AskJob>().AddScoped<ILetterKind, ShiftLetter>()
        .AddScoped<OpenShifts>().AddScoped<IFitting, OpenShifts>().AddScoped<IMyPageCard, MyShifts>()
        .AddScoped<IMeasure, ShiftsMeasure>().AddScoped<ISignOfActivity, ShiftSign>().AddScoped<ITimelineSource, ShiftTimeline>();
}
