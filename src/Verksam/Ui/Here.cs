using Microsoft.AspNetCore.Mvc.Rendering;

namespace Verksam.Ui;

/// <summary>The screen one looks at, as its route has it: no id and no secret of the address goes further than this page.</summary>
internal static class Here
{
    /// <summary>"/planen/{year}/{number}".</summary>
    public static string Screen(ViewContext page) =>
        "/" + string.Join('/', (page.ActionDescriptor.AttributeRouteInfo?.Template ?? "").Split('/').Select(Bare));

    /// <summary>Where the help for it is found.</summary>
    public static string Help(ViewContext page) => $"/hjalp?fran={Uri.EscapeDataString(Screen(page))}";

    // "{year:int?}" → "{year}"
    private static string Bare(string segment) => segment is ['{', .. var inner, '}'] ? $"{{{inner.Split(':', '?')[0]}}}" : segment;
}
