using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;

namespace Verksam.Kernel.Backups;

internal static class BackupModule
{
    /// <summary>In a demo there is nothing that would be missed.</summary>
    public static void AddBackups(this IServiceCollection services, IConfiguration configuration, Installation installation, IReadOnlyList<Recurring> schedule)
    {
        services.AddScoped<Readiness>().AddScoped<BackupWriter>();
        services.AddSingleton<IReadOnlyList<Recurring>>(
            [.. schedule.Where(r => !installation.IsDemo || r.Name != NightlyBackup.JobName)]);
        if (installation.IsDemo)
            return;
        services.AddSingleton(BackupShelf.Of(configuration, installation)).AddSingleton<RestoreTest>();
        services.AddScoped<NightlyBackup>().AddScoped<IJob>(provider => provider.GetRequiredService<NightlyBackup>());
    }
}
