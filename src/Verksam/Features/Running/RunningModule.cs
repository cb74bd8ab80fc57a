using Verksam.Kernel;

namespace Verksam.Features.Running;

internal static class RunningModule
{
    public static IServiceCollection AddRunning(this IServiceCollection services) =>
        services.AddSingleton(new MenuEntry("Running.Menu", "/drift", "puls", Permission.Administer, 99));
}
