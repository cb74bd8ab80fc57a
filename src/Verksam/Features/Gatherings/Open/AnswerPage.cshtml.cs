using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Formats.Calendar;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Open;

/// <summary>
/// Where the link of somebody's letters leads, with or without an account: how it stands, and the buttons to change it. The link is the right, so no
/// cookie is read or set; opened, it does nothing.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Limits.Link)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AnswerPage(AppDb db, Seating seating, AnswerPage.Parts parts, Texts texts) : PageModel
{
    [BindProperty]
    public WishForm Input { get; set; } = new();

    /// <summary>What was written a moment ago is kept: said in the address, for there is no cookie to say it in.</summary>
    [BindProperty(Name = "sparat", SupportsGet = true)]
    public bool IsSaved { get; set; }

    /// <summary>Null when the link leads nowhere any more.</summary>
    public SignUp? Found { get; private set; }

    public SignUp Own => Found!;
    public Gathering Gathering { get; private set; } = null!;
    public Venue? Venue { get; private set; }
    public Questioning Asked { get; private set; } = null!;
    public string Here { get; private set; } = "";

    public GatheringWords Words => parts.Words;
    public bool IsOpen => Gathering.State == GatheringState.Published && Gathering.Starts > db.Clock.GetUtcNow();

    /// <summary>From two days before one may be asked whether one still comes.</summary>
    public bool IsNear => IsOpen && Gathering.Starts <= db.Clock.GetUtcNow().AddDays(2);

    /// <summary>Whoever was there is asked how it was.</summary>
    public bool MayTell => Own is { State: SignUpState.Coming, AnsweredAt: null } && Gathering.IsOver(db.Clock.GetUtcNow()) && Gathering.State != GatheringState.Cancelled;
    public bool HasLink => Own.State == SignUpState.Coming && Gathering.IsDigital;

    public async Task<IActionResult> OnGet(string token)
    {
        if (!await Find(token))
            return BySecret.Gone();
        Input = WishForm.Of(Own);
        return Page();
    }

    /// <summary>To one's own calendar; for whoever comes with the link.</summary>
    public async Task<IActionResult> OnGetCalendar(string token)
    {
        if (!await Find(token))
            return BySecret.Gone();
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == Gathering.UnitId);
        var page = new Uri($"{parts.Installation.PublicUrl}/kalender/{Gathering.Id}");
        return File(GatheringFile.Of(Gathering, unit, Words.Where(Gathering, Venue), page, HasLink), CalendarWriter.ContentType, $"{Structure.Unit.Slugged(Gathering.Title)}.ics");
    }

    public Task<IActionResult> OnPost(string token) => Act(token, () => seating.Change(Own, Input.Wish), asks: true);

    /// <summary>Near to it: yes, still.</summary>
    public Task<IActionResult> OnPostConfirm(string token) => Act(token, () => seating.Confirm(Own));

    public Task<IActionResult> OnPostLeave(string token) => Act(token, () => seating.Leave(Own));

    public Task<IActionResult> OnPostTake(string token) => Act(token, () => seating.Take(Own));

    private async Task<IActionResult> Act(string token, Func<Task<Refusal?>> act, bool asks = false)
    {
        if (Request.IsFromElsewhere() || !await Find(token))
            return BySecret.Gone();
        if (asks)
            (Asked = Asked.With(Input.Answers)).Judge(ModelState, texts);
        if (!ModelState.IsValid || ModelState.Refuses(await act(), texts))
            return Page();
        return Redirect(asks ? $"{Here}?sparat=true" : Here);
    }

    private async Task<bool> Find(string token)
    {
        Response.KeepAddress();
        if (await parts.Links.Open(token) is not { } found)
            return false;
        (Found, Here) = (found, $"/anmalan/{token}");
        Gathering = await db.Gatherings.AsNoTracking().SingleAsync(g => g.Id == Own.GatheringId);
        Asked = await Questioning.Of(db, Own.GatheringId, Own);
        Venue = await db.PlaceOf(Gathering);
        return true;
    }

    internal sealed record Parts(GatheringWords Words, Installation Installation, SignUpLinks Links);
}
