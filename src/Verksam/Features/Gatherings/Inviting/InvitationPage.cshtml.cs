using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Inviting;

/// <summary>Where an invitation's link leads: what it is, and yes, maybe or no, without signing in. Opened, it does nothing; that it was opened a browser says by itself.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Limits.Link)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class InvitationPage(AppDb db, Seating seating, GatheringWords words, Texts texts) : PageModel
{
    /// <summary>Null when the link leads nowhere any more.</summary>
    public Gathering? Gathering { get; private set; }

    public GatheringInvitation Invited { get; private set; } = null!;
    public Venue? Venue { get; private set; }
    public SignUp? Own { get; private set; }
    public string Here { get; private set; } = "";

    /// <summary>Something must be answered before one can sign up: that is done on the gathering's own page.</summary>
    public bool MustAnswer { get; private set; }

    public GatheringWords Words => words;
    public bool IsOpen => Gathering is { State: GatheringState.Published } && Gathering.Starts > db.Clock.GetUtcNow();

    public async Task<IActionResult> OnGet(string token) => await Find(token) ? Page() : BySecret.Gone();

    public Task<IActionResult> OnPostYes(string token) => Act(token, InvitedAnswer.Yes);

    public Task<IActionResult> OnPostMaybe(string token) => Act(token, InvitedAnswer.Maybe);

    public Task<IActionResult> OnPostNo(string token) => Act(token, InvitedAnswer.No);

    /// <summary>A browser has shown the page.</summary>
    public async Task<IActionResult> OnPostOpened(string token)
    {
        if (Request.IsFromElsewhere() || !await Find(token))
            return BySecret.Gone();
        if (Invited.OpenedAt is null)
        {
            (await db.GatheringInvitations.SingleAsync(i => i.Id == Invited.Id)).IsOpened(db.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }
        return new NoContentResult();
    }

    private async Task<IActionResult> Act(string token, InvitedAnswer answer)
    {
        if (Request.IsFromElsewhere() || !await Find(token))
            return BySecret.Gone();
        var no = !IsOpen ? SignUpRefusals.Closed : answer == InvitedAnswer.Yes && MustAnswer ? SignUpRefusals.Unanswered : null;
        if (ModelState.Refuses(no ?? await Answer(answer), texts))
            return Page();
        return Redirect(Here);
    }

    // the answer goes with the seat that it takes or leaves; one that can be had by nobody is no answer
    private async Task<Refusal?> Answer(InvitedAnswer answer)
    {
        (await db.GatheringInvitations.SingleAsync(i => i.Id == Invited.Id)).Says(answer, db.Clock.GetUtcNow());
        if (await Seat(answer) is { } no)
            return no;
        await db.SaveChangesAsync(); // where no seat was asked for
        return null;
    }

    private Task<Refusal?> Seat(InvitedAnswer answer) => answer == InvitedAnswer.Yes && Own is null ? seating.SignUp(Gathering!.Id, Invited.PersonId, new Wish())
        : answer != InvitedAnswer.Yes && Own is not null ? seating.Leave(Own) : Task.FromResult<Refusal?>(null);

    private async Task<bool> Find(string token)
    {
        Response.KeepAddress();
        var print = Secrets.Sum(token);
        if (await db.GatheringInvitations.AsNoTracking().SingleOrDefaultAsync(i => i.LinkPrint == print) is not { } invited)
            return false;
        (Invited, Here) = (invited, $"/inbjudan/{token}");
        Gathering = await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == invited.GatheringId && g.State != GatheringState.Draft && g.State != GatheringState.Discarded);
        Venue = await db.PlaceOf(Gathering);
        Own = await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.GatheringId == invited.GatheringId && s.PersonId == invited.PersonId && s.State != SignUpState.Left);
        MustAnswer = Own is null && await db.GatheringQuestions.AnyAsync(q => q.GatheringId == invited.GatheringId && q.IsRequired);
        return Gathering is not null;
    }
}
