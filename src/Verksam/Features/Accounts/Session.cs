using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts.Devices;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Time;

namespace Verksam.Features.Accounts;

/// <summary>The signed-in session: a cookie with the account, its stamp and the sign-in; all else is what the database says now.</summary>
internal static class Session
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Stamp = "stamp";

    public static async Task Begin(HttpContext http, Account account, bool remember, SignInStrength strength = SignInStrength.One)
    {
        var (db, now) = (http.RequestServices.GetRequiredService<AppDb>(), Now(http));
        var session = SignInSession.Begin(account.Id, http.Request.Headers.UserAgent, strength, now);
        db.SignInSessions.Add(session);
        await http.RequestServices.GetRequiredService<DeviceWatch>().See(http, account, session);
        await db.SaveChangesAsync(http.RequestAborted);
        await db.SignInSessions.Where(s => s.AccountId == account.Id && s.SeenAt < now - SignInSession.Kept).ExecuteDeleteAsync(http.RequestAborted);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(Stamp, account.SecurityStamp ?? ""), new Claim(ClaimTypes.Sid, session.Id.ToString())], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = remember });
    }

    /// <summary>Out, here: the cookie is taken back, and a copy of it leads nowhere.</summary>
    public static async Task End(HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<AppDb>();
        if (Id<SignInSession>.TryParse(http.User.FindFirstValue(ClaimTypes.Sid), null, out var id)
            && await db.SignInSessions.SingleOrDefaultAsync(s => s.Id == id) is { } session)
        {
            session.End(Now(http));
            await db.SaveChangesAsync();
        }
        await http.SignOutAsync(Scheme);
    }

    /// <summary>In, and on to where the person was going.</summary>
    public static Task<IActionResult> Enter(PageModel page, Entry entry) => Enter(page, entry.Account!, entry.Ticket!.Remember, entry.Ticket.Till);

    /// <summary>One step is taken: in, or on to the second where the account has one.</summary>
    public static async Task<IActionResult> Enter(PageModel page, Account account, bool remember, string? till)
    {
        var http = page.HttpContext;
        if (await http.RequestServices.GetRequiredService<AppDb>().SecondSteps.AnyAsync(s => s.AccountId == account.Id))
        {
            Waiting.Begin(http, account, remember, till);
            return page.LocalRedirect("/logga-in/engangskod");
        }
        await Begin(http, account, remember);
        return page.LocalRedirect(page.Url.IsLocalUrl(till) ? till! : "/");
    }

    /// <summary>Who asks; an ended account, a changed stamp or nobody leaves the user unknown.</summary>
    public static async Task Recognise(HttpContext http, RequestDelegate next)
    {
        var me = http.RequestServices.GetRequiredService<CurrentUser>();
        if (Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account) && !IsDatabaseAway(http))
        {
            if (await IsOpen(http, account) is { } strength)
                await http.RequestServices.GetRequiredService<IRights>()
                    .Recognise(me, account, http.User.FindFirstValue(Stamp) ?? "", strength == SignInStrength.Two, http.RequestAborted);
            if (!me.IsKnown)
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        http.RequestServices.GetRequiredService<Actor>().Is(me.IsKnown ? me.PersonId : null, "web");
        await next(http);
    }

    // on the page that says so: to find out who asks would be to ask it once more
    private static bool IsDatabaseAway(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>() is { } handled && Trouble.IsAway(handled.Error);

    private static async Task<SignInStrength?> IsOpen(HttpContext http, Guid account)
    {
        if (!Id<SignInSession>.TryParse(http.User.FindFirstValue(ClaimTypes.Sid), null, out var id))
            return null;
        var (services, now) = (http.RequestServices, Now(http));
        var minute = now.ToUnixTimeSeconds() / 60;
        return await services.GetRequiredService<Kept>().Get((nameof(SignInSession), id, account, minute), () => IsOpen(services.GetRequiredService<AppDb>(), id, account, now));
    }

    // asked once a minute and after each save: that is often enough to know when somebody was last here
    private static async Task<SignInStrength?> IsOpen(AppDb db, Id<SignInSession> id, Guid account, DateTimeOffset now)
    {
        var session = await db.SignInSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.AccountId == account && s.EndedAt == null);
        if (session?.IsSeenAgain(now) == true)
            await NoteSeen(db, id, now);
        return session?.Strength;
    }

    private static async Task NoteSeen(AppDb db, Id<SignInSession> id, DateTimeOffset now)
    {
        try
        {
            await db.SignInSessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now));
        }
        catch (Exception trouble) when (Trouble.IsFull(trouble))
        {
            // whoever only wants to read need not suffer from a full disk
        }
    }

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}

/// <inheritdoc cref="IRights"/>
internal sealed class AccountRights(AppDb db, OurTime time, Kept kept) : IRights
{
    public async Task Recognise(CurrentUser user, Guid account, string stamp, bool inTwoSteps, CancellationToken cancelled)
    {
        var today = time.Today;
        if (await kept.Get((nameof(AccountRights), account, stamp, today), () => Look(account, stamp, today, cancelled)) is { } known)
            user.Is(known.Person, known.Name, known.Grants, inTwoSteps);
    }

    private async Task<Known?> Look(Guid account, string stamp, DateOnly today, CancellationToken cancelled)
    {
        var person = await (
            from a in db.Users
            where a.Id == account && a.SecurityStamp == stamp
            join p in db.People on a.PersonId equals p.Id
            select new { p.Id, p.Name }).SingleOrDefaultAsync(cancelled);
        if (person is null)
            return null;
        var grants = await Rights.Of(db, db.People.Where(p => p.Id == person.Id).Select(p => p.Id), today).ToListAsync(cancelled);
        return new Known(person.Id.Value, person.Name, [.. grants.Select(g => g.Grant)]);
    }

    private sealed record Known(Guid Person, string Name, IReadOnlyList<Grant> Grants);
}
