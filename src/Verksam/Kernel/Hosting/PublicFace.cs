using Microsoft.AspNetCore.CookiePolicy;

namespace Verksam.Kernel.Hosting;

/// <summary>What follows from the address outwards: the name the house answers to, and that what is encrypted stays so.</summary>
internal static class PublicFace
{
    private const string Hosts = "AllowedHosts";

    /// <summary>Where an address is set, nobody reaches the house by another name but from the machine itself. AllowedHosts of ASP.NET says otherwise.</summary>
    public static void AddPublicFace(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Hosts]) && Uri.TryCreate(builder.Configuration[Installation.PublicUrlSetting], UriKind.Absolute, out var url))
            builder.Configuration[Hosts] = $"{url.Host};localhost;127.0.0.1;[::1]";
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UsePublicFace(this WebApplication app, Installation installation)
    {
        app.UseHsts();
        app.UseCookiePolicy(new CookiePolicyOptions
        {
            HttpOnly = HttpOnlyPolicy.Always,
            Secure = installation.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest,
        });
    }
}
