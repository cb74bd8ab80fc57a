using Verksam.Kernel.Search;

namespace Verksam.Features.Finding;

internal static class FindingModule
{
    public static IServiceCollection AddFinding(this IServiceCollection services) => services.AddScoped<ISearchSource, PlacesFound>();
}
