using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>Who has been told of a gathering and who has not, for those who arrange it; that it was read is noted.</summary>
[Requires(Permission.Arrange)]
internal sealed class SendingsPage(AppDb db, CurrentUser me, Sendings sendings) : PageModel
{
    public Gathering Gathering { get; private set; } = null!;
    public IReadOnlyList<Sending> All { get; private set; } = [];
    public IReadOnlyList<(MessageStep Step, DateOnly? On)> ToCome { get; private set; } = [];

    public int Count(LetterState state) => All.Sum(s => s.Count(state));

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return NotFound();
        (Gathering, All, ToCome) = (gathering, await sendings.Of(gathering), await sendings.ToCome(gathering));
        foreach (var person in All.SelectMany(s => s.Rows).Select(r => r.Person).OfType<Id<People.Person>>().Distinct())
            db.NoteReading(person);
        await db.SaveChangesAsync();
        return Page();
    }
}
