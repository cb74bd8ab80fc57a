using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Accounts.Devices;

/// <summary>Tells an account's holder by letter when somebody has come in with a browser that has not been here before.</summary>
internal sealed class DeviceWatch(AppDb db, NewDeviceLetter letter, OutboxBell bell)
{
    private const string Cookie = "verksam-enhet";

    /// <summary>Remembers the browser; saved with the session.</summary>
    public async Task See(HttpContext http, Account account, SignInSession session)
    {
        var now = session.BeganAt;
        var key = http.Request.Cookies[Cookie] is { Length: 32 } had ? had : RandomNumberGenerator.GetHexString(32, lowercase: true);
        var known = await db.KnownDevices.Where(d => d.AccountId == account.Id).ToListAsync();
        db.KnownDevices.RemoveRange(known.Where(d => d.SeenAt < now - KnownDevice.Kept));
        if (known.Find(d => d.KeyHash == KnownDevice.Hash(key)) is { } device)
            device.Seen(now);
        else
            db.KnownDevices.Add(new KnownDevice(account.Id, key, now));
        if (known.Count > 0 && !known.Exists(d => d.KeyHash == KnownDevice.Hash(key)))
        {
            db.Letters.Add(letter.Write(account, session));
            bell.Ring();
        }
        http.Response.Cookies.Append(Cookie, key, new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = KnownDevice.Kept });
    }
}
