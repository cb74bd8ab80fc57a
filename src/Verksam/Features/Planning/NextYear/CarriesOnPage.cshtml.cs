using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Following;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Versions;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.NextYear;

/// <summary>Says by hand which commitment of the year before one carries on, where the words did not tell.</summary>
[Requires(Permission.EditPlan)]
internal sealed class CarriesOnPage(AppDb db, CurrentUser me, CarriesOnPage.Parts parts, Texts texts) : PageModel
{
    private Plan _plan = null!;
    private PlanVersion _version = null!;

    public Commitment Commitment { get; private set; } = null!;
    public string Words { get; private set; } = "";
    public Plan? Earlier { get; private set; }

    /// <summary>Those it may carry on, the likeliest first.</summary>
    public IReadOnlyList<FollowUp.Line> Lines { get; private set; } = [];

    public string Back { get; private set; } = "";

    public string Outcome(FollowUp.Line line) => parts.Document.Outcome(line);

    public async Task<IActionResult> OnGet(Id<Commitment> id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Commitment> id, Id<Commitment>? earlier)
    {
        if (!await Find(id) || (earlier is { } chosen && Lines.All(l => l.Row.Commitment.Id != chosen)))
            return NotFound();
        (await db.Commitments.SingleAsync(c => c.Id == id)).CarriesOn(earlier);
        await db.SaveChangesAsync();
        TempData.Say(texts[earlier is null ? "Planning.CarriesOn.Nothing" : "Planning.CarriesOn.Saved"]);
        return Redirect(Back);
    }

    private async Task<bool> Find(Id<Commitment> id)
    {
        var found = await (
            from version in db.PlanVersions.AsNoTracking().EditableBy(me, db)
            where version.State == VersionState.Draft || version.State == VersionState.Proposal || version.State == VersionState.Adopted
            join plan in db.Plans.AsNoTracking() on version.PlanId equals plan.Id
            where db.Commitments.Any(c => c.Id == id && c.PlanId == plan.Id && c.Passages.Any(p => p.VersionId == version.Id))
            orderby version.State == VersionState.Adopted ? 0 : 1
            select new { plan, version }).FirstOrDefaultAsync();
        if (found is null)
            return false;
        (_plan, _version) = (found.plan, found.version);
        Commitment = await db.Commitments.AsNoTracking().Include(c => c.Passages.Where(p => p.VersionId == _version.Id)).SingleAsync(c => c.Id == id);
        Words = Commitment.WordsIn(_version);
        Back = Commitment.Number is { } number ? $"{await parts.Places.Of(_plan)}/{number}" : $"/planen/granska/{_version.Id}";
        await FindEarlier();
        return true;
    }

    private async Task FindEarlier()
    {
        if (await Descent.Before(db, _plan) is not { } before)
            return;
        Earlier = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == before.PlanId);
        var words = Succession.WordsOf(Words);
        Lines = [.. (await parts.Outcomes.Of(Earlier)).Lines
            .OrderByDescending(l => l.Row.Commitment.Id == Commitment.CarriesOnId).ThenByDescending(l => Succession.Likeness(words, Succession.WordsOf(l.Words)))];
    }

    /// <summary>How it went, how that is said, and addresses.</summary>
    internal sealed class Parts(Outcomes outcomes, FollowUpDocument document, PlanPlaces places)
    {
        public Outcomes Outcomes => outcomes;
        public FollowUpDocument Document => document;
        public PlanPlaces Places => places;
    }
}
