using Microsoft.AspNetCore.Mvc.Rendering;

namespace Verksam.Ui;

/// <summary>The screen one looks at, as its route has it: no id and no secret of the address goes further than this page.</summary>
internal static class Here
{
    /// <summary>"/planen/{year}/{number}".</summary>
    public static string Screen(ViewContext page) =>
        "/" + string.Join('/', (page.ActionDescriptor.AttributeRouteInfo?.Template ?? "").Split('/').Select(Bare));

    /// <summary>Where the help for it is found; what went wrong is no screen.</summary>
    public static string Help(ViewContext page) => Screen(page) is var screen && screen.StartsWith("/fel/", StringComparison.Ordinal) ? "/hjalp" : $"/hjalp?fran={Uri.EscapeDataString(screen)}";

    // "{year:int?}" → "{year}"
    private static string Bare(string segment) => segment is ['{', .. var inner, '}'] ? $"{{{inner.Split(':', '?')[0]}}}" : segment;
}
