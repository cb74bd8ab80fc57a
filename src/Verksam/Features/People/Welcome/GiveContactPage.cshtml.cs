using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Listing;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Welcome;

/// <summary>Those who were chosen in a list, and wait to be contacted, get one and the same contact person.</summary>
[Requires(Permission.EditPeople)]
internal sealed class GiveContactPage(AppDb db, CurrentUser me, ChosenPeople chosen, WelcomeQueue queue, OurTime time) : PageModel
{
    [BindProperty(Name = "val", SupportsGet = true)]
    public Guid? Choice { get; set; }

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];
    public int NotWaiting { get; private set; }
    public IReadOnlyList<(Id<Person> Id, string Name)> Contacts { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Person> contact, [FromServices] Texts texts)
    {
        if (!await Find())
            return NotFound();
        if (ModelState.Refuses(Contacts.Any(c => c.Id == contact) ? null : WelcomeRefusals.NotAContact, texts) || Waiting.Count == 0)
            return Page();
        var ids = Waiting.Select(w => w.Id).ToList();
        foreach (var one in await db.WelcomeCases.Where(c => ids.Contains(c.Id)).ToListAsync())
            one.GiveTo(contact, ContactRule.Hand, time.Now);
        await db.SaveChangesAsync();
        TempData.Say(texts["Welcome.List.Given", texts.Capital(texts.Count("Welcome.List.People", ids.Count)), Contacts.First(c => c.Id == contact).Name]);
        return Redirect("/manniskor");
    }

    private async Task<bool> Find()
    {
        if (await chosen.Of(Choice) is not { } people)
            return false;
        Waiting = [.. (await queue.Waiting(null, people)).Where(w => me.Can(Permission.EditPeople, w.Path))];
        NotWaiting = await people.CountAsync() - Waiting.Count;
        Contacts = await queue.Possible();
        return true;
    }
}
