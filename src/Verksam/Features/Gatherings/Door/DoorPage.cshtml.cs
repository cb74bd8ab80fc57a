using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Door;

/// <summary>
/// At the door: who of those who signed up is here, and who walked by. For those who arrange, for whoever is asked about it, and for those who have
/// a shift of it. That the list was read is noted.
/// </summary>
[Requires(Permission.SeePlan)]
internal sealed class DoorPage(AppDb db, CurrentUser me, DoorReader reader, DoorDesk desk, DoorPage.Parts parts) : PageModel
{
    public const string NotHere = "inte", OnlyNew = "nya";

    /// <summary>Codes are read with the camera here, and nowhere else in the house.</summary>
    public const string WithCamera = "camera=(self), microphone=(), geolocation=()";

    private const int MostFound = 8, ShortestSought = 2;

    [BindProperty]
    public DoorTold Told { get; set; } = new();

    /// <summary>When it was by the phone's clock, and when it was sent by the same.</summary>
    [BindProperty(Name = "At")]
    public long At { get; set; }

    /// <inheritdoc cref="At"/>
    [BindProperty(Name = "Sent")]
    public long Sent { get; set; }

    /// <summary>Which part of the list.</summary>
    [BindProperty(Name = "visa", SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Sought { get; set; }

    /// <summary>One of the register who had not signed up.</summary>
    [BindProperty(Name = "vem", SupportsGet = true)]
    public string? Who { get; set; }

    public Gathering Gathering { get; private set; } = null!;
    public DoorShown Shown { get; private set; } = null!;
    public Venue? Venue { get; private set; }
    public IReadOnlyList<Promises.Promised> Promised { get; private set; } = [];

    /// <summary>Those of the register with that name whom one may see, each with a ticket.</summary>
    public IReadOnlyList<(Person Person, string Ticket)> Found { get; private set; } = [];

    public string Here => $"/aktiviteter/{Gathering.Id}/dorren";
    public GatheringWords Words => parts.Words;
    public string Asked => desk.Asked;
    public bool IsOpen => Gathering.IsOpenAt(db.Clock.GetUtcNow(), Shown.Arranges);
    public bool IsNear => Gathering.IsNear(db.Clock.GetUtcNow());
    public bool MaySeek => me.Can(Permission.SeePeople);

    /// <summary>Those of the list that are shown, where there is no script to choose among them.</summary>
    public IEnumerable<DoorRow> Rows => (Show switch { NotHere => Shown.Missing, OnlyNew => Shown.New, _ => Shown.Rows })
        .Where(r => string.IsNullOrWhiteSpace(Sought) || AppDb.Folded($"{r.Name} {r.Place}").Contains(AppDb.Folded(Sought.Trim()), StringComparison.Ordinal));

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var person in Shown.Rows.Select(r => r.Person).OfType<Person>())
            db.NoteReading(person.Id);
        await db.SaveChangesAsync();
        if (MaySeek && Who?.Trim().Length >= ShortestSought)
            await Seek(AppDb.Folded(Who.Trim()));
        return Page();
    }

    /// <summary>Who is here now, by what the phones know the rows by: neither a name nor a ticket.</summary>
    public async Task<IActionResult> OnGetState(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        return new JsonResult(new
        {
            here = Shown.Rows.ToDictionary(r => r.Key, r => r.Here),
            walked = Shown.Walks.Count,
            said = DoorSaid.All(parts.Texts, Shown),
        });
    }

    /// <summary>A code that was typed.</summary>
    public async Task<IActionResult> OnGetCode(Id<Gathering> id, [FromQuery(Name = "kod")] string? code) =>
        await Find(id) ? Redirect($"{Here}/kod/{(DoorCode.Read(code) is { Length: > 0 } read ? read : "-")}") : NotFound();

    /// <summary>One act, as a phone sends it: by its ticket, also when whoever was given it stands there no more.</summary>
    public async Task<IActionResult> OnPostAct(Id<Gathering> id)
    {
        var taken = ModelState.IsValid ? await desk.Take(id, Told, new PhoneTime(At, Sent)) : new DoorTaken(DoorReceipt.NotYours);
        if (taken.Receipt == DoorReceipt.NotYours)
            return NotFound();
        var said = taken.Receipt == DoorReceipt.Closed ? "Door.Said.Closed" : taken.Said;
        var row = taken is { Receipt: DoorReceipt.Kept, Row: { IsHere: true, IsWalkUp: true } walked } ? parts.Tickets.Write(id, DoorAbout.Row, walked.Id.Value) : null;
        return new JsonResult(new { receipt = taken.Receipt.ToString(), said = said is null ? null : parts.Texts[said], row });
    }

    /// <summary>The whole list without script: only what was changed on it is an act.</summary>
    public async Task<IActionResult> OnPost(Id<Gathering> id, [FromForm(Name = "har")] List<string> here, [FromForm(Name = "var")] List<string> before)
    {
        if (!await Find(id))
            return NotFound();
        var acts = Shown.Rows.Where(r => here.Contains(r.Key) != before.Contains(r.Key) || (here.Contains(r.Key) && Came(r) is { } came && came != r.Here))
            .Select(r => new DoorTold { Entry = Guid.CreateVersion7(db.Clock.GetUtcNow()), Ticket = r.Ticket, Here = here.Contains(r.Key), People = Came(r) }).ToList();
        var taken = await desk.Take(id, acts);
        TempData.Say(parts.Texts[taken.Any(t => t.Receipt == DoorReceipt.Closed) ? "Door.Said.Closed" : "Door.Said.Saved"]);
        return Redirect(Here);
    }

    /// <summary>Somebody who had not signed up: one who walked by, or one of the register.</summary>
    public async Task<IActionResult> OnPostWalkUp(Id<Gathering> id, [FromForm(Name = "bara")] bool onlyOne)
    {
        if (!await Find(id))
            return NotFound();
        if (onlyOne)
            (Told.Name, Told.Contact) = (null, null);
        Told.Ticket ??= Shown.Ticket;
        if (!ModelState.IsValid || ModelState.Refuses(People.Welcome.Hand.Read(Told.Consent ? Told.Contact : null, out _, out _), parts.Texts, "Told.Contact"))
            return Page();
        return Done(await desk.Take(id, Told));
    }

    public async Task<IActionResult> OnPostBack(Id<Gathering> id, [FromQuery(Name = "rad")] Id<Attendance> row)
    {
        if (!await Find(id) || !await desk.TakeBack(id, row))
            return NotFound();
        TempData.Say(parts.Texts["Door.Said.TakenBack"]);
        return Redirect(Here);
    }

    private IActionResult Done(DoorTaken taken)
    {
        if (taken.Receipt == DoorReceipt.NotYours)
            return NotFound();
        TempData.Say(parts.Texts[taken.Receipt == DoorReceipt.Closed ? "Door.Said.Closed" : taken.Said ?? "Door.Said.Added"], taken.Row is { IsHere: true } row ? $"{Here}?handler=Back&rad={row.Id}" : null);
        return Redirect($"{Here}#gick-forbi");
    }

    private int? Came(DoorRow row) => int.TryParse(Request.Form[$"antal.{row.Key}"], System.Globalization.CultureInfo.InvariantCulture, out var came) && came >= 1 && came <= 1 + Coming.SignUp.MostCompanions ? came : null;

    private async Task Seek(string folded)
    {
        var found = await db.People.VisibleTo(me, db).AsNoTracking().Where(p => p.NameFolded.Contains(folded)).OrderBy(p => p.NameFolded).Take(MostFound).ToListAsync();
        Found = [.. found.Select(p => (p, parts.Tickets.Write(Gathering.Id, DoorAbout.Person, p.Id.Value)))];
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        Response.Headers["Permissions-Policy"] = WithCamera;
        if (await db.Gatherings.AsNoTracking().AtDoor(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, Shown) = (gathering, await reader.Of(gathering));
        Venue = await db.PlaceOf(gathering);
        Promised = Shown.Arranges ? await parts.Promises.TiedTo(id) : [];
        return true;
    }

    internal sealed record Parts(GatheringWords Words, Promises Promises, DoorTickets Tickets, Texts Texts);
}
