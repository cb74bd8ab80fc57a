using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Living;
using Verksam.Features.People.Activity;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Measures.Register;
using Verksam.Features.Planning.Needs;
using Verksam.Features.Planning.Reminding;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Search;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Planning;

internal static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services)
    {
        services.AddScoped<Wording>();
        services.Configure<RouteOptions>(routes => routes.ConstraintMap[CommitmentNumber.Name] = typeof(CommitmentNumber));
        services.Configure<RazorPagesOptions>(AlsoForUnits);
        services.AddScoped<StandingSettings>().AddScoped<Figures>().AddMeasures();
        services.AddScoped<NightlyPoints>().AddScoped<IJob>(provider => provider.GetRequiredService<NightlyPoints>());
        services.AddScoped<MyCommitments>().AddScoped<IMyPageCard>(provider => provider.GetRequiredService<MyCommitments>()).AddScoped<IMyPageCard, Amending.ProposalsCard>();
        services.AddScoped<Carried>().AddScoped<Carried.Told>().AddScoped<Completions>().AddScoped<Sharing.Shares>().AddScoped<Candidates>().AddScoped<Handing>().AddScoped<CommitmentPlaces>();
        services.AddScoped<MeasurePanels>().AddScoped<RowsBehind>().AddScoped<Counting>().AddScoped<MeasurePage.Parts>().AddScoped<Overview.OverviewPage.Parts>();
        services.AddScoped<NextYear.Outcomes>().AddScoped<NextYear.NextYearPage.Parts>().AddScoped<NextYear.CarriesOnPage.Parts>().AddScoped<Review.ReviewPage.Parts>();
        services.AddScoped<Deciding.Agendas>().AddScoped<Deciding.AgendaDocument>().AddScoped<Deciding.SittingPage.Parts>();
        services.AddScoped<Following.FollowUps>().AddScoped<Following.FollowUpDocument>();
        services.AddScoped<Meanwhile>().AddScoped<History>().AddScoped<OwnerPage.Parts>().AddScoped<Replanning.ReplanPage.Parts>();
        services.AddScoped<Burdens>().AddSingleton(new PersonLink("Planning.HandOver.Title", "lamna-over", Permission.EditPlan));
        services.AddReminding().AddSearch().AddNeeds();
        services.AddScoped<CommitmentPage.Parts>().AddScoped<OwnersPage.Parts>();
        services.AddScoped<Import.BringIn>().AddScoped<Versions.NextVersion>().AddScoped<Versions.TakingPlace>().AddScoped<Review.ProposalPage.Parts>().AddScoped<Amending.TakeIn>().AddScoped<Amending.AmendmentsPage.Parts>().AddScoped<PlanPlaces>().AddScoped<PlanSheets>();
        services.AddSingleton(new MenuEntry("Planning.Overview.Title", "/oversikt", "oversikt", Permission.SeePlan, 5, Main: true));
        services.AddSingleton(new MenuEntry("Planning.FollowUp.Menu", "/uppfoljning", "skriv-ut", Permission.SeePlan, 40));
        services.AddSingleton(new MenuEntry("Planning.Standing.Menu", "/installningar/lagen", "reglage", Permission.Administer, 95));
        services.AddSingleton(new MenuEntry("Planning.Measures.Title", "/matt", "tid", Permission.SeePlan, 45));
        services.AddSingleton(new MenuEntry("Planning.Menu", "/planen", "plan", Permission.SeePlan, 10, Main: true));
        services.AddSingleton(new MenuEntry("Planning.Mine.Menu", "/mina-ataganden", "klar", Permission.SeePlan, 20));
        return services;
    }

    /// <summary>What the plan waits for, and what anybody can do for it this week.</summary>
    private static IServiceCollection AddNeeds(this IServiceCollection services) => services.AddScoped<OwnPlans>()
        .AddScoped<INeedsSomebody, OwnCommitments>().AddScoped<INeedsSomebody, PlanNeeds>().AddScoped<INeedsSomebody, DecisionNeeds>()
        .AddScoped<IOthersHave, OthersCarry>().AddScoped<People.Doing.ICanDo, PlanToDo>();

    private static IServiceCollection AddSearch(this IServiceCollection services) => services.AddScoped<People.Timeline.ITimelineSource, TakenOn>().AddScoped<WithoutOwner>().AddScoped<People.Fitting.IFitting>(provider => provider.GetRequiredService<WithoutOwner>())
        .AddScoped<ISearchSource, Searching.CommitmentsFound>().AddSingleton<IAtStart, Searching.CommitmentSearchStart>();

    // what stands at /planen/2026 for the whole organisation stands at /planen/alnas/2026 for one unit
    private static void AlsoForUnits(RazorPagesOptions pages)
    {
        pages.Conventions.AddPageRoute("/Planning/Living/LivingPlanPage", "/planen/{unit}/{year:int}");
        pages.Conventions.AddPageRoute("/Planning/Carrying/CommitmentPage", "/planen/{unit}/{year:int}/{number:commitment}");
        pages.Conventions.AddPageRoute("/Planning/Carrying/OwnerPage", "/planen/{unit}/{year:int}/{number:commitment}/ansvarig");
        pages.Conventions.AddPageRoute("/Planning/Carrying/NotePage", "/planen/{unit}/{year:int}/{number:commitment}/anteckning");
        pages.Conventions.AddPageRoute("/Planning/Carrying/TiePage", "/planen/{unit}/{year:int}/{number:commitment}/koppla");
        pages.Conventions.AddPageRoute("/Planning/Replanning/ReplanPage", "/planen/{unit}/{year:int}/{number:commitment}/planera-om");
        pages.Conventions.AddPageRoute("/Planning/Sharing/SharePage", "/planen/{unit}/{year:int}/{number:commitment}/delar");
        pages.Conventions.AddPageRoute("/Planning/Sharing/PartPage", "/planen/{unit}/{year:int}/{number:commitment}/delar/{part}");
        pages.Conventions.AddPageRoute("/Planning/Versions/VersionsPage", "/planen/{unit}/{year:int}/versioner");
        pages.Conventions.AddPageRoute("/Planning/NextYear/NextYearPage", "/planen/{unit}/{year:int}/nasta-ar");
        pages.Conventions.AddPageRoute("/Planning/Deciding/SittingsPage", "/planen/{unit}/{year:int}/styrelsen");
        pages.Conventions.AddPageRoute("/Planning/Deciding/SittingPage", "/planen/{unit}/{year:int}/styrelsen/{id:guid}");
        pages.Conventions.AddPageRoute("/Planning/Carrying/OwnersPage", "/planen/{unit}/{year:int}/ansvariga");
    }

    private static IServiceCollection AddMeasures(this IServiceCollection services) => services
        .AddScoped<IMeasure, PeopleMeasure>().AddScoped<IMeasure, DoneMeasure>()
        .AddScoped<IMeasure, NewMembersMeasure>().AddScoped<IMeasure, ActiveMembersMeasure>().AddScoped<IMeasure, WorkingEmailMeasure>()
        .AddScoped<IMeasure, ContactedMeasure>().AddScoped<IMeasure, InvitedMeasure>()
        .AddScoped<IMeasure, ElectedMeasure>().AddScoped<ISignOfActivity, ReportSign>();
}
