using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Belonging;

/// <summary>What one person is to the organisation, and has been.</summary>
[Requires(Permission.EditPeople)]
internal sealed class BelongingPage(AppDb db, CurrentUser me, IWaysIn ways, OurTime time, Texts texts) : PageModel
{
    private BelongingOf _belonging = null!;
    private IReadOnlyDictionary<Id<Unit>, string> _names = new Dictionary<Id<Unit>, string>();

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Assignments that end when the person leaves, by their ids.</summary>
    [BindProperty(Name = "Ends")]
    public Dictionary<Guid, bool> Ends { get; set; } = [];

    /// <summary>Those one may end.</summary>
    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public Relation? Now => _belonging.On(time.Today);
    public IReadOnlyList<Relation> History => _belonging.History;
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<RelationKind>().Select(k => new SelectListItem(texts[$"People.Relation.{k}"], k.ToString()));
    public IEnumerable<SelectListItem> Reasons => Enum.GetValues<LeavingReason>().Select(w => new SelectListItem(texts[$"People.Leaving.{w}"], w.ToString())).Prepend(new SelectListItem("", ""));

    /// <summary>"Medlem i Alnäs".</summary>
    public string Said(Relation relation) => texts[$"People.Relation.{relation.Kind}.In", _names.GetValueOrDefault(relation.UnitId, "")];

    /// <summary>"3 mars 2019–14 juni, flyttade".</summary>
    public string When(Relation relation) => string.Join(", ", new[]
    {
        relation.To is { } to ? texts["People.Period", time.Day(relation.From), time.Day(to)]
            : texts[relation.From > time.Today ? "People.Period.From" : "People.Period.Since", time.Day(relation.From)],
        relation.Why is { } why ? texts[$"People.Leaving.{why}"].ToLowerInvariant() : null,
    }.OfType<string>());

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = new() { Kind = Now?.Kind ?? RelationKind.Member, Unit = Person.UnitId, From = time.Today, Revision = Person.Revision };
        Ends = Duties.ToDictionary(d => d.Id.Value, _ => true);
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id) || !UnitChoices.Has(Units, Input.Unit))
            return NotFound();
        if (!ModelState.IsValid || Become() is { } refusal && ModelState.Refuses(refusal, texts, refusal == BelongingRefusals.WhyIsMissing ? "Input.Why" : "Input.From"))
            return Page();
        if (Input.Kind == RelationKind.Former && ModelState.Refuses(await Leaving.End(db, me, ways, id, [.. Ends.Where(e => e.Value).Select(e => e.Key)], Input.From), texts, "Ends"))
            return Page();
        return await Save(Input.From > time.Today ? "People.Belonging.Decided" : "People.Belonging.Saved");
    }

    /// <summary>The last thing that was said was a mistake.</summary>
    public async Task<IActionResult> OnPostBack(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (_belonging.TakeBackLast() is { } mistake)
            db.Relations.Remove(mistake);
        return await Save("People.Belonging.TakenBack");
    }

    private async Task<IActionResult> Save(string said)
    {
        // of two who write at once, the second is told: the person's row stands for all that hangs on it
        db.Expect(Person, Input.Revision);
        db.Entry(Person).Property(p => p.UnitId).IsModified = true;
        await db.SaveChangesAsync();
        TempData.Say(texts[said, Person.Name, Said(_belonging.History[^1]), time.Day(_belonging.History[^1].From)]);
        return Redirect($"/manniskor/{Person.Id}");
    }

    private Refusal? Become()
    {
        if (_belonging.Become(Input.Kind, Input.Unit, Input.From, time.Today, Input.Kind == RelationKind.Former ? Input.Why : null, out var began, out var gone) is { } refusal)
            return refusal;
        db.Put(Person, began, gone);
        return null;
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        _belonging = new BelongingOf(person, await db.Relations.Where(r => r.PersonId == id).ToListAsync());
        Units = await UnitChoices.Of(db, me);
        Duties = [.. (await Duty.All(db).Where(d => d.PersonId == id && (d.To == null || d.To >= time.Today)).ToListAsync()).Where(d => me.Can(Permission.EditPeople, d.UnitPath))];
        var units = _belonging.History.Select(r => r.UnitId).Append(Input.Unit).ToList();
        _names = await db.Units.Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name);
        return true;
    }

    internal sealed class Form
    {
        [EnumDataType(typeof(RelationKind))]
        public RelationKind Kind { get; set; }

        public Id<Unit> Unit { get; set; }

        [Day]
        public DateOnly From { get; set; }

        [EnumDataType(typeof(LeavingReason))]
        public LeavingReason? Why { get; set; }

        public int Revision { get; set; }
    }
}
