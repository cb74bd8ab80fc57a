using Verksam.Features.People.Activity;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Timeline;
using Verksam.Features.People.Export;
using Verksam.Features.People.Import;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Tags;
using Verksam.Features.People.Welcome;
using Verksam.Features.Structure;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Search;
using Verksam.Kernel;

namespace Verksam.Features.People;

internal static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<IGroupUse, GroupsInUse>().AddScoped<Places>().AddScoped<PersonPage.Parts>().AddScoped<MembershipSettings>()
        .AddScoped<ActivePeople>().AddScoped<ISignOfActivity, DutySign>().AddScoped<ISignOfActivity, SeatSign>()
        .AddSingleton(new MenuEntry("People.Active.Menu", "/installningar/aktiva", "medlemmar", Permission.Administer, 98))
        .AddScoped<CallQueue>().AddScoped<CallBook>().AddSingleton<CallTickets>().AddScoped<CallPage.Parts>().AddScoped<IMyPageCard, CallerCard>().AddScoped<ITimelineSource, CallTimeline>()
        .AddSingleton(new MenuEntry("Calling.Menu", "/ringlistor", "ring", Permission.EditPeople, 33))
        .AddSegments()
        .AddScoped<ListPeople>().AddSegments()
        .AddScoped<ChosenPeople>().AddScoped<ListChoices>().AddScoped<ListReader>().AddScoped<PeoplePage.Parts>()
        .AddScoped<PersonTimeline>().AddScoped<ITimelineSource, Belongings>().AddScoped<ITimelineSource, Payments>().AddScoped<ITimelineSource, Duties>().AddScoped<ITimelineSource, Readings>()
        .AddScoped<ISearchSource, Searching.PeopleFound>().AddSingleton<IAtStart, Searching.PeopleSearchStart>()
        .AddWelcome()
        .AddScoped<IPersonSection, ContactSection>().AddScoped<IPersonSection, SeatsSection>().AddScoped<IPersonSection, OfferSection>()
        .AddScoped<IPersonSection, NotesSection>().AddScoped<IPersonSection, TagsSection>().AddScoped<IPersonSection, FieldsSection>()
        .AddSingleton(new BulkAct("tagga", "Tags.Bulk", Permission.EditPeople, "/manniskor/tagga", 20))
        .AddSingleton(new MenuEntry("Seats.Register", "/fortroendevalda", "medlemmar", Permission.SeePeople, 34))
        .AddSingleton(new MenuEntry("People.Settings", "/installningar/etiketter", "medlemmar", Permission.EditPeople, 97))
        .AddImport().AddScoped<Exporting>().AddScoped<ImportDesk>().AddScoped<ColumnsShelf>()
        .AddSingleton(new BulkAct("exportera", "Export.Title", Permission.ExportPeople, "/manniskor/exportera", 90))
        .AddSingleton(new MenuEntry("People.Mine.Title", "/min-sida", "jag", Permission.SeePlan, 32))
        .AddSingleton(new MenuEntry("People.Menu", "/manniskor", "medlemmar", Permission.SeePeople, 30, Main: true))
        .AddSingleton(new MenuEntry("People.Membership.Menu", "/installningar/medlemskap", "medlemmar", Permission.Administer, 98));
}
