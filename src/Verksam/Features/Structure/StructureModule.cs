using Verksam.Kernel;

namespace Verksam.Features.Structure;

internal static class StructureModule
{
    public static IServiceCollection AddStructure(this IServiceCollection services)
    {
        services.AddScoped<OurColours>().AddScoped<IBrand>(provider => provider.GetRequiredService<OurColours>());
        services.AddSingleton(new MenuEntry("Structure.Menu", "/organisation", "lada", Permission.SeePlan, 60));
        services.AddSingleton(new MenuEntry("Structure.TwoStep.Menu", "/installningar/tva-steg", "nyckel", Permission.Administer, 97));
        return services;
    }
}
