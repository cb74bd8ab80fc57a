using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Listing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Tags;

/// <summary>One tag on all who were chosen in a list.</summary>
[Requires(Permission.EditPeople)]
internal sealed class TagPeoplePage(AppDb db, CurrentUser me, ChosenPeople chosen, OurTime time, Texts texts) : PageModel
{
    private IQueryable<Person> _people = null!;

    [BindProperty(Name = "val", SupportsGet = true)]
    public Guid? Choice { get; set; }

    [BindProperty]
    public Id<Tag>? Tag { get; set; }

    [BindProperty, StringLength(Tags.Tag.LongestName)]
    public string? New { get; set; }

    [BindProperty]
    public Id<Unit> Unit { get; set; }

    /// <summary>Of those who were chosen, they whose register one keeps.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Find())
            return NotFound();
        var (tag, no) = await Which();
        if (!ModelState.IsValid || ModelState.Refuses(no, texts, nameof(New)))
            return Page();
        var (now, path) = (time.Now, await db.Units.Where(u => u.Id == tag!.UnitId).Select(u => u.Path).SingleAsync());
        var below = db.Units.Where(u => u.Path.StartsWith(path)).Select(u => u.Id);
        var people = await _people.Where(p => below.Contains(p.UnitId) && !db.Taggings.Any(t => t.TagId == tag!.Id && t.PersonId == p.Id)).Select(p => p.Id).ToListAsync();
        db.Taggings.AddRange(people.Select(p => new Tagging(tag!.Id, p, new Id<Person>(me.PersonId), now)));
        await db.SaveChangesAsync();
        TempData.Say(texts.Capital(texts.Count("Tags.Given", people.Count, tag!.Name)), people.Count == 0 ? null : Request.Along($"/manniskor/tagga?handler=Back&val={Choice}&tag={tag.Id}&at={now.UtcTicks}"));
        return Redirect(Request.BackToList());
    }

    /// <summary>Those who got it in that press lose it again.</summary>
    public async Task<IActionResult> OnPostBack(Id<Tag> tag, string at)
    {
        if (!await Find() || !long.TryParse(at, CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return NotFound();
        var (moment, by) = (new DateTimeOffset(ticks, TimeSpan.Zero), new Id<Person>(me.PersonId));
        var people = _people.Select(p => p.Id);
        var given = await db.Taggings.Where(t => t.TagId == tag && t.ById == by && people.Contains(t.PersonId)).ToListAsync();
        db.Taggings.RemoveRange(given.Where(t => (t.At - moment).Duration() < TimeSpan.FromMilliseconds(1)));
        await db.SaveChangesAsync();
        TempData.Say(texts["Tags.TakenBack"]);
        return Redirect(Request.BackToList());
    }

    private async Task<(Tag? Tag, Refusal? No)> Which()
    {
        if (OneLine.OrNull(New) is { } name)
            return UnitChoices.Has(Units, Unit) ? await TagChoices.FindOrMake(db, Unit, name) : (null, TagRefusals.NotThere);
        return await Usable().SingleOrDefaultAsync(t => t.Id == Tag) is { } known ? (known, null) : (null, TagRefusals.NothingChosen);
    }

    // also those of units above: they can be used in one's own
    private IQueryable<Tag> Usable()
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople));
        return db.Tags.Where(t => db.Units.Any(u => u.Id == t.UnitId && units.Any(own => own.Path.StartsWith(u.Path))));
    }

    private async Task<bool> Find()
    {
        if (await chosen.Of(Choice) is not { } people)
            return false;
        var (units, order) = (db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id), db.SwedishOrder);
        _people = people.Where(p => units.Contains(p.UnitId));
        Count = await _people.CountAsync();
        Units = await UnitChoices.Of(db, me);
        Choices = await Usable().OrderBy(t => EF.Functions.Collate(t.NameFolded, order)).Select(t => new SelectListItem(t.Name, t.Id.Value.ToString())).ToListAsync();
        return true;
    }
}
