using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts.Devices;

/// <summary>Where one is signed in, and out of one at a time.</summary>
[Requires(Permission.None)]
internal sealed class DevicesPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    public IReadOnlyList<SignInSession> Sessions { get; private set; } = [];

    public Id<SignInSession>? Here => Id<SignInSession>.TryParse(User.FindFirstValue(ClaimTypes.Sid), null, out var id) ? id : null;

    public async Task OnGet()
    {
        var dead = db.Clock.GetUtcNow() - SessionCookie.Lifetime; // its cookie has run out
        Sessions = await Mine().Where(s => s.EndedAt == null && s.SeenAt > dead).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.Id).ToListAsync();
    }

    public async Task<IActionResult> OnPost(Id<SignInSession> id)
    {
        if (await Mine().SingleOrDefaultAsync(s => s.Id == id) is not { } session)
            return NotFound();
        session.End(db.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        TempData.Say(texts["Accounts.Devices.Ended", DeviceNames.Said(session.Device, texts)]);
        return Redirect("/konto/enheter");
    }

    private IQueryable<SignInSession> Mine() => db.SignInSessions.Where(s => db.Users.Any(a => a.Id == s.AccountId && a.PersonId == new Id<Person>(me.PersonId)));
}
