using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>Three questions to one who was there, by the link of the letter; once.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(Limits.Link)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OpinionPage(AppDb db, SignUpLinks links) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null when the link leads nowhere any more, or it has not been yet.</summary>
    public Gathering? Gathering { get; private set; }

    public SignUp Own { get; private set; } = null!;
    public bool IsSaid => Own.AnsweredAt is not null;

    public async Task<IActionResult> OnGet(string token) => await Find(token) ? Page() : BySecret.Gone();

    public async Task<IActionResult> OnPost(string token)
    {
        if (Request.IsFromElsewhere() || !await Find(token))
            return BySecret.Gone();
        if (!ModelState.IsValid)
            return Page();
        var own = await db.SignUps.SingleAsync(s => s.Id == Own.Id);
        if (own.AnsweredAt is null)
        {
            own.Answers(db.Clock.GetUtcNow());
            db.Opinions.Add(new Opinion(own.GatheringId, Input.Score!.Value, Input.Otherwise, Input.Again));
            await db.SaveChangesAsync();
        }
        return Redirect($"/anmalan/{token}/tyck");
    }

    private async Task<bool> Find(string token)
    {
        Response.KeepAddress();
        if (await links.Open(token) is not { State: SignUpState.Coming } own)
            return false;
        var now = db.Clock.GetUtcNow();
        (Own, Gathering) = (own, await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == own.GatheringId && g.Ends <= now && g.State != GatheringState.Cancelled));
        return Gathering is not null;
    }

    internal sealed class Form
    {
        [Required, Range(1, Opinion.Best)]
        public int? Score { get; set; }

        [StringLength(Opinion.LongestText)]
        public string? Otherwise { get; set; }

        public Again? Again { get; set; }
    }
}
