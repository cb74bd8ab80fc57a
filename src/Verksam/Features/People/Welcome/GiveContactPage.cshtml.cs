using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Listing;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Welcome;

/// <summary>Those who were chosen in a list, and wait to be contacted, get one and the same contact person.</summary>
[Requires(Permission.EditPeople)]
internal sealed class GiveContactPage(AppDb db, CurrentUser me, ChosenPeople chosen, WelcomeQueue queue, HandOver handOver) : PageModel
{
    [BindProperty(Name = "val", SupportsGet = true)]
    public Guid? Choice { get; set; }

    [BindProperty]
    public Id<Person>? Contact { get; set; }

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];
    public int NotWaiting { get; private set; }
    public IReadOnlyList<(Id<Person> Id, string Name)> Contacts { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromServices] Texts texts)
    {
        if (!await Find())
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(WelcomeRefusals.OfContact(Contact, Contacts), texts, nameof(Contact)) || Waiting.Count == 0)
            return Page();
        var ids = Waiting.Select(w => w.Id).ToList();
        var press = handOver.Give(await handOver.Mine().Where(c => ids.Contains(c.Id)).ToListAsync(), Contact!.Value);
        await db.SaveChangesAsync();
        TempData.Say(texts["Welcome.List.Given", texts.Capital(texts.Count("Welcome.List.People", ids.Count)), Contacts.First(c => c.Id == Contact).Name],
            Request.Along($"/manniskor/ge-kontakt?handler=Back&val={Choice}&tryck={press}"));
        return Redirect(Request.BackToList());
    }

    /// <summary>Those who were given in that press go back to whoever had them.</summary>
    public async Task<IActionResult> OnPostBack([FromQuery(Name = "tryck")] string? press, [FromServices] Texts texts)
    {
        if (await handOver.TakeBack(press) is not (> 0 and var count))
            return NotFound();
        await db.SaveChangesAsync();
        TempData.Say(texts["Welcome.List.GivenBack", texts.Capital(texts.Count("Welcome.List.People", count))]);
        return Redirect(Request.BackToList());
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
