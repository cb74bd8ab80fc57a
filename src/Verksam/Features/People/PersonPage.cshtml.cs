using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Keeping;

namespace Verksam.Features.People;

/// <summary>One person: how to reach, what the person is and has been. That somebody else looked is written down.</summary>
[Requires(Permission.None)]
internal sealed class PersonPage(AppDb db, CurrentUser me, Kept kept, ReadingLog readings) : PageModel
{
    public Person Person { get; private set; } = null!;
    public bool IsMe => Person.Id.Value == me.PersonId;

    /// <summary>Who has looked is told without a save, a seal is not left open, and what somebody chose to see is seldom asked for twice.</summary>
    public bool IsKept => !IsMe && !Person.IsProtected && Request.Query.Count == 0;

    /// <summary>All that the page differs by, beside the day and the language.</summary>
    public object Key => (nameof(PersonPage), Person.Id, me.PersonId, me.Reach);

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (await kept.Get((nameof(PersonPage), id, me.PersonId, me.Reach), () => db.People.AsNoTracking().VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == id)) is not { } person)
            return NotFound();
        Person = person;
        if (!IsMe)
            await readings.Write(db, id);
        return Page();
    }

    // asked for only here: all rooms' sections come with it, and mostly the page is written already
    public Task<PersonSheet> Sheet() => HttpContext.RequestServices.GetRequiredService<PersonSheets>().Of(Person);
}
