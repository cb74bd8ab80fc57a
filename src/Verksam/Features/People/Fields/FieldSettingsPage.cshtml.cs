using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Fields;

/// <summary>The custom fields where one keeps people, and a new one.</summary>
[Requires(Permission.EditPeople)]
internal sealed class FieldSettingsPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<FieldKind>().Select(k => new SelectListItem(texts[$"Fields.Kind.{k}"], k.ToString()));

    public Task OnGet() => Find();

    public async Task<IActionResult> OnPost()
    {
        await Find();
        if (!UnitChoices.Has(Units, Input.Unit))
            return NotFound();
        var field = new CustomField(Input.Unit, "", Input.Kind, Rows.Select(r => r.Field.Order).DefaultIfEmpty(-1).Max() + 1);
        var options = FieldOption.Of(field, Input.Options, []);
        if (!ModelState.IsValid || ModelState.Refuses(field.Rename(Input.Name ?? ""), texts, "Input.Name"))
            return Page();
        if (ModelState.Refuses(field.IsList && options.Count == 0 ? FieldRefusals.NoOptions : null, texts, "Input.Options"))
            return Page();
        db.Add(field);
        db.AddRange(field.IsList ? options : []);
        return await Done("Fields.Added", field.Name);
    }

    public async Task<IActionResult> OnPostMove(Id<CustomField> field, bool up)
    {
        await Find();
        if (Rows.FirstOrDefault(r => r.Field.Id == field) is not { } row)
            return NotFound();
        var among = Rows.Where(r => r.Field.UnitId == row.Field.UnitId).Select(r => r.Field).ToList();
        var at = among.IndexOf(row.Field);
        var to = Math.Clamp(up ? at - 1 : at + 1, 0, among.Count - 1);
        (among[at], among[to]) = (among[to], among[at]);
        foreach (var (one, order) in among.Select((f, i) => (f, i)))
            one.Order = order;
        return await Done("Fields.Moved", row.Field.Name, texts.Number(to + 1));
    }

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, facts]);
        return Redirect("/installningar/falt");
    }

    private async Task Find()
    {
        var (units, order) = (db.Units.Within(me.Where(Permission.EditPeople)), db.SwedishOrder);
        Units = await UnitChoices.Of(db, me);
        Rows = await (
            from field in db.CustomFields
            join unit in units on field.UnitId equals unit.Id
            orderby unit.Path.Length, EF.Functions.Collate(unit.Name, order), field.Order, field.Id
            select new Row(field, unit.Name, db.FieldValues.Where(v => v.FieldId == field.Id).Select(v => v.PersonId).Distinct().Count())).ToListAsync();
    }

    /// <param name="People">How many have an answer.</param>
    internal sealed record Row(CustomField Field, string Unit, int People);

    internal sealed class Form
    {
        [StringLength(CustomField.LongestName)]
        public string? Name { get; set; }

        [EnumDataType(typeof(FieldKind))]
        public FieldKind Kind { get; set; }

        public Id<Unit> Unit { get; set; }

        /// <summary>One a line.</summary>
        [StringLength(4000)]
        public string? Options { get; set; }
    }
}
