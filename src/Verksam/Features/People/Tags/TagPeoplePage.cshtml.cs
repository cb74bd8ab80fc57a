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
        var people = tag is null || no is not null ? [] : await WhoLack(tag);
        if (!ModelState.IsValid || ModelState.Refuses(no ?? await WhyNobody(tag!, people.Count), texts, nameof(New)))
            return Page();
        var (now, made) = (time.Now, db.Entry(tag!).State == EntityState.Added ? "&made=true" : "");
        db.Taggings.AddRange(people.Select(p => new Tagging(tag!.Id, p, new Id<Person>(me.PersonId), now)));
        await db.SaveChangesAsync();
        TempData.Say(texts.Capital(texts.Count("Tags.Given", people.Count, tag!.Name)), Request.Along($"/manniskor/tagga?handler=Back&val={Choice}&tag={tag.Id}&at={now.UtcTicks}{made}"));
        return Redirect(Request.BackToList());
    }

    /// <summary>Those who got it in that press lose it again; and a tag that was made for it goes, when nobody else has got it since.</summary>
    public async Task<IActionResult> OnPostBack(Id<Tag> tag, string at, bool made)
    {
        if (!await Find() || !long.TryParse(at, CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return NotFound();
        var (moment, by) = (new DateTimeOffset(ticks, TimeSpan.Zero), new Id<Person>(me.PersonId));
        var people = _people.Select(p => p.Id);
        var given = await db.Taggings.Where(t => t.TagId == tag && t.ById == by && people.Contains(t.PersonId)).ToListAsync();
        given.RemoveAll(t => (t.At - moment).Duration() >= TimeSpan.FromMilliseconds(1));
        db.Taggings.RemoveRange(given);
        if (made)
            await Unmake(tag, given.Count);
        await db.SaveChangesAsync();
        TempData.Say(texts["Tags.TakenBack"]);
        return Redirect(Request.BackToList());
    }

    // of the people that were chosen, those in the tag's unit and below who do not have it
    private Task<List<Id<Person>>> WhoLack(Tag tag) =>
        Reached(tag).Where(p => !db.Taggings.Any(t => t.TagId == tag.Id && t.PersonId == p.Id)).Select(p => p.Id).ToListAsync();

    private IQueryable<Person> Reached(Tag tag)
    {
        var below = db.Units.Where(u => db.Units.Any(top => top.Id == tag.UnitId && u.Path.StartsWith(top.Path))).Select(u => u.Id);
        return _people.Where(p => below.Contains(p.UnitId));
    }

    private async Task<Refusal?> WhyNobody(Tag tag, int people)
    {
        if (people > 0)
            return null;
        var no = await Reached(tag).AnyAsync() ? TagRefusals.HaveAlready : TagRefusals.NobodyThere;
        return no with { Facts = [await db.Units.Where(u => u.Id == tag.UnitId).Select(u => u.Name).SingleAsync(), tag.Name] };
    }

    private async Task Unmake(Id<Tag> tag, int given)
    {
        var units = db.Units.Within(me.Where(Permission.EditPeople)).Select(u => u.Id);
        if (await db.Tags.SingleOrDefaultAsync(t => t.Id == tag && units.Contains(t.UnitId)) is { } empty && await db.Taggings.CountAsync(t => t.TagId == tag) == given)
            db.Tags.Remove(empty);
    }

    private async Task<(Tag? Tag, Refusal? No)> Which()
    {
        if (Tag is not null && OneLine.OrNull(New) is not null)
            return (null, TagRefusals.OneOrTheOther);
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
