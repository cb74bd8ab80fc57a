using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;

namespace Verksam.Kernel.Files;

internal static class FilesModule
{
    /// <summary>What a command needs as well as the house.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<FilePlaces>().AddSingleton<FileTrial>().AddScoped<PlaceMemory>().AddScoped<Archive>().AddScoped<Moving>();

    public static void AddFileKeeping(this IServiceCollection services, Installation installation)
    {
        services.AddFiles().AddScoped<LooseFiles>().AddScoped<IJob>(provider => provider.GetRequiredService<LooseFiles>());
        if (!(installation.Files ?? FilePlace.Database).IsDatabase)
            services.AddSingleton<IAtStart, FirstUse>();
    }
}

/// <summary>A place that is set for the first time is made ready. One that cannot be reached stops nobody: what needs no file goes on.</summary>
internal sealed partial class FirstUse(ILogger<FirstUse> log) : IAtStart
{
    public async Task Run(IServiceProvider services, CancellationToken cancelled)
    {
        try
        {
            await services.GetRequiredService<PlaceMemory>().Begin(cancelled);
        }
        catch (FileTrouble trouble)
        {
            LogAway(log, trouble, services.GetRequiredService<FilePlaces>().Set.Address);
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateException before) when (Database.IsBefore(before))
        {
            // another node started at the same moment and has noted it
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The place for files, {Place}, cannot be used: verksam doctor says why")]
    private static partial void LogAway(ILogger logger, Exception trouble, string place);
}
