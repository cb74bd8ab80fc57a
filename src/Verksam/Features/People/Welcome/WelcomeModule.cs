using Verksam.Features.People.Listing;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.People.Welcome;

internal static class WelcomeModule
{
    public static IServiceCollection AddWelcome(this IServiceCollection services) => services
        .AddScoped<HandRaised>().AddScoped<People.Fitting.IFitting, ContactsWanted>().AddScoped<Contacts>().AddScoped<NewOnes>().AddScoped<Nudging>().AddScoped<WelcomeWords>().AddScoped<WelcomeQueue>().AddScoped<HandOver>().AddSingleton<WelcomeDesk>()
        .AddScoped<WaitingPage.Parts>().AddScoped<WelcomePage.Parts>().AddScoped<WelcomeRulePage.Parts>()
        .AddScoped<WelcomeRound>().AddScoped<IJob>(provider => provider.GetRequiredService<WelcomeRound>())
        .AddScoped<ILetterKind, WelcomeLetter>().AddScoped<ILetterKind, LateLetter>().AddScoped<ILetterKind, BidLetter>()
        .AddScoped<IMyPageCard, WelcomeCard>().AddScoped<ITimelineSource, WelcomeCalls>().AddScoped<ITimelineSource, WelcomeBids>().AddScoped<ITimelineSource, Consents>()
        .AddSingleton(new PersonLink("Welcome.Hand.Link", "vill-vara-med", Permission.EditPeople))
        .AddSingleton(new BulkAct("kontakt", "Welcome.Give.Title", Permission.EditPeople, "/manniskor/ge-kontakt", 25))
        .AddSingleton(new MenuEntry("Welcome.Menu", "/nya-medlemmar", "ny", Permission.SeePeople, 31));
}
