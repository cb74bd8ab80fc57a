using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Features.People;
using Verksam.Formats.Calendar;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Open;

/// <summary>
/// What anybody may read of a gathering that is open to all, and where they say that they come: with a name and an address, without an account.
/// No session is read and no cookie is set, so there is nothing for another site to ride on; what is sent from one is refused all the same.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Limits.Open)]
[PublicAnswer]
internal sealed class OpenGatheringPage(AppDb db, Seating seating, OpenGatheringPage.Parts parts, Texts texts) : PageModel
{
    // the unit that keeps the gathering
    private string _keeper = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public OpenGathering Shown { get; private set; } = null!;

    public Questioning Asked { get; private set; } = null!;
    public string Consent => texts["Open.Consent", _keeper];
    public string ForMachines => Shown.ForMachines(parts.Installation, Shown.Units[0].Name);
    public string Canonical => parts.Installation.PublicUrl + Shown.Url;
    public GatheringWords Words => parts.Words;

    public async Task<IActionResult> OnGet(Id<Gathering> id) => await Find(id) ? Page() : NotFound();

    /// <summary>To one's own calendar, without the link.</summary>
    public async Task<IActionResult> OnGetCalendar(Id<Gathering> id) => !await Find(id) ? NotFound()
        : File(GatheringFile.Of(Shown.Gathering, Shown.Units[0], Words.Where(Shown.Gathering, Shown.Venue), new Uri(Canonical), hasLink: false), CalendarWriter.ContentType, $"{Structure.Unit.Slugged(Shown.Gathering.Title)}.ics");

    public async Task<IActionResult> OnGetPicture(Id<Gathering> id, CancellationToken cancelled) =>
        await db.Gatherings.Public().AnyAsync(g => g.Id == id, cancelled) && await parts.Pictures.Show(id, cancelled) is { } picture ? picture : NotFound();

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (Request.IsFromElsewhere())
            return BadRequest();
        var asked = await db.Gatherings.Public().Where(g => g.Id == id).Join(db.Units, g => g.UnitId, u => u.Id, (g, unit) => new { Keeper = unit.Name, Something = db.GatheringQuestions.Any(q => q.GatheringId == g.Id) }).SingleOrDefaultAsync();
        if (asked is null)
            return NotFound();
        if (!string.IsNullOrEmpty(Input.Website))
            return Thanks(id); // nobody sees the field: a machine has filled it
        (_keeper, Asked) = (asked.Keeper, (asked.Something ? await Questioning.Of(db, id, null) : Questioning.Nothing).With(Input.Answers));
        if (!Asked.Judge(ModelState, texts) || ModelState.Refuses(await Receive(id), texts))
            return await Show(id) ? Page() : NotFound();
        return Thanks(id);
    }

    private RedirectResult Thanks(Id<Gathering> id) => Redirect($"/kalender/{id}/tack");

    private Task<Refusal?> Receive(Id<Gathering> id)
    {
        var guest = new Guest(id, Input.Name, Input.Email, Consent, db.Clock.GetUtcNow());
        return seating.SignUp(guest, Input.Wish);
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (!await Show(id))
            return false;
        Asked = await Questioning.Of(db, id, null);
        return true;
    }

    private async Task<bool> Show(Id<Gathering> id)
    {
        if (await OpenGathering.Find(db, parts.Kinds, id) is not { } shown)
            return false;
        (Shown, _keeper) = (shown, shown.Units[0].Name);
        return true;
    }

    internal sealed record Parts(Kinds Kinds, GatheringWords Words, Installation Installation, GatheringPictures Pictures);

    internal sealed class Form : WishForm
    {
        [Required, StringLength(Person.LongestName)]
        public string Name { get; set; } = "";

        [Required, EmailAddress, StringLength(Guest.LongestEmail)]
        public string Email { get; set; } = "";

        [Range(typeof(bool), "true", "true", ErrorMessageResourceType = typeof(OpenTexts), ErrorMessageResourceName = nameof(OpenTexts.ConsentMissing))]
        public bool Agrees { get; set; }

        /// <summary>Nobody sees it; machines fill in what is there.</summary>
        public string? Website { get; set; }
    }
}

/// <summary>The framework reads validation messages from static properties.</summary>
internal static class OpenTexts
{
    private static readonly Texts Texts = new();

    public static string ConsentMissing => Texts["Open.ConsentMissing"];
}
