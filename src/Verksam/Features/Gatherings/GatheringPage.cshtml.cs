using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
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
    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;

    /// <summary>What was written could not be taken: the page once more, with that in its forms.</summary>
    public GatheringSheet? Refused { get; private set; }

    /// <summary>All that the page differs by, beside the day and the language.</summary>
    public object Key => (nameof(GatheringPage), Gathering.Id, me.PersonId, me.Reach, HasBegun, Gathering.IsOver(db.Clock.GetUtcNow()));

    public bool HasBegun => Gathering.Starts <= db.Clock.GetUtcNow();

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (await seen.Kept(id) is not { } gathering)
            return NotFound();
        Gathering = gathering;
        return Page();
    }

    /// <summary>To one's own calendar.</summary>
    public async Task<IActionResult> OnGetCalendar(Id<Gathering> id)
    {
        if (await seen.Find(id) is not { } gathering)
            return NotFound();
        var sheet = await parts.Sheets.Of(gathering);
        return File(GatheringFile.Of(gathering, sheet.Unit, sheet.Words.Where(gathering, sheet.Venue), new Uri(parts.Installation.PublicUrl + sheet.Here), sheet.Coming.HasLink), CalendarWriter.ContentType, $"{Structure.Unit.Slugged(gathering.Title)}.ics");
    }

    /// <summary>Its picture. A browser keeps it no longer than the page: what one comes to tells an opinion, and others use the same machine.</summary>
    public async Task<IActionResult> OnGetPicture(Id<Gathering> id, CancellationToken cancelled) =>
        await seen.Kept(id) is not null && await parts.Pictures.Show(id, cancelled) is { } picture ? picture : NotFound();

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
            return await Again(gathering);
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
            return await Again(gathering);
        await db.SaveChangesAsync();
        TempData.Say(texts[said, thing.What], undo);
        return Redirect($"/aktiviteter/{id}#ta-med");
    }

    private async Task<IActionResult> Act(Id<Gathering> id, Func<Gathering, Refusal?> act, string said, string? undo)
    {
        if (await db.Gatherings.EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(act(gathering), texts))
            return await Again(gathering);
        await db.SaveChangesAsync();
        TempData.Say(texts[said, gathering.Title], undo is null ? null : $"/aktiviteter/{id}?handler={undo}");
        return Redirect($"/aktiviteter/{id}");
    }

    // asked for only where the page is not already written
    public Task<GatheringSheet> Sheet() => parts.Sheets.Of(Gathering);

    private async Task<IActionResult> Again(Gathering gathering)
    {
        Gathering = gathering;
        Refused = (await Sheet()) with { Input = Input };
        return Page();
    }

    internal sealed record Parts(GatheringSheets Sheets, Installation Installation, RearrangeDesk Desk, GatheringPictures Pictures);

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
