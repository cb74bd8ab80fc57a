using Microsoft.AspNetCore.Authentication.Cookies;
using Verksam.Kernel;

namespace Verksam.Features.Accounts;

internal static class SessionCookie
{
    /// <summary>Counted anew while it is used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "verksam";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax; // links in letters lead in
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/logga-in";
        cookie.ReturnUrlParameter = "till";
        cookie.Events.OnRedirectToAccessDenied = context => Deny(context.HttpContext);
    }

    // somebody who may, but has taken one step only, is told what to do about it
    private static Task Deny(HttpContext http)
    {
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>()?.Permission;
        if (needed is { } permission && http.RequestServices.GetRequiredService<CurrentUser>().Withheld.Any(g => g.Permissions.HasFlag(permission)))
            http.Response.Redirect("/konto/tva-steg");
        else
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
