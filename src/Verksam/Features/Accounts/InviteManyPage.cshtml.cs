using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Listing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Accounts;

/// <summary>Those who were chosen in a list get an account and a letter with a link each. Who has one already is left in peace.</summary>
[Requires(Permission.EditPeople)]
internal sealed class InviteManyPage(AppDb db, CurrentUser me, ChosenPeople chosen, Invitations invitations, IWaysIn ways) : PageModel
{
    /// <summary>Letters at a time: so many are written while one waits.</summary>
    private const int Most = 500;

    [BindProperty(Name = "val", SupportsGet = true)]
    public Guid? Choice { get; set; }

    /// <summary>Those who would get a letter.</summary>
    public IReadOnlyList<Person> Ready { get; private set; } = [];

    public int HaveAccount { get; private set; }
    public int LackAddress { get; private set; }
    public bool IsTooMany => Ready.Count > Most;
    public int AtMost => Most;

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromServices] OutboxBell bell, [FromServices] Texts texts)
    {
        if (!await Find() || IsTooMany)
            return NotFound();
        var refused = 0;
        foreach (var person in Ready)
            refused += await invitations.Invite(person) is null ? 0 : 1;
        await db.SaveChangesAsync();
        bell.Ring();
        TempData.Say(texts.Capital(texts.Count("Accounts.Many.Done", Ready.Count - refused)) + (refused == 0 ? "" : " " + texts.Capital(texts.Count("Accounts.Many.Refused", refused))));
        return Redirect(Request.BackToList());
    }

    private async Task<bool> Find()
    {
        if (await chosen.Of(Choice) is not { } people)
            return false;
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        var (mine, holders) = (people.Where(p => units.Contains(p.UnitId)), ways.Holders);
        HaveAccount = await mine.CountAsync(p => holders.Contains(p.Id));
        LackAddress = await mine.CountAsync(p => !holders.Contains(p.Id) && p.Email == null);
        Ready = await mine.Where(p => !holders.Contains(p.Id) && p.Email != null).OrderBy(p => p.NameFolded).Take(Most + 1).ToListAsync();
        return true;
    }
}
