using Verksam.Features.People.Activity;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Doing;
using Verksam.Features.People.Export;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Fitting;
using Verksam.Features.People.Import;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Tags;
using Verksam.Features.People.Timeline;
using Verksam.Features.People.Welcome;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Search;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.People;

internal static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<IGroupUse, GroupsInUse>().AddScoped<IAddresses, Addresses>().AddScoped<Places>().AddScoped<PersonSheets>().AddScoped<PersonSheets.Sockets>().AddSingleton<PersonSheet.Words>().AddScoped<MembershipSettings>()
        .AddActivity().AddList().AddSections().AddTimeline().AddCalling().AddSegments().AddWelcome().AddImport().AddDoing()
        .AddScoped<ImportDesk>().AddScoped<ColumnsShelf>().AddScoped<Exporting>()
        .AddSingleton(new BulkAct("exportera", "Export.Title", Permission.ExportPeople, "/manniskor/exportera", 90))
        .AddScoped<ISearchSource, Searching.PeopleFound>().AddSingleton<IAtStart, Searching.PeopleSearchStart>()
        .AddSingleton(new MenuEntry("People.Mine.Title", "/min-sida", "jag", Permission.None, 32) { OrderOfMembers = 1 })
        .AddSingleton(new MenuEntry("People.Menu", "/manniskor", "medlemmar", Permission.SeePeople, 30, Main: true))
        .AddSingleton(new MenuEntry("People.Membership.Menu", "/installningar/medlemskap", "medlemmar", Permission.Administer, 98));

    private static IServiceCollection AddActivity(this IServiceCollection services) => services
        .AddScoped<ActivePeople>().AddScoped<ISignOfActivity, DutySign>().AddScoped<ISignOfActivity, SeatSign>()
        .AddSingleton(new MenuEntry("People.Active.Menu", "/installningar/aktiva", "medlemmar", Permission.Administer, 98));

    private static IServiceCollection AddList(this IServiceCollection services) => services
        .AddScoped<ListPeople>().AddScoped<ChosenPeople>().AddScoped<ListChoices>().AddScoped<ListReader>().AddScoped<IJob, OldChoices>().AddScoped<PeoplePage.Parts>();

    /// <summary>The parts of a person's page, and the settings they rest on.</summary>
    private static IServiceCollection AddSections(this IServiceCollection services) => services
        .AddScoped<IPersonSection, ContactSection>().AddScoped<IPersonSection, SeatsSection>().AddScoped<IPersonSection, OfferSection>()
        .AddScoped<IPersonSection, NotesSection>().AddScoped<IPersonSection, TagsSection>().AddScoped<IPersonSection, FieldsSection>()
        .AddScoped<Fits>().AddScoped<IPersonSection, FitsSection>().AddScoped<IMyPageCard, FitsCard>().AddScoped<IFitting, SeatsFree>()
        .AddSingleton(new BulkAct("tagga", "Tags.Bulk", Permission.EditPeople, "/manniskor/tagga", 20))
        .AddSingleton(new MenuEntry("Seats.Register", "/fortroendevalda", "medlemmar", Permission.SeePeople, 34))
        .AddSingleton(new MenuEntry("People.Settings", "/installningar/etiketter", "medlemmar", Permission.EditPeople, 97));

    private static IServiceCollection AddTimeline(this IServiceCollection services) => services
        .AddScoped<PersonTimeline>().AddScoped<ITimelineSource, Belongings>().AddScoped<ITimelineSource, Payments>()
        .AddScoped<ITimelineSource, NotesWritten>().AddScoped<ITimelineSource, TagsSet>().AddScoped<ITimelineSource, SeatsTaken>()
        .AddScoped<ITimelineSource, Duties>().AddScoped<ITimelineSource, Readings>();

    private static IServiceCollection AddCalling(this IServiceCollection services) => services
        .AddScoped<IFitting, CallsToMake>().AddScoped<OnLists>().AddScoped<ISegmentUse, CallListsUse>().AddScoped<CallQueue>().AddScoped<CallBook>().AddSingleton<CallTickets>().AddScoped<CallPage.Parts>()
        .AddScoped<IMyPageCard, CallerCard>().AddScoped<ITimelineSource, CallTimeline>()
        .AddSingleton(new MenuEntry("Calling.Menu", "/ringlistor", "ring", Permission.EditPeople, 33));

    /// <summary>What waits for those who look after people, and what anybody can do this week.</summary>
    private static IServiceCollection AddDoing(this IServiceCollection services) => services
        .AddScoped<NewToday>().AddScoped<INeedsSomebody, WelcomeNeeds>().AddScoped<INeedsSomebody, CallingNeeds>().AddScoped<INeedsSomebody, ImportNeeds>().AddScoped<INeedsSomebody, BouncingNeeds>()
        .AddScoped<IMyDay, CallsAgain>().AddScoped<IMyDay, CallsToday>().AddScoped<IOthersHave, OthersCall>()
        .AddScoped<ICanDo, NewToCall>().AddScoped<ICanDo, ListsToCall>().AddScoped<Doables>().AddSingleton<InNameOf>().AddScoped<MyPage.Parts>()
        .AddScoped<IJob, WishRound>().AddScoped<ILetterKind, WishLetter>();
}
