using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Features.People.Activity;
using Verksam.Features.People.Fitting;
using Verksam.Features.People.Timeline;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Search;

namespace Verksam.Features.Gatherings;

internal static class GatheringsModule
{
    public static IServiceCollection AddGatherings(this IServiceCollection services) => services
        .AddShifts().AddScoped<Kinds>().AddScoped<Seen>().AddScoped<Promises>().AddScoped<IEvidence, GatheringsShown>().AddScoped<IMeasure, GatheringsMeasure>().AddScoped<Copying>().AddScoped<Making>()
        .AddScoped<Seating>().AddScoped<IAskedJob, SettleJob>().AddScoped<ILetterKind, OfferedLetter>().AddScoped<IJob, OldNeeds>()
        .AddScoped<Concerned>().AddScoped<RearrangeDesk>().AddScoped<Previewing>().AddScoped<IAskedJob, RearrangeJob>().AddScoped<ILetterKind, RearrangedLetter>().AddScoped<RearrangePage.Parts>().AddScoped<RearrangedPage.Words>()
        .AddScoped<ISearchSource, GatheringsFound>().AddScoped<GatheringsFound.Parts>()
        .AddScoped<SeriesChange>().AddScoped<SeriesPage.Words>().AddScoped<IJob, OldDrafts>()
        .AddScoped<GatheringWords>().AddScoped<GatheringPage.Parts>().AddScoped<GatheringsPage.Parts>()
        .AddScoped<GatheringChoices>().AddScoped<GatheringChoices.Words>()
        .AddSingleton(new MenuEntry("Gatherings.Menu", "/aktiviteter", "kalender", Permission.SeePlan, 15, Main: true))
        .AddSingleton(new MenuEntry("Gatherings.Kinds.Menu", "/installningar/aktivitetsslag", "reglage", Permission.Administer, 95))
        .Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Gatherings/VenuePage", "/aktiviteter/platser/ny"));

    private static IServiceCollection AddShifts(this IServiceCollection services) => services
        .AddScoped<Clashes>().AddScoped<Asking>().AddScoped<Rota>().AddScoped<WhoFits>().AddScoped<MyShiftPage.Parts>().AddScoped<ShiftPage.Words>()
        .AddScoped<IAskedJob, AskJob>().AddScoped<ILetterKind, ShiftLetter>()
        .AddScoped<OpenShifts>().AddScoped<IFitting, OpenShifts>().AddScoped<IMyPageCard, MyShifts>()
        .AddScoped<IMeasure, ShiftsMeasure>().AddScoped<ISignOfActivity, ShiftSign>().AddScoped<ITimelineSource, ShiftTimeline>();
}
