using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Hands one commitment to a person and a deputy, and says what counts it.</summary>
[Requires(Permission.EditPlan)]
internal sealed class OwnerPage(AppDb db, CurrentUser me, CommitmentPlaces places, OwnerPage.Parts parts, Texts texts) : PageModel
{
    /// <summary>What to choose between when somebody else was before.</summary>
    public Versus Versus { get; private set; } = null!;

    public IActionResult OnGet(int year, string number, string? unit) =>
        Redirect($"{Living.PlanPlaces.Of(unit, year)}/{number}#ansvarig");

    public async Task<IActionResult> OnPost(int year, string number, string? unit)
    {
        if (await places.Find(unit, year, number, me) is not { } place || !me.Can(Permission.EditPlan, place.Unit.Path))
            return NotFound();
        var wrote = new TwoWrote(Request.Form);
        var (owner, deputy, measure) = await Settle(wrote, place);
        if (!await parts.Handing.MayCarry(place.Unit, owner, deputy) || !await parts.Handing.IsMeasure(measure))
            return NotFound();
        return wrote.Clash ? await Ask(wrote, place) : await Save(place, owner, deputy, measure);
    }

    private async Task<IActionResult> Save(CommitmentPlaces.Place place, Id<Person>? owner, Id<Person>? deputy, string? measure)
    {
        var commitment = await db.Commitments.SingleAsync(c => c.Id == place.Row.Commitment.Id);
        commitment.HandTo(owner, deputy, new Id<Person>(me.PersonId), db.Clock.GetUtcNow());
        commitment.Follow(measure);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.HandOut.Saved"]);
        return Redirect(place.Url);
    }

    private async Task<IActionResult> Ask(TwoWrote wrote, CommitmentPlaces.Place place)
    {
        Versus = await parts.Meanwhile.Put(wrote, place, "ansvarig");
        return Page();
    }

    private async Task<(Id<Person>? Owner, Id<Person>? Deputy, string? Measure)> Settle(TwoWrote wrote, CommitmentPlaces.Place place)
    {
        var names = (await parts.Handing.To(place.Unit)).ToDictionary(c => c.Id.ToString(), c => c.Name);
        var measures = (await parts.Handing.MeasuresOf(place.Unit)).ToDictionary(m => m.Code, m => texts.Has(m.Text) ? texts[m.Text] : m.Text);
        var c = place.Row.Commitment;
        return (
            Person(wrote.Settle("owner", texts["Planning.HandOut.Owner"], c.OwnerId?.ToString(), id => Name(id, names, "Planning.Unowned"))),
            Person(wrote.Settle("deputy", texts["Planning.HandOut.Deputy"], c.DeputyId?.ToString(), id => Name(id, names, "Planning.HandOut.None"))),
            wrote.Settle("measure", texts["Planning.HandOut.Measure"], c.MeasureCode, code => Name(code, measures, "Planning.HandOut.ByHand")));
    }

    private string Name(string? key, Dictionary<string, string> names, string nobody) => key is null ? texts[nobody] : names.GetValueOrDefault(key) ?? texts["Planning.Unowned"];

    // an id that is none is nobody's: it is refused below as somebody who may not carry
    private static Id<Person>? Person(string? id) => id is null ? null : Id<Person>.TryParse(id, null, out var person) ? person : default(Id<Person>);

    /// <summary>Whom and what it can be handed to, and who was before.</summary>
    internal sealed class Parts(Handing handing, Meanwhile meanwhile)
    {
        public Handing Handing => handing;
        public Meanwhile Meanwhile => meanwhile;
    }
}
