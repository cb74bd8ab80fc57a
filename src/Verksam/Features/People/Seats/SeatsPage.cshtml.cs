using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Seats;

/// <summary>One person's seats in public bodies: given, ended, taken back.</summary>
[Requires(Permission.EditPeople)]
internal sealed class SeatsPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<SeatRow> Rows { get; private set; } = [];

    /// <summary>Those of the person's unit and of the units above it.</summary>
    public IReadOnlyList<PublicBody> Bodies { get; private set; } = [];

    public IEnumerable<SelectListItem> BodyChoices => Bodies.Select(b => new SelectListItem(b.Name, b.Id.ToString()));
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<SeatKind>().Select(k => new SelectListItem(texts[$"Seats.Kind.{k}"], k.ToString()));

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input.From = time.Today;
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Bodies.Any(b => b.Id == Input.Body) ? null : SeatRefusals.BodyMissing, texts, "Input.Body"))
            return Page();
        var seat = new Seat(id, Input.Body, Input.Kind, Input.From);
        if (ModelState.Refuses(seat.End(Input.To), texts, "Input.To") || ModelState.Refuses(seat.Beside(Rows.Select(r => r.Seat)), texts, "Input.Body"))
            return Page();
        db.Seats.Add(seat);
        return await Done("Seats.Given", Person.Name, Bodies.First(b => b.Id == Input.Body).Name);
    }

    /// <param name="to">The last day of each, by the seat's id; empty while nothing is decided.</param>
    public async Task<IActionResult> OnPostEnd(Id<Person> id, [FromForm(Name = "to")] Dictionary<Guid, DateOnly?> to)
    {
        foreach (var other in ModelState.Keys.Where(k => !k.StartsWith("to[", StringComparison.Ordinal)).ToList())
            ModelState.Remove(other); // the other form of the page is not what was sent
        if (!await Find(id))
            return NotFound();
        var changed = Rows.Select(r => r.Seat).Where(s => to.TryGetValue(s.Id.Value, out var last) && last != s.To).ToList();
        foreach (var seat in changed)
            ModelState.Refuses(seat.End(to[seat.Id.Value]), texts, $"to[{seat.Id}]");
        foreach (var seat in changed)
            ModelState.Refuses(seat.Beside(Rows.Select(r => r.Seat)), texts, $"to[{seat.Id}]");
        return ModelState.IsValid ? await Done("Seats.Ended", Person.Name) : Page();
    }

    /// <summary>It was a mistake: the person never sat there.</summary>
    public async Task<IActionResult> OnPostRemove(Id<Person> id, Id<Seat> seat)
    {
        if (!await Find(id) || Rows.FirstOrDefault(r => r.Seat.Id == seat) is not { } row)
            return NotFound();
        db.Seats.Remove(row.Seat);
        return await Done("Seats.Removed", Person.Name, row.Body.Name);
    }

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, facts]);
        return Redirect($"/manniskor/{Person.Id}");
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        var line = UnitLine.Of(await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync());
        Bodies = await db.PublicBodies.Where(b => line.Contains(b.UnitId)).OrderBy(b => b.Level).ThenBy(b => b.Name).ToListAsync();
        Rows = await SeatRow.Of(db, id).ToListAsync();
        return true;
    }

    internal sealed class Form
    {
        public Id<PublicBody> Body { get; set; }

        [EnumDataType(typeof(SeatKind))]
        public SeatKind Kind { get; set; }

        [Day]
        public DateOnly From { get; set; }

        [Day]
        public DateOnly? To { get; set; }
    }
}
