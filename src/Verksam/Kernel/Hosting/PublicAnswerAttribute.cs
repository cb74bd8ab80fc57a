using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Verksam.Kernel.Hosting;

/// <summary>
/// A page that is the same for all who have no session: whoever reads it, or stands between, may keep it a minute, and asks afterwards only whether
/// it is another. The tag is of the page's own bytes, so that it tells nobody that something else in the house was saved.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublicAnswerAttribute : Attribute, IAsyncResultFilter
{
    // most pages are written into it without making it larger
    private const int UsualBytes = 32 * 1024;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (http, wire) = (context.HttpContext, context.HttpContext.Response.Body);
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            await next(); // what somebody has sent, and is shown again, is nobody else's
            return;
        }
        using var page = new MemoryStream(UsualBytes);
        http.Response.Body = page;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = wire;
        }
        if (http.Response.StatusCode == StatusCodes.Status200OK && IsKnown(http, page))
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        else if (page.TryGetBuffer(out var bytes))
            await wire.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool IsKnown(HttpContext http, MemoryStream page)
    {
        var headers = http.Response.Headers;
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)))[..32]}\"";
        // the language is chosen by a cookie; with a session one's answer may carry that of the session
        (headers.ETag, headers.Vary) = (tag, "Cookie");
        headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "private, no-cache" : "public, max-age=60";
        return http.Request.Headers.IfNoneMatch.Any(asked => asked?.Split(',').Any(one => one.Trim() is "*" || one.Trim().TrimStart('W', '/') == tag) == true);
    }
}
