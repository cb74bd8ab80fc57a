using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Living;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Hands many commitments to one person in one press.</summary>
[Requires(Permission.EditPlan)]
internal sealed class OwnersPage(AppDb db, CurrentUser me, OwnersPage.Parts parts, Texts texts) : PageModel
{
    /// <summary>What the choice that takes them from everybody sends.</summary>
    public const string Nobody = "ingen";

    private Plan _plan = null!;
    private PlanVersion _version = null!;

    public IReadOnlyList<CarriedRow> Rows { get; private set; } = [];
    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Filter { get; set; }

    public bool OnlyUnowned => Filter == "utan";

    public IEnumerable<CarriedRow> Shown => Rows.Where(r => !OnlyUnowned || r.Owner is null);

    public IReadOnlyList<Candidates.Candidate> People { get; private set; } = [];
    public IReadOnlyCollection<Id<Commitment>> Chosen { get; private set; } = [];
    public string PlanUrl { get; private set; } = "";

    public string Words(CarriedRow row) => row.Commitment.WordsIn(_version);

    public string? Due(CarriedRow row) => parts.Wording.Due(row.Commitment.Reading);

    public async Task<IActionResult> OnGet(int year, string? unit)
    {
        if (await parts.Places.Find(unit, year, me) is not var (plan, version) || version.State != VersionState.Adopted)
            return NotFound();
        (_plan, _version, PlanUrl) = (plan, version, PlanPlaces.Of(unit, year));
        var owner = await db.Units.SingleAsync(u => u.Id == plan.UnitId);
        if (!me.Can(Permission.EditPlan, owner.Path))
            return NotFound();
        People = await parts.Handing.To(owner);
        Rows = [.. (await parts.Carried.Of(plan, version)).OrderBy(r => r.Commitment.Chapter).ThenBy(r => r.Commitment.Running)];
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string? unit, string? owner, List<Id<Commitment>> chosen)
    {
        if (await OnGet(year, unit) is not PageResult page || !Means(owner, out var person))
            return NotFound();
        Chosen = chosen;
        if (chosen.Count == 0)
            ModelState.AddModelError("", texts["Planning.Owners.NoneChosen"]);
        if (string.IsNullOrEmpty(owner))
            ModelState.AddModelError("agare", texts["Planning.Owners.NobodyChosen"]);
        return ModelState.IsValid ? await Give(person, chosen) : page;
    }

    private async Task<IActionResult> Give(Id<Person>? owner, List<Id<Commitment>> chosen)
    {
        var given = await db.Commitments.Where(c => c.PlanId == _plan.Id && chosen.Contains(c.Id)).ToListAsync();
        given.ForEach(c => c.HandTo(owner, c.DeputyId, new Id<Person>(me.PersonId), db.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        TempData.Say(texts.Capital(texts.Count(owner is null ? "Planning.Owners.Taken" : "Planning.Owners.Given", given.Count)));
        return Redirect($"{PlanUrl}/ansvariga{(OnlyUnowned ? "?visa=utan" : "")}");
    }

    // to take something from somebody is said, never what is left when nothing is
    private bool Means(string? owner, out Id<Person>? person)
    {
        person = Id<Person>.TryParse(owner, null, out var id) ? id : null;
        return string.IsNullOrEmpty(owner) || owner == Nobody || (person is not null && People.Any(p => p.Id == id));
    }

    /// <summary>What the page asks: a plan, who carries it, whom it can be handed to.</summary>
    internal sealed class Parts(PlanPlaces places, Carried carried, Handing handing, Wording wording)
    {
        public PlanPlaces Places => places;
        public Carried Carried => carried;
        public Handing Handing => handing;
        public Wording Wording => wording;
    }
}
