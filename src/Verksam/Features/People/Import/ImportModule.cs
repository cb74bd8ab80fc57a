using Verksam.Features.People.Import.Applying;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.People.Import;

internal static class ImportModule
{
    /// <summary>For the house, and for a command without one around it.</summary>
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddScoped<Meaning>().AddScoped<ImportPage.Saying>().AddScoped<Importer>().AddScoped<ReadStep>().AddScoped<ApplyStep>().AddScoped<UndoStep>().AddScoped<ImportJob>().AddScoped<BringingIn>()
        .AddScoped<IAskedJob>(provider => provider.GetRequiredService<ImportJob>()).AddScoped<IJob, ImportErasing>();
}
