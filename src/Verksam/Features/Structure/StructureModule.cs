using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Kernel.Search;

namespace Verksam.Features.Structure;

internal static class StructureModule
{
    public static IServiceCollection AddStructure(this IServiceCollection services)
    {
        services.AddScoped<OurColours>().AddScoped<IBrand>(provider => provider.GetRequiredService<OurColours>());
        services.AddScoped<ISearchSource, UnitsFound>();
        services.AddScoped<YearDays>().AddSingleton(new MenuEntry("Structure.Days.Menu", "/dagar", "kalender", Permission.SeePlan, 50));
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Structure/Days/DayPage", "/dagar/ny"));
        services.AddSingleton(new MenuEntry("Structure.Menu", "/organisation", "lada", Permission.SeePlan, 60));
        services.AddSingleton(new MenuEntry("Structure.TwoStep.Menu", "/installningar/tva-steg", "nyckel", Permission.Administer, 97));
        services.AddSingleton(new MenuEntry("Structure.Words.Menu", "/installningar/ord", "penna", Permission.Administer, 96));
        return services;
    }
}
