using Verksam.Kernel;

namespace Verksam.Features.Structure;

internal static class StructureModule
{
    public static IServiceCollection AddStructure(this IServiceCollection services)
    {
        services.AddSingleton<OurColours>().AddSingleton<IBrand>(provider => provider.GetRequiredService<OurColours>());
        services.AddSingleton(new MenuEntry("Structure.Menu", "/organisation", "lada", Permission.SeePlan, 60));
        return services;
    }
}
