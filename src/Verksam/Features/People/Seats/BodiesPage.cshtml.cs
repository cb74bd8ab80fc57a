using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Seats;

/// <summary>The public bodies where a unit's people sit: made, changed, removed while nobody has sat there.</summary>
[Requires(Permission.EditPeople)]
internal sealed class BodiesPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The one that is changed; null for a new one.</summary>
    [BindProperty(Name = "organ", SupportsGet = true)]
    public Id<PublicBody>? Which { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public PublicBody? Body => Rows.FirstOrDefault(r => r.Body.Id == Which)?.Body;
    public IEnumerable<SelectListItem> Levels => Enum.GetValues<BodyLevel>().Select(l => new SelectListItem(texts[$"Seats.Level.{l}"], l.ToString()));

    public async Task OnGet()
    {
        await Find();
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        if (Body is { } body)
            Input = new() { Name = body.Name, Level = body.Level, Members = body.MemberSeats, Substitutes = body.SubstituteSeats, Unit = body.UnitId };
    }

    public async Task<IActionResult> OnPost()
    {
        await Find();
        if ((Which is null ? !UnitChoices.Has(Units, Input.Unit) : Body is null))
            return NotFound();
        var body = Body ?? new PublicBody(Input.Unit, "", Input.Level);
        if (!ModelState.IsValid || ModelState.Refuses(body.Describe(Input.Name ?? "", Input.Level), texts, "Input.Name"))
            return Page();
        body.Holds(Input.Members, Input.Substitutes);
        if (Which is null)
            db.PublicBodies.Add(body);
        return await Done("Seats.BodySaved", body.Name);
    }

    public async Task<IActionResult> OnPostRemove()
    {
        await Find();
        if (Body is not { } body)
            return NotFound();
        ModelState.Clear();
        if (ModelState.Refuses(await db.Seats.AnyAsync(s => s.BodyId == body.Id) ? SeatRefusals.BodyInUse with { Facts = [body.Name] } : null, texts))
            return Page();
        db.PublicBodies.Remove(body);
        return await Done("Seats.BodyRemoved", body.Name);
    }

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, facts]);
        return Redirect("/installningar/organ");
    }

    private async Task Find()
    {
        var (units, order) = (db.Units.Within(me.Where(Permission.EditPeople)), db.SwedishOrder);
        Units = await UnitChoices.Of(db, me);
        Rows = await (
            from body in db.PublicBodies
            join unit in units on body.UnitId equals unit.Id
            orderby unit.Path.Length, EF.Functions.Collate(unit.Name, order), body.Level, EF.Functions.Collate(body.Name, order)
            select new Row(body, unit.Name)).ToListAsync();
    }

    internal sealed record Row(PublicBody Body, string Unit);

    internal sealed class Form
    {
        [StringLength(PublicBody.LongestName)]
        public string? Name { get; set; }

        [EnumDataType(typeof(BodyLevel))]
        public BodyLevel Level { get; set; }

        [Range(0, 500)]
        public int? Members { get; set; }

        [Range(0, 500)]
        public int? Substitutes { get; set; }

        public Id<Unit> Unit { get; set; }
    }
}
