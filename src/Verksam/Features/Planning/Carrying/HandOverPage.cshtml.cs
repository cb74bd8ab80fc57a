using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Somebody leaves a duty: all that the person carries goes to another in one press. What may be done follows the duties by itself.</summary>
[Requires(Permission.EditPlan)]
internal sealed class HandOverPage(AppDb db, CurrentUser me, Burdens burdens, Handing handing, Texts texts) : PageModel
{
    public Person Person { get; private set; } = null!;
    public IReadOnlyList<Burdens.Row> Rows { get; private set; } = [];

    /// <summary>Those who can take over some of it.</summary>
    public IReadOnlyList<Candidates.Candidate> People { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (await db.People.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id) is not { } person)
            return NotFound();
        Person = person;
        Rows = await burdens.Of(id, me);
        if (Rows.MinBy(r => r.Unit.Path.Length) is { } highest)
            People = [.. (await handing.To(highest.Unit)).Where(p => p.Id != id)];
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id, Id<Person>? till)
    {
        if (await OnGet(id) is not PageResult page || (till is { } chosen && !People.Any(p => p.Id == chosen)))
            return NotFound();
        if (ModelState.Refuses(till is null ? PlanningRefusals.NobodyChosen : null, texts, "till"))
            return page;
        var (given, left) = await burdens.Hand(Rows, id, till!.Value, me);
        await db.SaveChangesAsync();
        var said = texts.Capital(texts.Count("Planning.HandOver.Done", given));
        TempData.Say(left == 0 ? said : $"{said} {texts.Capital(texts.Count("Planning.HandOver.Left", left))}");
        return Redirect(left == 0 ? $"/manniskor/{id}" : $"/manniskor/{id}/lamna-over");
    }
}
