using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Segments.Conditions;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Segments;

/// <summary>Those ticked in a list become a segment to build on: chosen by hand. Opened, it leads on at once.</summary>
[Requires(Permission.SeePeople)]
internal sealed class PickedPage(ChosenPeople chosen, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGet([FromQuery(Name = "val")] Guid? choice)
    {
        if (await chosen.Of(choice) is not { } people)
            return Redirect(Request.BackToList());
        var ids = await people.OrderBy(p => p.NameFolded).Select(p => p.Id).Take(HandPicked.Most + 1).ToListAsync();
        if (ids.Count > HandPicked.Most)
            TempData.Say(texts["Segments.TooManyPicked", HandPicked.Most]);
        return Redirect(ids.Count is 0 or > HandPicked.Most ? Request.BackToList() : $"/urval/nytt?urval={SegmentText.InAddress(new TermGroup(Join.All, [HandPicked.Of(ids)]))}");
    }
}
