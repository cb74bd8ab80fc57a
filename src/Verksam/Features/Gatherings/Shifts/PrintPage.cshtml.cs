using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>The rota on paper, with numbers to ring: for those who arrange and those who stand there. That it was read is noted.</summary>
[Requires(Permission.SeePlan)]
internal sealed class PrintPage(AppDb db, CurrentUser me, GatheringWords words) : PageModel
{
    public Gathering Gathering { get; private set; } = null!;
    public Venue? Venue { get; private set; }
    public Person? Contact { get; private set; }
    public ShiftsShown Shown { get; private set; } = null!;
    public GatheringWords Words => words;

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var person in Shown.All.SelectMany(s => s.Standing).Select(s => s.Person.Id).Distinct().Where(p => p.Value != me.PersonId))
            db.NoteReading(person);
        await db.SaveChangesAsync();
        return Page();
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        var mine = await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == id);
        if (await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && (mine || g.State == GatheringState.Published)) is not { } gathering)
            return false;
        Shown = await ShiftsShown.Of(db, gathering, new Id<Person>(me.PersonId), mine);
        Gathering = gathering;
        Venue = await db.PlaceOf(gathering);
        Contact = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == gathering.ContactId);
        return mine || Shown.IsOnRota;
    }
}
