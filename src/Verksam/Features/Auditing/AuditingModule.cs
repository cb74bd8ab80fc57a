using Verksam.Kernel;

namespace Verksam.Features.Auditing;

internal static class AuditingModule
{
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services
        .AddScoped<LogNames>().AddScoped<LogWords>().AddScoped<LogRows>().AddScoped<LogFile>()
        .AddSingleton(new MenuEntry("Auditing.Menu", "/logg", "skold", Permission.ReadAudit, 85));
}
