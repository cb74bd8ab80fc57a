using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>
/// The phone is handed to whoever one talks to: a screen with nothing of the house on it, where they write how to reach them and say yes to being
/// kept. What was written cannot be read there afterwards.
/// </summary>
[Requires(Permission.SeePlan)]
internal sealed class HandPage(AppDb db, CurrentUser me, HandDesk desk, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Somebody has just written.</summary>
    [BindProperty(Name = "tack", SupportsGet = true)]
    public bool IsThanked { get; set; }

    public Gathering Gathering { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public bool IsOpen => Tally.IsOpen(Gathering, db.Clock.GetUtcNow());

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Input = new Form { Nonce = Guid.CreateVersion7(db.Clock.GetUtcNow()) };
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(await desk.Take(Gathering, Input.Told), texts))
            return Page();
        return Redirect($"/aktiviteter/{id}/ute/intresse?tack=true");
    }

    /// <summary>As a phone sends it, now or when it has found a net. The same once more changes nothing.</summary>
    /// <param name="ago">Milliseconds.</param>
    public async Task<IActionResult> OnPostEntry(Id<Gathering> id, [FromForm(Name = "Ago")] long ago)
    {
        if (!await Find(id))
            return NotFound();
        var no = ModelState.IsValid ? await desk.Take(Gathering, Input.Told, TimeSpan.FromMilliseconds(Math.Clamp(ago, 0, (long)TallyAct.After.TotalMilliseconds))) : StandRefusals.Unread;
        return new JsonResult(new { said = no is null ? null : texts[no] });
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().StoodAtBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, Unit) = (gathering, await db.Units.Where(u => u.Id == gathering.UnitId).Select(u => u.Name).SingleAsync());
        return true;
    }

    internal sealed class Form
    {
        public Guid Nonce { get; set; }

        [Required, StringLength(Person.LongestName)]
        public string? Name { get; set; }

        [Required, StringLength(HandTold.LongestContact)]
        public string? Contact { get; set; }

        [EnumDataType(typeof(HandWish))]
        public HandWish Wish { get; set; }

        public bool Consent { get; set; }

        public HandTold Told => new() { Nonce = Nonce, Name = Name, Contact = Contact, Wish = Wish, Consent = Consent };
    }
}
