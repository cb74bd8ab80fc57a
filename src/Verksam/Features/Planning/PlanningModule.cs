using Verksam.Kernel;

namespace Verksam.Features.Planning;

internal static class PlanningModule
{
    public static IServiceCollection AddPlanning(this IServiceCollection services)
    {
        services.AddScoped<Wording>();
        services.AddScoped<Import.BringIn>().AddScoped<Living.PlanPlaces>();
        services.AddSingleton(new MenuEntry("Planning.Menu", "/planen", "plan", Permission.SeePlan, 10, Main: true));
        return services;
    }
}
