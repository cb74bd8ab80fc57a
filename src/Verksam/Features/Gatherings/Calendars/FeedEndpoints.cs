using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Verksam.Features.People;
using Verksam.Formats.Calendar;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>Where programs fetch calendars: without a session, and again only when something has changed.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    // plain delegates: one with parameters costs every start the building of a binder
    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/kalender.ics", Reading, All).AllowAnonymous();
        app.MapMethods("/kalender/{slug}.ics", Reading, Unit).AllowAnonymous();
        app.MapMethods("/k/{token}.ics", Reading, Own).AllowAnonymous().RequireRateLimiting(Limits.Link);
    }

    private static Task All(HttpContext http) => Public(http, null);

    private static Task Unit(HttpContext http) => Public(http, (string)http.GetRouteValue("slug")!);

    private static async Task Public(HttpContext http, string? slug)
    {
        var db = http.RequestServices.GetRequiredService<AppDb>();
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => slug == null ? u.ParentId == null : u.Slug == slug, http.RequestAborted);
        await Answer(http, unit is null ? null : await http.RequestServices.GetRequiredService<CalendarFeeds>().Public(unit), "public, max-age=300", slug ?? "kalender");
    }

    // the secret is in the address: nobody shall keep it, search for it or pass it on
    private static async Task Own(HttpContext http)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        await Answer(http, await Read(http.RequestServices, (string)http.GetRouteValue("token")!), "private, no-cache", "kalender");
    }

    /// <summary>In a scope of its own, where whoever owns the address is the one who asks; whatever session the browser has counts for nothing.</summary>
    private static async Task<byte[]?> Read(IServiceProvider services, string token)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var (db, time, hash) = (scope.ServiceProvider.GetRequiredService<AppDb>(), services.GetRequiredService<OurTime>(), Secrets.Sum(token));
        var holders = scope.ServiceProvider.GetRequiredService<IWaysIn>().Holders;
        var found = await db.CalendarAddresses.AsNoTracking().Where(a => a.TokenHash == hash && a.ClosedAt == null && holders.Contains(a.PersonId))
            .Join(db.People, a => a.PersonId, p => p.Id, (address, p) => new { Address = address, p.Name }).SingleOrDefaultAsync();
        if (found is not { Address: var own })
            return null;
        var grants = await Rights.Of(db, db.People.Where(p => p.Id == own.PersonId).Select(p => p.Id), time.Today).ToListAsync();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(own.PersonId.Value, found.Name, [.. grants.Select(g => g.Grant)], inTwoSteps: false);
        if (own.ReadAt is not { } read || time.Now - read >= CalendarAddress.Coarse)
            await NoteRead(db, own.Id, time.Now);
        return await scope.ServiceProvider.GetRequiredService<CalendarFeeds>().Own(own.Choice);
    }

    private static async Task NoteRead(AppDb db, Id<CalendarAddress> id, DateTimeOffset now)
    {
        var at = now.ToUniversalTime();
        try
        {
            await db.CalendarAddresses.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ReadAt, at));
        }
        catch (Exception trouble) when (Trouble.IsFull(trouble))
        {
            // whoever only wants to read need not suffer from a full disk
        }
    }

    private static async Task Answer(HttpContext http, byte[]? calendar, string keep, string name)
    {
        if (calendar is null)
        {
            await Results.NotFound().ExecuteAsync(http);
            return;
        }
        (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = (keep, "Cookie"); // which has the language
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(calendar))[..32]}\"");
        await Results.Bytes(calendar, CalendarWriter.ContentType, $"{name}.ics", entityTag: tag).ExecuteAsync(http);
    }
}
