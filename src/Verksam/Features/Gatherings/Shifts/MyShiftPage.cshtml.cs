using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>A shift for whoever might stand there: take it, answer when asked, give it back, let somebody else take it.</summary>
[Requires(Permission.SeePlan)]
internal sealed class MyShiftPage(AppDb db, CurrentUser me, Seen seen, Rota rota, MyShiftPage.Parts parts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;
    public Venue? Venue { get; private set; }
    public ShiftsShown Shown { get; private set; } = null!;
    public ShiftsShown.One Shift { get; private set; } = null!;

    /// <summary>What one has at the same time, or too near.</summary>
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public GatheringWords Words => parts.Words;
    public ShiftPlace? Own => Shift.Own;
    public bool IsOpen => Gathering.State == GatheringState.Published && Shift.Starts > Shown.Now;
    public bool IsAsked => Own is { State: PlaceState.Asked, Until: { } until } && until > Shown.Now;

    /// <summary>Those who have offered theirs to whoever looks.</summary>
    public IEnumerable<(ShiftPlace Place, Person Person)> Up => Shift.Standing.Where(s => s.Place.IsUpFor(Self));

    /// <summary>The others on the rota, to let one of them take one's own.</summary>
    public IReadOnlyList<Person> Others => [.. Shown.All.SelectMany(s => s.Standing).Select(s => s.Person).Where(p => p.Id != Self && Shift.Standing.All(s => s.Person.Id != p.Id)).DistinctBy(p => p.Id).OrderBy(p => p.NameFolded, StringComparer.Ordinal)];

    private Id<Person> Self => new(me.PersonId);

    public async Task<IActionResult> OnGet(Id<Gathering> id, Id<Shift> shift)
    {
        if (!await Find(id, shift))
            return NotFound();
        Input = new Form { Ride = Own?.NeedsRide == true, Ring = Own?.MayBeRung == true };
        return Page();
    }

    /// <summary>Takes it, or says yes.</summary>
    public Task<IActionResult> OnPost(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Take(shift, Self, Input.Ride, Input.Ring), "Shifts.Said.Taken", null);

    public Task<IActionResult> OnPostNo(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Decline(shift, Self), "Shifts.Said.Declined", null);

    /// <summary>In line for a shift that is full.</summary>
    public Task<IActionResult> OnPostQueue(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Queue(shift, Self), "Shifts.Said.Queued", null);

    public Task<IActionResult> OnPostUnqueue(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Decline(shift, Self), "Shifts.Said.Unqueued", null);

    public Task<IActionResult> OnPostLeave(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.GiveBack(shift, Self), "Shifts.Said.GivenBack", "Regret");

    public Task<IActionResult> OnPostRegret(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Regret(shift, Self), "Shifts.Said.Taken", null);

    /// <summary>To one of the others, or to anybody.</summary>
    public Task<IActionResult> OnPostOffer(Id<Gathering> id, Id<Shift> shift) =>
        Act(id, shift, async () => Input.To is { } to && Others.All(p => p.Id != to) ? ShiftRefusals.NotYours : await rota.Offer(shift, Self, Input.To), "Shifts.Said.Offered", "Keep");

    public Task<IActionResult> OnPostKeep(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Keep(shift, Self), "Shifts.Said.Kept", null);

    public Task<IActionResult> OnPostOver(Id<Gathering> id, Id<Shift> shift) =>
        Act(id, shift, () => Input.From is { } from ? rota.TakeOver(shift, from, Self) : Task.FromResult<Refusal?>(ShiftRefusals.NotOffered), "Shifts.Said.Taken", null);

    private async Task<IActionResult> Act(Id<Gathering> id, Id<Shift> shift, Func<Task<Refusal?>> act, string said, string? undo)
    {
        if (!await Find(id, shift))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(await act(), parts.Texts))
        {
            await Find(id, shift); // as it is now: somebody else may have been before
            return Page();
        }
        TempData.Say(parts.Texts[said, $"{Gathering.Title}, {Words.Moment(Shift.Starts, Shift.Ends)}"], undo is null ? null : $"/aktiviteter/{id}/mitt-pass/{shift}?handler={undo}");
        return Redirect(await seen.Find(id) is null ? "/min-sida" : $"/aktiviteter/{id}#pass");
    }

    // whoever is asked or stands there may look, also when the gathering is for others
    private async Task<bool> Find(Id<Gathering> id, Id<Shift> shift)
    {
        var mine = await db.ShiftPlaces.AnyAsync(p => p.ShiftId == shift && p.PersonId == Self && (p.State == PlaceState.Asked || p.State == PlaceState.Taken));
        var gathering = mine ? await db.Gatherings.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.State != GatheringState.Draft && g.State != GatheringState.Discarded) : null;
        if ((gathering ?? await seen.Find(id)) is not { } found)
            return false;
        Shown = await ShiftsShown.Of(db, found, Self, await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == id));
        if (Shown.All.FirstOrDefault(s => s.Shift.Id == shift) is not { } one)
            return false;
        (Gathering, Shift) = (found, one);
        Venue = await db.PlaceOf(found);
        Clashes = Own?.State == PlaceState.Taken ? [] : await parts.Clashes.Of(Self, found, one.Shift);
        return true;
    }

    internal sealed record Parts(Clashes Clashes, GatheringWords Words, Texts Texts);

    internal sealed class Form
    {
        public bool Ride { get; set; }
        public bool Ring { get; set; }

        /// <summary>Who may take one's own; null for anybody.</summary>
        public Id<Person>? To { get; set; }

        /// <summary>Whose one takes over.</summary>
        public Id<Person>? From { get; set; }
    }
}
