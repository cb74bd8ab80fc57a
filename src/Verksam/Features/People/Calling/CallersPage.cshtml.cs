using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>Who calls for a list: added by name among those who can come in, and taken off.</summary>
[Requires(Permission.EditPeople)]
internal sealed class CallersPage(AppDb db, CurrentUser me, CallQueue queue, IWaysIn ways, Texts texts) : PageModel
{
    private const int Most = 20;

    [BindProperty(Name = "namn", SupportsGet = true)]
    public string? Name { get; set; }

    public CallList List { get; private set; } = null!;
    public IReadOnlyList<Row> Callers { get; private set; } = [];

    /// <summary>Those with that name who do not call yet.</summary>
    public IReadOnlyList<Row> Found { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<CallList> id)
    {
        if (!await Find(id))
            return NotFound();
        var callers = db.Callers.Where(c => c.ListId == id).Select(c => c.PersonId);
        // whoever has come by oneself may be of a unit that one does not see
        var seen = db.People.VisibleTo(me, db).Select(p => p.Id);
        var all = await Rows(db.People.Where(p => callers.Contains(p.Id)), seen);
        Callers = [.. all.Where(c => c.IsSeen)];
        Hidden = all.Count - Callers.Count;
        if (OneLine.OrNull(Name) is { } name && AppDb.Folded(name) is var folded)
            Found = [.. (await Rows(Candidates.Where(p => p.NameFolded.Contains(folded) && !callers.Contains(p.Id)), seen)).Take(Most)];
        return Page();
    }

    /// <summary>How many callers there are whom one may not see.</summary>
    public int Hidden { get; private set; }

    public async Task<IActionResult> OnPostAdd(Id<CallList> id, Id<Person> person)
    {
        if (!await Find(id) || await Candidates.SingleOrDefaultAsync(p => p.Id == person) is not { } caller)
            return NotFound();
        if (!await db.Callers.AnyAsync(c => c.ListId == id && c.PersonId == person))
            db.Callers.Add(new Caller(id, person));
        return await Save("Calling.Callers.Added", caller.First);
    }

    public async Task<IActionResult> OnPostRemove(Id<CallList> id, Id<Person> person)
    {
        if (!await Find(id) || await db.People.VisibleTo(me, db).SingleOrDefaultAsync(p => p.Id == person) is not { } caller
            || await db.Callers.SingleOrDefaultAsync(c => c.ListId == id && c.PersonId == person) is not { } gone)
            return NotFound();
        db.Callers.Remove(gone);
        await queue.FreeAllOf(id, person);
        return await Save("Calling.Callers.Removed", caller.First);
    }

    private IQueryable<Person> Candidates => db.People.VisibleTo(me, db).Where(p => ways.Holders.Contains(p.Id));

    private async Task<IActionResult> Save(string said, string first)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, first]);
        return Redirect($"/ringlistor/{List.Id}/ringare");
    }

    private Task<List<Row>> Rows(IQueryable<Person> people, IQueryable<Id<Person>> seen)
    {
        var order = db.SwedishOrder;
        return (
            from person in people
            join unit in db.Units on person.UnitId equals unit.Id
            orderby EF.Functions.Collate(person.NameFolded, order)
            select new Row(person.Id, person.Name, unit.Name, seen.Contains(person.Id))).Take(10 * Most).ToListAsync();
    }

    private async Task<bool> Find(Id<CallList> id)
    {
        if (await db.CallLists.LedBy(me, db).SingleOrDefaultAsync(l => l.Id == id) is not { } list)
            return false;
        List = list;
        return true;
    }

    internal sealed record Row(Id<Person> Id, string Name, string Unit, bool IsSeen);
}
