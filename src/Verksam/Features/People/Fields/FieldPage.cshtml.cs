using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Fields;

/// <summary>One custom field: its name, what may be chosen, and whether it is asked for.</summary>
[Requires(Permission.EditPeople)]
internal sealed class FieldPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    [BindProperty, StringLength(CustomField.LongestName)]
    public string? Name { get; set; }

    /// <summary>More to choose from, one a line.</summary>
    [BindProperty, StringLength(4000)]
    public string? More { get; set; }

    /// <summary>The names of what is there, by the option's id.</summary>
    [BindProperty(Name = "Options")]
    public Dictionary<Guid, string?> Options { get; set; } = [];

    public CustomField Field { get; private set; } = null!;
    public IReadOnlyList<FieldOption> Known { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<CustomField> id)
    {
        if (!await Find(id))
            return NotFound();
        (Name, Options) = (Field.Name, Known.ToDictionary(o => o.Id.Value, o => (string?)o.Name));
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<CustomField> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Field.Rename(Name ?? ""), texts, nameof(Name)))
            return Page();
        foreach (var option in Known)
            option.Name = OneLine.OrNull(Options.GetValueOrDefault(option.Id.Value)) is { Length: <= CustomField.LongestName } name ? name : option.Name;
        db.AddRange(Field.IsList ? FieldOption.Of(Field, More, Known) : []);
        return await Done("Fields.Changed");
    }

    /// <summary>Not asked for any more; or again.</summary>
    public async Task<IActionResult> OnPostRetire(Id<CustomField> id)
    {
        if (!await Find(id))
            return NotFound();
        Field.Retire(Field.RetiredOn is null ? time.Today : null);
        return await Done(Field.RetiredOn is null ? "Fields.Resumed" : "Fields.Retired");
    }

    private async Task<IActionResult> Done(string said)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, Field.Name]);
        return Redirect("/installningar/falt");
    }

    private async Task<bool> Find(Id<CustomField> id)
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        if (await db.CustomFields.SingleOrDefaultAsync(f => f.Id == id && units.Contains(f.UnitId)) is not { } field)
            return false;
        Field = field;
        Known = await db.FieldOptions.Where(o => o.FieldId == id).OrderBy(o => o.Order).ToListAsync();
        return true;
    }
}
