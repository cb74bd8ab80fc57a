using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>
/// Somebody has taken the first step and not the second: kept in a cookie that gives nothing by itself. A new stamp on the account ends it.
/// </summary>
internal sealed record Waiting(Guid Account, string Stamp, bool Remember, string? Till, DateTimeOffset Until)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Cookie = "verksam-steg";

    public static void Begin(HttpContext http, Account account, bool remember, string? till)
    {
        var waiting = new Waiting(account.Id, account.SecurityStamp ?? "", remember, till, Now(http) + Lifetime);
        http.Response.Cookies.Append(Cookie, Box(http).Protect(JsonSerializer.Serialize(waiting)),
            new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = Lifetime });
    }

    public static Waiting? Of(HttpContext http)
    {
        try
        {
            var waiting = http.Request.Cookies[Cookie] is { } said ? JsonSerializer.Deserialize<Waiting>(Box(http).Unprotect(said)) : null;
            return waiting?.Until > Now(http) ? waiting : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie);

    private static IDataProtector Box(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("waiting for the second step");

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
