using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Ui;

/// <summary>What pages have in common whose address is the right: no cookie speaks for anybody there, and nobody shall learn the address.</summary>
internal static class BySecret
{
    /// <summary>Sent by another site's page.</summary>
    public static bool IsFromElsewhere(this HttpRequest request) => request.Headers["Sec-Fetch-Site"] is ["cross-site"];

    /// <summary>No other page is told where one came from.</summary>
    public static void KeepAddress(this HttpResponse response) => response.Headers["Referrer-Policy"] = "no-referrer";

    /// <summary>The page that says that the link leads nowhere any more.</summary>
    public static PageResult Gone() => new() { StatusCode = StatusCodes.Status410Gone };
}
