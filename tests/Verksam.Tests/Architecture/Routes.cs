using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Verksam.Kernel;
using Verksam.Tests.House;

namespace Verksam.Tests.Architecture;

/// <summary>Every address that the house answers, taken from the house itself. Files of wwwroot are one line.</summary>
internal static class Routes
{
    public const string Files = "(files)";

    public static IReadOnlyList<RouteEndpoint> All(AppUnderTest app) =>
        [.. app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    public static string Pattern(RouteEndpoint route) => IsFile(route) ? Files : "/" + route.RoutePattern.RawText!.TrimStart('/');

    public static bool IsFile(RouteEndpoint route) => route.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    /// <summary>Files that were added since the build, which the framework looks for where a program is built and not published. Needs a sign-in.</summary>
    public static bool IsReloading(RouteEndpoint route) => route.RoutePattern.RawText == "{**path:file}";

    public static bool IsAnonymous(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public static Permission? Needed(RouteEndpoint route) => route.Metadata.GetMetadata<RequiresAttribute>()?.Permission;

    public static Type? Page(RouteEndpoint route) => route.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerTypeInfo
        ?? PageType(route.Metadata.GetMetadata<PageActionDescriptor>());

    // a page is compiled when it is first asked for; its model is known by the page's path
    private static Type? PageType(PageActionDescriptor? page) => page is null ? null
        : typeof(AppDb).Assembly.GetType($"Verksam{page.RelativePath.Replace(".cshtml", "", StringComparison.Ordinal).Replace('/', '.')}");
}
