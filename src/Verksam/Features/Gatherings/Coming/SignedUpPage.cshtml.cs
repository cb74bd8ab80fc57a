using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Who comes and who waits, for those who arrange; that it was read is noted.</summary>
[Requires(Permission.Arrange)]
internal sealed class SignedUpPage(AppDb db, CurrentUser me, Seating seating, GatheringWords words, Texts texts) : PageModel
{
    public Gathering Gathering { get; private set; } = null!;
    public ILookup<SignUpState, (SignUp SignUp, Person Person)> All { get; private set; } = Array.Empty<(SignUp, Person)>().ToLookup(_ => SignUpState.Left);
    public GatheringWords Words => words;

    public int Count => All[SignUpState.Coming].Sum(s => 1 + s.SignUp.Companions);

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var (_, person) in All.SelectMany(s => s))
            db.NoteReading(person.Id);
        await db.SaveChangesAsync();
        return Page();
    }

    /// <summary>Somebody has said by phone that they do not come.</summary>
    public async Task<IActionResult> OnPostRemove(Id<Gathering> id, [FromForm(Name = "vem")] Id<Person> person)
    {
        if (!await Find(id) || All.SelectMany(s => s).All(s => s.Person.Id != person))
            return NotFound();
        if (ModelState.Refuses(await seating.Leave(id, person), texts))
            return Page();
        TempData.Say(texts["Coming.Removed"]);
        return Redirect($"/aktiviteter/{id}/anmalda");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        Gathering = gathering;
        All = (await db.SignUps.AsNoTracking().Where(s => s.GatheringId == id && s.State != SignUpState.Left).Join(db.People.AsNoTracking(), s => s.PersonId, p => p.Id, (own, person) => new { own, person })
            .OrderBy(s => s.own.At).ThenBy(s => s.own.Id).ToListAsync()).ToLookup(s => s.own.State, s => (s.own, s.person));
        return true;
    }
}
