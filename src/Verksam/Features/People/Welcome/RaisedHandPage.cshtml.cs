using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Welcome;

/// <summary>Somebody who is no member has said that one would like to take part: a welcome begins.</summary>
[Requires(Permission.EditPeople)]
internal sealed class RaisedHandPage(AppDb db, CurrentUser me, WelcomeDesk desk, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Person> id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(await WhyNot(id), texts, "Input.Words"))
            return Page();
        var path = await db.Units.Where(u => u.Id == Person.UnitId).Select(u => u.Path).SingleAsync();
        var begun = WelcomeCase.RaisedHand(id, Person.UnitId, Input.Words, time.Today, (await db.RulesOf(path)).Days);
        db.WelcomeCases.Add(begun);
        await db.SaveChangesAsync();
        await desk.Settle();
        TempData.Say(texts["Welcome.Hand.Saved", Person.Name]);
        return Redirect($"/nya-medlemmar/{begun.Id}");
    }

    private async Task<Refusal?> WhyNot(Id<Person> id) =>
        await db.WelcomeCases.AnyAsync(c => c.PersonId == id && c.EndedOn == null) ? WelcomeRefusals.IsWaiting
        : await db.Relations.On(time.Today).AnyAsync(r => r.PersonId == id && r.Kind == RelationKind.Member) ? WelcomeRefusals.IsMember : null;

    private async Task<bool> Find(Id<Person> id)
    {
        Person = (await db.People.EditableBy(me, db, id))!;
        return Person is not null;
    }

    internal sealed class Form
    {
        [StringLength(WelcomeCase.LongestWords)]
        public string? Words { get; set; }
    }
}
