using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Versions;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Review;

/// <summary>Step 3: shown to everybody as a proposal, then adopted by a meeting.</summary>
[Requires(Permission.SeePlan)]
internal sealed class ProposalPage(AppDb db, CurrentUser me, OurTime time, ProposalPage.Parts parts, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public PlanVersion Version { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public int Commitments { get; private set; }

    /// <summary>How many that are carried today leave the plan when this is adopted.</summary>
    public int Leaving { get; private set; }

    /// <summary>Amendments that are not decided, or approved and not yet in the text.</summary>
    public int Waiting { get; private set; }

    public string ReadUrl { get; private set; } = "";

    public async Task<IActionResult> OnGet(Id<PlanVersion> id)
    {
        if (!await Find(id))
            return await parts.Places.ReadAt(id, me) is { } readable ? Redirect(readable) : NotFound();
        Input.On = time.Today;
        return Version.State switch
        {
            VersionState.Proposal => Page(),
            VersionState.Draft => Redirect($"/planen/granska/{id}"),
            VersionState.Discarded => Redirect($"{await parts.Places.Of(Plan)}/versioner"),
            _ => Redirect(ReadUrl),
        };
    }

    public async Task<IActionResult> OnPost(Id<PlanVersion> id)
    {
        if (!await Find(id))
            return NotFound();
        var left = await Found(ReviewState.Open).CountAsync();
        if (Version.Propose(left, Commitments, await Review.Leaving.CountWaiting(db, Version), time.Now) is { } refusal)
        {
            TempData.Say(texts[refusal]);
            return Redirect($"/planen/granska/{id}");
        }
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Proposal.Shown"]);
        return Redirect($"/planen/forslag/{id}");
    }

    public async Task<IActionResult> OnPostWithdraw(Id<PlanVersion> id)
    {
        if (!await Find(id))
            return NotFound();
        if (ModelState.Refuses(Version.Withdraw(), texts))
            return Page();
        await db.SaveChangesAsync();
        return Redirect($"/planen/granska/{id}");
    }

    public async Task<IActionResult> OnPostAdopt(Id<PlanVersion> id)
    {
        if (!await Find(id))
            return NotFound();
        if (ModelState.Refuses(Waiting > 0 ? PlanningRefusals.AmendmentsWait : null, texts))
            return Page();
        if (!ModelState.IsValid || ModelState.Refuses(Version.Adopt(Input.Meeting, Input.On, Input.Minutes, time.Today, await LastAdopted()), texts, "Input.On"))
            return Page();
        await parts.TakingPlace.Of(Version, Plan, new Id<Person>(me.PersonId));
        Numbering.Give(Plan, Version, await Found(ReviewState.Accepted).Include(c => c.Passages).ToListAsync());
        await db.SaveChangesAsync();
        TempData.Say(texts.Count("Planning.Proposal.Adopted", Commitments));
        return Redirect(await parts.Places.Of(Plan));
    }

    private Task<DateOnly?> LastAdopted() => db.PlanVersions.Where(v => v.PlanId == Plan.Id).MaxAsync(v => v.AdoptedOn);

    private IQueryable<Commitment> Found(ReviewState state) =>
        db.Commitments.Where(c => c.Review == state && c.Passages.Any(p => p.VersionId == Version.Id));

    private async Task<bool> Find(Id<PlanVersion> id)
    {
        if (await db.PlanVersions.EditableBy(me, db).SingleOrDefaultAsync(v => v.Id == id) is not { } version)
            return false;
        Version = version;
        Plan = await db.Plans.SingleAsync(p => p.Id == version.PlanId);
        Commitments = await Found(ReviewState.Accepted).CountAsync();
        ReadUrl = $"{await parts.Places.Of(Plan)}?version={version.Number}";
        Waiting = await db.Amendments.CountAsync(a => a.VersionId == id && (a.Decision == Ruling.None || a.Decision == Ruling.Approved));
        Leaving = (await NextVersion.Lost(db, version)).Count(c => c.Number is not null);
        return true;
    }

    /// <summary>Where the plan is read, and how this version takes another's place.</summary>
    internal sealed class Parts(PlanPlaces places, TakingPlace takingPlace)
    {
        public PlanPlaces Places => places;
        public TakingPlace TakingPlace => takingPlace;
    }

    internal sealed class Form
    {
        [Required, StringLength(200)]
        public string Meeting { get; set; } = "";

        public DateOnly On { get; set; }

        [StringLength(40)]
        public string? Minutes { get; set; }
    }
}
