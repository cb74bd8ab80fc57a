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

namespace Verksam.Features.People.Tags;

/// <summary>The tags of one person: chosen among those that can be used there, or made new.</summary>
[Requires(Permission.EditPeople)]
internal sealed class PersonTagsPage(AppDb db, CurrentUser me, OurTime time, Texts texts) : PageModel
{
    private List<Tagging> _taggings = [];

    [BindProperty, StringLength(Tag.LongestName)]
    public string? New { get; set; }

    [BindProperty]
    public Id<Unit> Unit { get; set; }

    /// <summary>What is ticked, by the tag's id.</summary>
    [BindProperty(Name = "On")]
    public Dictionary<Guid, bool> On { get; set; } = [];

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<Tag> Tags { get; private set; } = [];

    /// <summary>The units of the person's line where one may make tags.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        (On, Unit) = (_taggings.ToDictionary(t => t.TagId.Value, _ => true), Person.UnitId);
        if (id.Value != me.PersonId)
            db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Person> id)
    {
        if (!await Find(id))
            return NotFound();
        if (!ModelState.IsValid || ModelState.Refuses(await Make(), texts, nameof(New)))
            return Page();
        foreach (var tag in Tags)
            Set(tag, On.GetValueOrDefault(tag.Id.Value));
        await db.SaveChangesAsync();
        TempData.Say(texts["Tags.Saved", Person.Name]);
        return Redirect($"/manniskor/{id}");
    }

    private async Task<Refusal?> Make()
    {
        if (OneLine.OrNull(New) is not { } name)
            return null;
        if (!UnitChoices.Has(Units, Unit))
            return TagRefusals.NotThere;
        var (tag, no) = await TagChoices.FindOrMake(db, Unit, name);
        (Tags, On[tag.Id.Value]) = ([.. Tags.Where(t => t.Id != tag.Id), tag], true);
        return no;
    }

    private void Set(Tag tag, bool on)
    {
        var known = _taggings.Find(t => t.TagId == tag.Id);
        if (on && known is null)
            db.Taggings.Add(new Tagging(tag.Id, Person.Id, new Id<Person>(me.PersonId), time.Now));
        else if (!on && known is not null)
            db.Taggings.Remove(known);
    }

    private async Task<bool> Find(Id<Person> id)
    {
        if (await db.People.EditableBy(me, db, id) is not { } person)
            return false;
        Person = person;
        var path = await db.Units.Where(u => u.Id == person.UnitId).Select(u => u.Path).SingleAsync();
        var line = UnitLine.Of(path).Select(u => u.Value.ToString()).ToList();
        Tags = await TagChoices.For(db, path);
        Units = [.. (await UnitChoices.Of(db, me)).Where(u => line.Contains(u.Value))];
        _taggings = await db.Taggings.Where(t => t.PersonId == id).ToListAsync();
        return true;
    }
}
