using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Today;

internal static class TodayModule
{
    public static IServiceCollection AddToday(this IServiceCollection services) => services
        .AddSingleton<WaitingCounts>().AddHostedService<Counting>()
        .AddScoped<TodayList>().AddScoped<DueWords>().AddScoped<HowLong>().AddScoped<DoneToday>().AddScoped<TodayPage.Words>().AddScoped<TodayPage.Parts>()
        .AddScoped<IJob, MorningRound>().AddScoped<ILetterKind, MorningLetterKind>()
        .AddSingleton(new MenuEntry("Today.Menu", "/idag", "klar", Permission.SeePlan, 18) { IsOfDuties = true, IsCounted = true });
}
