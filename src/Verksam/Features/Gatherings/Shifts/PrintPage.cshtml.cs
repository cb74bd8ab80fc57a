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
        var self = new Id<Person>(me.PersonId);
        var mine = await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == id);
        if (await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && (mine || g.State == GatheringState.Published)) is not { } gathering)
            return NotFound();
        Shown = await ShiftsShown.Of(db, gathering, self, mine);
        if (!mine && !Shown.IsOnRota)
            return NotFound();
        Gathering = gathering;
        Venue = gathering.VenueId is { } venue ? await db.Venues.AsNoTracking().SingleAsync(v => v.Id == venue) : null;
        Contact = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == gathering.ContactId);
        foreach (var person in Shown.All.SelectMany(s => s.Standing).Select(s => s.Person.Id).Distinct().Where(p => p != self))
            db.NoteReading(person);
        await db.SaveChangesAsync();
        return Page();
    }
}
