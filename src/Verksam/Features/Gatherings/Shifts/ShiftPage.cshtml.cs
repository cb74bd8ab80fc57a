using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Offers;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>One shift for those who arrange: who stands there, who is asked and in which order, who else could; and what it is.</summary>
[Requires(Permission.Arrange)]
internal sealed class ShiftPage(AppDb db, CurrentUser me, Rota rota, WhoFits fits, ShiftPage.Words words) : PageModel
{
    // what was removed, for one step back in the browser's own locked cookie
    private const string Gone = "shift-gone";

    [BindProperty(Name = "namn", SupportsGet = true)]
    public string? NameAsked { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;
    public Shift Shift { get; private set; } = null!;
    public IReadOnlyList<Skill> Skills { get; private set; } = [];
    public ILookup<PlaceState, (ShiftPlace Place, Person Person)> All { get; private set; } = Array.Empty<(ShiftPlace, Person)>().ToLookup(_ => PlaceState.Listed);
    public IReadOnlyList<Fitting> Fits { get; private set; } = [];

    public GatheringWords Said => words.Said;
    public DateTimeOffset Starts => Shift.Starts(Gathering.Starts);
    public DateTimeOffset Ends => Shift.Ends(Gathering.Starts);
    public string Here => $"/aktiviteter/{Gathering.Id}/pass/{Shift.Id}";

    /// <summary>Nobody has it, and nobody is asked.</summary>
    public int Open => Math.Max(0, Shift.Need - All[PlaceState.Taken].Count() - All[PlaceState.Asked].Count());

    public bool MayAsk => Gathering.State == GatheringState.Published && Starts > db.Clock.GetUtcNow();
    public bool MayChange => Gathering.State is GatheringState.Draft or GatheringState.Published && Ends > db.Clock.GetUtcNow();

    /// <summary>Somebody is missing, or might be again while people are asked.</summary>
    public bool MayFill => MayChange && (Shift.IsAsking || All[PlaceState.Taken].Count() < Shift.Need);

    /// <summary>So many are chosen to begin with; those who are asked already come first.</summary>
    public int Chosen => Shift.IsAsking && !IsNobodyLeft ? 0 : Open * 5;

    /// <summary>All in line have been asked, and it is not full.</summary>
    public bool IsNobodyLeft => Shift.IsAsking && Open > 0 && !All[PlaceState.Listed].Any();

    public async Task<IActionResult> OnGet(Id<Gathering> id, Id<Shift> shift)
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        if (!await Find(id, shift))
            return NotFound();
        Input = Form.Of(Gathering, Shift);
        await Look();
        return Page();
    }

    /// <summary>Those who are chosen are asked in turn, in the order they stand.</summary>
    public Task<IActionResult> OnPost(Id<Gathering> id, Id<Shift> shift, [FromForm(Name = "vem")] List<Id<Person>> chosen) => Act(id, shift, async () =>
    {
        var askable = await fits.Askable(Gathering, shift).Where(p => chosen.Contains(p.Id)).Select(p => p.Id).ToListAsync();
        return await rota.Ask(shift, [.. chosen.Distinct().Where(askable.Contains)]);
    }, "Shifts.Said.Asking", "Stop");

    public Task<IActionResult> OnPostStop(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Stop(shift), "Shifts.Said.Stopped");

    public async Task<IActionResult> OnPostPut(Id<Gathering> id, Id<Shift> shift, [FromForm(Name = "satt")] Id<Person> person) =>
        !await db.People.VisibleTo(me, db).AnyAsync(p => p.Id == person && !p.IsProtected) ? NotFound() : await Act(id, shift, () => rota.Put(shift, person), "Shifts.Said.Put");

    public Task<IActionResult> OnPostOff(Id<Gathering> id, Id<Shift> shift, [FromForm(Name = "satt")] Id<Person> person) => Act(id, shift, () => rota.Remove(shift, person), "Shifts.Said.Off");

    /// <summary>Somebody has said no by phone.</summary>
    public Task<IActionResult> OnPostNo(Id<Gathering> id, Id<Shift> shift, [FromForm(Name = "satt")] Id<Person> person) => Act(id, shift, () => rota.Decline(shift, person), "Shifts.Said.SaidNo");

    public Task<IActionResult> OnPostChange(Id<Gathering> id, Id<Shift> shift) => Act(id, shift, () => rota.Change(shift, (gathering, it) => Input.Write(gathering, it, Skills)), "Shifts.Said.Changed");

    public async Task<IActionResult> OnPostRemove(Id<Gathering> id, Id<Shift> shift)
    {
        var done = await Act(id, shift, () => rota.Drop(shift), "Shifts.Said.Removed", "Back");
        if (done is not RedirectResult)
            return done;
        TempData[Gone] = string.Join('\n', id, Shift.What, Shift.Need, Shift.SkillId, OurTime.DayOf(Starts).ToString("O", CultureInfo.InvariantCulture), Clock(Starts), Clock(Ends));
        return Redirect($"/aktiviteter/{id}/pass");
    }

    /// <summary>The last that was removed is there again.</summary>
    public async Task<IActionResult> OnPostBack(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering
            || (TempData[Gone] as string)?.Split('\n') is not [var of, var what, var need, var skill, var day, var from, var to] || of != id.ToString())
            return NotFound();
        var again = new Shift(id);
        again.Describe(what, int.Parse(need, CultureInfo.InvariantCulture), Guid.TryParse(skill, out var known) ? new Id<Skill>(known) : null);
        again.Take(gathering, DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));
        db.Shifts.Add(again);
        await db.SaveChangesAsync();
        return Redirect($"/aktiviteter/{id}/pass/{again.Id}");
    }

    private static string Clock(DateTimeOffset at) => OurTime.Here(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private async Task<IActionResult> Act(Id<Gathering> id, Id<Shift> shift, Func<Task<Refusal?>> act, string said, string? undo = null)
    {
        if (!await Find(id, shift))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(await act(), words.Texts))
        {
            await Find(id, shift);
            if (Input.What is null)
                Input = Form.Of(Gathering, Shift); // it was about something else
            await Look();
            return Page();
        }
        TempData.Say(words.Texts[said], undo is null ? null : $"{Here}?handler={undo}");
        return Redirect(Here);
    }

    private async Task<bool> Find(Id<Gathering> id, Id<Shift> shift)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering
            || await db.Shifts.AsNoTracking().SingleOrDefaultAsync(s => s.Id == shift && s.GatheringId == id) is not { } found)
            return false;
        (Gathering, Shift) = (gathering, found);
        Skills = await RotaPage.SkillsOf(db, await db.Units.Where(u => u.Id == gathering.UnitId).Select(u => u.Path).SingleAsync());
        All = (await db.ShiftPlaces.AsNoTracking().Where(p => p.ShiftId == shift).Join(db.People.AsNoTracking(), p => p.PersonId, p => p.Id, (place, person) => new { place, person })
            .OrderBy(p => p.place.Turn).ThenBy(p => p.place.At).ThenBy(p => p.place.Id).ToListAsync()).ToLookup(p => p.place.State, p => (p.place, p.person));
        return true;
    }

    // names with numbers are read by whoever is shown them
    private async Task Look()
    {
        Fits = MayFill ? await fits.For(Gathering, Shift, NameAsked) : [];
        foreach (var (_, person) in All[PlaceState.Taken].Concat(All[PlaceState.Asked]))
            db.NoteReading(person.Id);
        await db.SaveChangesAsync();
    }

    internal sealed record Words(GatheringWords Said, Texts Texts);

    internal sealed class Form
    {
        [StringLength(Shift.LongestWhat)]
        public string? What { get; set; }

        [Day]
        public DateOnly? Day { get; set; }

        public TimeOnly? From { get; set; }
        public TimeOnly? To { get; set; }

        [Range(1, Shift.MostNeed)]
        public int Need { get; set; } = 1;

        public Id<Skill>? Skill { get; set; }

        public static Form Of(Gathering gathering, Shift shift) => new()
        {
            What = shift.What,
            Day = OurTime.DayOf(shift.Starts(gathering.Starts)),
            From = TimeOnly.FromDateTime(OurTime.Here(shift.Starts(gathering.Starts)).DateTime),
            To = TimeOnly.FromDateTime(OurTime.Here(shift.Ends(gathering.Starts)).DateTime),
            Need = shift.Need,
            Skill = shift.SkillId,
        };

        public Refusal? Write(Gathering gathering, Shift shift, IReadOnlyList<Skill> skills)
        {
            if (Day is not { } day || From is not { } from || To is not { } to)
                return ShiftRefusals.NoTime;
            return shift.Describe(What, Need, Skill is { } skill && (skill == shift.SkillId || skills.Any(s => s.Id == skill)) ? skill : null) ?? shift.Take(gathering, day, from, to);
        }
    }
}
