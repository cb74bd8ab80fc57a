using Verksam.Kernel.Search;

namespace Verksam.Features.Help;

internal static class HelpModule
{
    public static IServiceCollection AddHelp(this IServiceCollection services) => services.AddSingleton<Handbook>().AddSingleton<ISearchSource, HelpFound>();

    // a plain delegate: one with parameters costs every start the building of a binder
    public static void MapHelpPictures(this IEndpointRouteBuilder app) => app.MapGet("/hjalp/bilder/{file}", Show).AllowAnonymous();

    private static async Task Show(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<Handbook>().Picture((string)http.GetRouteValue("file")!) is not { } picture)
        {
            await Results.NotFound().ExecuteAsync(http);
            return;
        }
        // the pages ask for a picture by its version; without one it may be another after the next update
        http.Response.Headers.CacheControl = http.Request.Query["v"] == picture.Version ? "public, max-age=31536000, immutable" : "no-cache";
        await Results.Bytes(picture.Content, "image/png").ExecuteAsync(http);
    }
}
