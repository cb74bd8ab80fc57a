using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Formats.Calendar;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>One gathering: when, where, why, what to bring; and for those who arrange it, how far it has come.</summary>
[Requires(Permission.SeePlan)]
internal sealed class GatheringPage(AppDb db, CurrentUser me, Seen seen, GatheringPage.Parts parts, Texts texts) : PageModel
{
    private const int MostOthers = 5;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public IReadOnlyList<Unit> With { get; private set; } = [];
    public Venue? Venue { get; private set; }
    public string Kind { get; private set; } = "";
    public Person? Contact { get; private set; }
    public IReadOnlyList<Promises.Promised> Promised { get; private set; } = [];
    public IReadOnlyList<(BringItem Item, string? By)> Bring { get; private set; } = [];
    public decimal Spent { get; private set; }

    /// <summary>The next of the same series.</summary>
    public IReadOnlyList<Gathering> Others { get; private set; } = [];

    public bool MayEdit { get; private set; }
    /// <summary>What those who were there thought, for those who arrange.</summary>
    public Opinions? Opinions { get; private set; }

    /// <summary>How many were ticked at the door; null when nobody was.</summary>
    public DoorCount? Came { get; private set; }

    /// <summary>Stands at its door, from a day before until it is told of.</summary>
    public bool IsAtDoor { get; private set; }

    public ComingShown Coming { get; private set; } = null!;
    public ShiftsShown Shifts { get; private set; } = null!;

    /// <summary>Of one where one stands out there, for those whom that concerns.</summary>
    public OnSite? OnSite { get; private set; }

    /// <summary>What made it otherwise last, for those who may see that.</summary>
    public Id<Rearrangement>? Rearranged { get; private set; }

    public string Here => $"/aktiviteter/{Gathering.Id}";
    public GatheringWords Words => parts.Words;
    public bool HasBegun => Gathering.Starts <= db.Clock.GetUtcNow();

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (await seen.Find(id) is not { } gathering)
            return NotFound();
        await Fill(gathering);
        Input = new Form { Report = gathering.Report, Attended = gathering.Attended ?? Came?.Here };
        return Page();
    }

    /// <summary>To one's own calendar.</summary>
    public async Task<IActionResult> OnGetCalendar(Id<Gathering> id)
    {
        if (await seen.Find(id) is not { } gathering)
            return NotFound();
        await Fill(gathering);
        var link = Coming.HasLink && gathering.Link is { } address ? new Uri(address) : null;
        return File(GatheringFile.Of(gathering, Unit, Words.Where(gathering, Venue), new Uri(parts.Installation.PublicUrl + Here), link), CalendarWriter.ContentType, $"{Structure.Unit.Slugged(gathering.Title)}.ics");
    }

    public Task<IActionResult> OnPostPublish(Id<Gathering> id) => Act(id, g => g.Publish(db.Clock.GetUtcNow()), "Gatherings.Published", "Withdraw");

    /// <summary>As long as nobody counts on it.</summary>
    public async Task<IActionResult> OnPostWithdraw(Id<Gathering> id)
    {
        var somebodyComes = await SomebodyComes(db, id);
        return await Act(id, g => somebodyComes ? SignUpRefusals.SomebodyComes : g.Withdraw(db.Clock.GetUtcNow()), "Gatherings.Withdrawn", "Publish");
    }

    public async Task<IActionResult> OnPostDiscard(Id<Gathering> id)
    {
        var done = await Act(id, g => g.Discard(db.Clock.GetUtcNow()), "Gatherings.Discarded", "Recover");
        return done is RedirectResult ? Redirect("/aktiviteter") : done;
    }

    /// <summary>A draft that was thrown away is one again.</summary>
    public async Task<IActionResult> OnPostRecover(Id<Gathering> id)
    {
        if (await db.Gatherings.DiscardedBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return NotFound();
        gathering.Recover(db.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        return Redirect($"/aktiviteter/{id}");
    }

    /// <summary>What should have been was not. Before it has begun people are to be told: see <see cref="RearrangePage"/>.</summary>
    public Task<IActionResult> OnPostCancel(Id<Gathering> id) =>
        Act(id, g => g.Starts > db.Clock.GetUtcNow() ? GatheringRefusals.NotYet : g.Cancel(Input.Why, db.Clock.GetUtcNow()), "Gatherings.CancelledNow", null);

    /// <summary>What was cancelled is on after all, and those concerned are told.</summary>
    public async Task<IActionResult> OnPostResume(Id<Gathering> id)
    {
        if (await db.Gatherings.EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id && g.State == GatheringState.Cancelled) is not { } gathering)
            return NotFound();
        if (!ModelState.IsValid)
        {
            await Fill(gathering);
            return Page();
        }
        var asked = new Rearrangement(RearrangeKind.Resume, Guid.CreateVersion7(db.Clock.GetUtcNow()), new Id<Person>(me.PersonId), db.Clock.GetUtcNow());
        asked.Says(Input.Why ?? texts["Rearranging.OnAfterAll"]);
        parts.Desk.Ask(asked, [gathering]);
        await db.SaveChangesAsync();
        parts.Desk.Ring();
        return Redirect($"/aktiviteter/omplaneringar/{asked.Id}");
    }

    public Task<IActionResult> OnPostTell(Id<Gathering> id) => Act(id, g => g.Tell(Input.Report, Input.Attended, db.Clock.GetUtcNow()), "Gatherings.Told", null);

    /// <summary>Which things are packed; whoever sees the gathering helps.</summary>
    public async Task<IActionResult> OnPostPack(Id<Gathering> id, [FromForm(Name = "packat")] List<Id<BringItem>> packed)
    {
        if (await seen.Find(id) is null)
            return NotFound();
        foreach (var item in await db.BringItems.Where(b => b.GatheringId == id).ToListAsync())
            item.Tick(packed.Contains(item.Id));
        await db.SaveChangesAsync();
        TempData.Say(texts["Gatherings.Bring.Saved"]);
        return Redirect($"/aktiviteter/{id}#ta-med");
    }

    /// <summary>Somebody counts on it.</summary>
    public static async Task<bool> SomebodyComes(AppDb db, Id<Gathering> id) => await db.SignUps.AnyAsync(s => s.GatheringId == id && s.State != SignUpState.Left)
        || await db.ShiftPlaces.AnyAsync(p => (p.State == PlaceState.Taken || p.State == PlaceState.Asked) && db.Shifts.Any(s => s.Id == p.ShiftId && s.GatheringId == id));

    /// <summary>Whoever sees the gathering says that they bring something that nobody has taken.</summary>
    public Task<IActionResult> OnPostBring(Id<Gathering> id, Id<BringItem> item) => Bringing(id, item, b => b.Take(new Id<Person>(me.PersonId)), "Gatherings.Brought", $"/aktiviteter/{id}?handler=BringNot&item={item}");

    public Task<IActionResult> OnPostBringNot(Id<Gathering> id, Id<BringItem> item) => Bringing(id, item, b => b.GiveUp(new Id<Person>(me.PersonId)), "Gatherings.NotBrought", null);

    private async Task<IActionResult> Bringing(Id<Gathering> id, Id<BringItem> item, Func<BringItem, Refusal?> act, string said, string? undo)
    {
        if (await seen.Find(id) is not { State: GatheringState.Published } gathering || await db.BringItems.SingleOrDefaultAsync(b => b.Id == item && b.GatheringId == id) is not { } thing)
            return NotFound();
        if (ModelState.Refuses(act(thing), texts))
        {
            await Fill(gathering);
            return Page();
        }
        await db.SaveChangesAsync();
        TempData.Say(texts[said, thing.What], undo);
        return Redirect($"/aktiviteter/{id}#ta-med");
    }

    private async Task<IActionResult> Act(Id<Gathering> id, Func<Gathering, Refusal?> act, string said, string? undo)
    {
        if (await db.Gatherings.EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(act(gathering), texts))
        {
            await Fill(gathering);
            return Page();
        }
        await db.SaveChangesAsync();
        TempData.Say(texts[said, gathering.Title], undo is null ? null : $"/aktiviteter/{id}?handler={undo}");
        return Redirect($"/aktiviteter/{id}");
    }

    private async Task Fill(Gathering gathering)
    {
        Gathering = gathering;
        MayEdit = await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == gathering.Id);
        Coming = await ComingShown.Of(db, Words, gathering, new Id<Person>(me.PersonId), MayEdit);
        OnSite = await parts.Sites.Of(gathering, MayEdit);
        Shifts = await ShiftsShown.Of(db, gathering, new Id<Person>(me.PersonId), MayEdit);
        var with = db.CoArrangers.Where(c => c.GatheringId == gathering.Id).Select(c => c.UnitId);
        var units = await db.Units.AsNoTracking().Where(u => u.Id == gathering.UnitId || with.Contains(u.Id)).ToListAsync();
        (Unit, With) = (units.Single(u => u.Id == gathering.UnitId), [.. units.Where(u => u.Id != gathering.UnitId).OrderBy(u => u.Path.Length).ThenBy(u => u.Name)]);
        Venue = await db.PlaceOf(gathering);
        Contact = gathering.ContactId is { } contact ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == contact) : null;
        Kind = (await parts.Kinds.Names()).GetValueOrDefault(gathering.Kind, gathering.Kind);
        Others = gathering.SeriesId is { } series ? await (await seen.All()).AsNoTracking().Where(g => g.SeriesId == series && g.Id != gathering.Id && g.Starts > db.Clock.GetUtcNow()).OrderBy(g => g.Starts).Take(MostOthers).ToListAsync() : [];
        Rearranged = MayEdit && gathering.Why is not null ? await db.RearrangedGatherings.Where(r => r.GatheringId == gathering.Id && r.State == RearrangedState.Done).OrderByDescending(r => r.Id).Select(r => (Id<Rearrangement>?)r.RearrangementId).FirstOrDefaultAsync() : null;
        Opinions = MayEdit && HasBegun ? await Opinions.Of(db, gathering.Id) : null;
        Promised = await parts.Promises.TiedTo(gathering.Id);
        IsAtDoor = gathering.Starts <= db.Clock.GetUtcNow().AddDays(1) && await db.Gatherings.AtDoor(me, db).AnyAsync(g => g.Id == gathering.Id);
        Came = HasBegun && await DoorCount.Of(db, gathering) is { Here: > 0 } came ? came : null;
        Bring = await BringPage.Of(db, gathering.Id);
        Spent = MayEdit ? (await db.GatheringCosts.Where(c => c.GatheringId == gathering.Id).Select(c => c.Amount).ToListAsync()).Sum() : 0;
    }

    internal sealed record Parts(Kinds Kinds, Promises Promises, GatheringWords Words, Installation Installation, RearrangeDesk Desk, OnSiteReader Sites);

    internal sealed class Form
    {
        [StringLength(Rearrangement.LongestWhy)]
        public string? Why { get; set; }

        [StringLength(Gathering.LongestReport)]
        public string? Report { get; set; }

        [Range(0, Venue.MostPeople)]
        public int? Attended { get; set; }
    }
}
