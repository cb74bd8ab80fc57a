using System.ComponentModel.DataAnnotations;
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

/// <summary>The rota of a gathering for those who arrange it: which shifts there are, who stands there, who is asked; and a whole rota made in one act.</summary>
[Requires(Permission.Arrange)]
internal sealed class RotaPage(AppDb db, CurrentUser me, GatheringWords words, Texts texts) : PageModel
{
    // so many rows to write in
    private const int Empty = 4;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;
    public ShiftsShown Shown { get; private set; } = null!;

    /// <summary>What people can, to choose what a shift needs.</summary>
    public IReadOnlyList<Skill> Skills { get; private set; } = [];

    /// <summary>Those who are asked now.</summary>
    public IReadOnlyList<(ShiftPlace Place, Person Person)> Asked { get; private set; } = [];

    /// <summary>Those who may be rung when somebody falls ill.</summary>
    public IReadOnlyList<Person> Reserve => [.. Shown.All.SelectMany(s => s.Standing).Where(s => s.Place.MayBeRung).Select(s => s.Person).DistinctBy(p => p.Id)];

    /// <summary>From the day before it to the day after.</summary>
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    public GatheringWords Words => words;
    public bool MayChange => Gathering.State is GatheringState.Draft or GatheringState.Published && !Gathering.IsOver(db.Clock.GetUtcNow());

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = new Form { Days = [.. Days.Where(IsOn)], Rows = [.. Enumerable.Range(0, Empty).Select(_ => new Line())] };
        foreach (var (_, person) in Asked.Where(a => a.Person.Email is null))
            db.NoteReading(person.Id);
        foreach (var person in Reserve)
            db.NoteReading(person.Id);
        await db.SaveChangesAsync();
        return Page();
    }

    /// <summary>Each row on each of the days.</summary>
    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(Make(out var made), texts))
            return Page();
        db.Shifts.AddRange(made);
        await db.SaveChangesAsync();
        TempData.Say(texts.Capital(texts.Count("Shifts.Made", made.Count)));
        return Redirect($"/aktiviteter/{id}/pass");
    }

    private Refusal? Make(out List<Shift> made)
    {
        made = [];
        if (!MayChange)
            return ShiftRefusals.Closed;
        foreach (var (row, day) in Input.Rows.Where(r => !r.IsEmpty).SelectMany(r => Input.Days.Distinct().Order().Select(d => (r, d))))
        {
            var shift = new Shift(Gathering.Id);
            if (shift.Describe(row.What, row.Need ?? 1, row.Skill is { } skill && Skills.Any(s => s.Id == skill) ? skill : null) is { } no)
                return no;
            if (row.From is not { } from || row.To is not { } to)
                return ShiftRefusals.NoTime;
            if (shift.Take(Gathering, day, from, to) is { } outside)
                return outside;
            // pressed twice it is there once
            if (Shown.All.All(s => (s.Shift.After, s.Shift.Lasts, s.Shift.What) != (shift.After, shift.Lasts, shift.What)))
                made.Add(shift);
        }
        return Input.Rows.TrueForAll(r => r.IsEmpty) || Input.Days.Count == 0 ? ShiftRefusals.NothingWritten : Shown.All.Count + made.Count > Shift.Most ? ShiftRefusals.TooMany : null;
    }

    private bool IsOn(DateOnly day) => OurTime.DayOf(Gathering.Starts) <= day && day <= GatheringWords.LastDay(Gathering.Starts, Gathering.Ends);

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        Gathering = gathering;
        Shown = await ShiftsShown.Of(db, gathering, new Id<Person>(me.PersonId), mayArrange: true);
        var path = await db.Units.Where(u => u.Id == gathering.UnitId).Select(u => u.Path).SingleAsync();
        Skills = await SkillsOf(db, path);
        Asked = (await db.ShiftPlaces.AsNoTracking().Where(p => p.State == PlaceState.Asked && db.Shifts.Any(s => s.Id == p.ShiftId && s.GatheringId == id))
            .Join(db.People.AsNoTracking(), p => p.PersonId, p => p.Id, (place, person) => new { place, person }).OrderBy(a => a.place.Until).ToListAsync()).ConvertAll(a => (a.place, a.person));
        var (first, last) = (OurTime.DayOf(gathering.Starts).AddDays(-1), GatheringWords.LastDay(gathering.Starts, gathering.Ends).AddDays(1));
        Days = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        return true;
    }

    /// <summary>What people in a unit are asked whether they can.</summary>
    public static async Task<IReadOnlyList<Skill>> SkillsOf(AppDb db, string path)
    {
        var line = UnitLine.Of(path);
        return await db.Skills.AsNoTracking().Where(s => s.RetiredOn == null && line.Contains(s.UnitId)).OrderBy(s => s.Order).ThenBy(s => s.Name).ToListAsync();
    }

    internal sealed class Form
    {
        public List<DateOnly> Days { get; set; } = [];
        public List<Line> Rows { get; set; } = [];
    }

    /// <summary>One time of the day.</summary>
    internal sealed class Line
    {
        public TimeOnly? From { get; set; }
        public TimeOnly? To { get; set; }

        [StringLength(Shift.LongestWhat)]
        public string? What { get; set; }

        [Range(1, Shift.MostNeed)]
        public int? Need { get; set; }

        public Id<Skill>? Skill { get; set; }

        public bool IsEmpty => From is null && To is null && string.IsNullOrWhiteSpace(What);
    }
}
