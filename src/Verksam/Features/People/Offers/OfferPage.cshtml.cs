using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Offers;

/// <summary>What somebody can and likes to do, when and where: said by oneself on a phone, or by whoever keeps the register.</summary>
[Requires(Permission.None)]
internal sealed class OfferPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    /// <summary>What is ticked: "can", "likes" and the skill's id; "free", a bit; "at", the unit's id.</summary>
    [BindProperty(Name = "Can")]
    public Dictionary<Guid, bool> Can { get; set; } = [];

    [BindProperty(Name = "Likes")]
    public Dictionary<Guid, bool> Likes { get; set; } = [];

    [BindProperty(Name = "Free")]
    public Dictionary<int, bool> Free { get; set; } = [];

    [BindProperty(Name = "At")]
    public Dictionary<Guid, bool> At { get; set; } = [];

    public Person Person { get; private set; } = null!;
    public OfferOf Offer { get; private set; } = null!;

    /// <summary>Where one may want to take part: all but where the person belongs.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public bool IsMe => Person.Id.Value == me.PersonId;

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!IsMe)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var line in Offer.Skills)
            Say(line, Can.GetValueOrDefault(line.Skill.Id.Value), Likes.GetValueOrDefault(line.Skill.Id.Value));
        SayWhen(Free.Where(f => f is { Value: true, Key: >= 0 and < 21 }).Sum(f => 1 << f.Key));
        foreach (var unit in Units)
            SayWhere(unit, At.GetValueOrDefault(unit.Id.Value));
        await db.SaveChangesAsync();
        TempData.Say(texts[IsMe ? "Offers.SavedOwn" : "Offers.Saved", Person.First]);
        return Redirect(IsMe ? "/min-sida" : $"/manniskor/{id}");
    }

    private void Say(OfferOf.Line line, bool can, bool likes)
    {
        if (line.Answer is { } answer)
        {
            if (can || likes)
                (answer.Can, answer.Likes) = (can, likes);
            else
                db.PersonSkills.Remove(answer);
        }
        else if (can || likes)
        {
            db.PersonSkills.Add(new PersonSkill(Person.Id, line.Skill.Id) { Can = can, Likes = likes });
        }
    }

    private void SayWhen(int mask)
    {
        if (Offer.Time is { } time)
            time.Mask = mask;
        else if (mask != 0)
            db.FreeTimes.Add(new FreeTime(Person.Id) { Mask = mask });
    }

    private void SayWhere(Unit unit, bool at)
    {
        var known = Offer.Places.FirstOrDefault(p => p.Place.UnitId == unit.Id);
        if (at && known is null)
            db.PersonPlaces.Add(new PersonPlace(Person.Id, unit.Id));
        else if (!at && known is not null)
            db.PersonPlaces.Remove(known.Place);
    }

    private async Task<bool> Find(Id<Person> id)
    {
        var person = id.Value == me.PersonId ? await db.People.SingleOrDefaultAsync(p => p.Id == id) : await db.People.EditableBy(me, db, id);
        if (person is null)
            return false;
        Person = person;
        var path = await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync();
        Offer = await OfferOf.Read(db, id, path);
        var order = db.SwedishOrder;
        Units = await db.Units.Where(u => u.Id != person.UnitId).OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, order)).ToListAsync();
        return true;
    }
}
