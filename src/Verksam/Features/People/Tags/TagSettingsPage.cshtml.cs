using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Tags;

/// <summary>The tags where one keeps people: made, renamed, merged, removed.</summary>
[Requires(Permission.EditPeople)]
internal sealed class TagSettingsPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    private Dictionary<Guid, string> _written = [];

    [BindProperty, StringLength(Tag.LongestName)]
    public string? Name { get; set; }

    [BindProperty]
    public Id<Unit> Unit { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>The tag that somebody wants to remove although people have it.</summary>
    public Row? InUse { get; private set; }

    public string Written(Row row) => _written.GetValueOrDefault(row.Tag.Id.Value) ?? row.Tag.Name;

    public Task OnGet() => Find();

    public async Task<IActionResult> OnPost()
    {
        await Find();
        if (!UnitChoices.Has(Units, Unit))
            return NotFound();
        var tag = new Tag(Unit, "");
        if (!ModelState.IsValid || ModelState.Refuses(tag.Rename(Name ?? "") ?? Taken(tag), texts, nameof(Name)))
            return Page();
        db.Tags.Add(tag);
        return await Done("Tags.Added", tag.Name);
    }

    public async Task<IActionResult> OnPostRename([FromForm(Name = "names")] Dictionary<Guid, string> names)
    {
        await Find();
        _written = names;
        foreach (var tag in Rows.Select(r => r.Tag).Where(t => names.ContainsKey(t.Id.Value)))
        {
            if (ModelState.Refuses(tag.Rename(names[tag.Id.Value] ?? "") ?? Taken(tag), texts))
                return Page();
        }
        return await Done("Tags.Renamed");
    }

    public async Task<IActionResult> OnPostMerge(Id<Tag> from, Id<Tag> into)
    {
        await Find();
        if (Rows.FirstOrDefault(r => r.Tag.Id == from) is not { } gone || Rows.FirstOrDefault(r => r.Tag.Id == into) is not { } stays)
            return NotFound();
        var no = gone == stays ? TagRefusals.NotItself : gone.Path.StartsWith(stays.Path, StringComparison.Ordinal) ? null : TagRefusals.Narrower;
        if (ModelState.Refuses(no, texts, nameof(from)))
            return Page();
        await Move(gone.Tag, stays.Tag);
        return await Done("Tags.Merged", gone.Tag.Name, stays.Tag.Name);
    }

    public async Task<IActionResult> OnPostRemove(Id<Tag> tag, bool all)
    {
        await Find();
        if (Rows.FirstOrDefault(r => r.Tag.Id == tag) is not { } row)
            return NotFound();
        var isInUse = row.People > 0 && !all;
        InUse = isInUse ? row : null;
        if (ModelState.Refuses(isInUse ? TagRefusals.InUse with { Facts = [row.Tag.Name, row.People] } : null, texts))
            return Page();
        db.Taggings.RemoveRange(await db.Taggings.Where(t => t.TagId == tag).ToListAsync());
        db.Tags.Remove(row.Tag);
        return await Done("Tags.Removed", row.Tag.Name);
    }

    // who has both keeps the one that was set first
    private async Task Move(Tag from, Tag into)
    {
        var taggings = await db.Taggings.Where(t => t.TagId == from.Id || t.TagId == into.Id).ToListAsync();
        var there = taggings.Where(t => t.TagId == into.Id).Select(t => t.PersonId).ToHashSet();
        foreach (var tagging in taggings.Where(t => t.TagId == from.Id))
        {
            db.Taggings.Remove(tagging);
            if (there.Add(tagging.PersonId))
                db.Taggings.Add(new Tagging(into.Id, tagging.PersonId, tagging.ById, tagging.At));
        }
        db.Tags.Remove(from);
    }

    private Refusal? Taken(Tag tag) =>
        Rows.Any(r => r.Tag != tag && r.Tag.UnitId == tag.UnitId && r.Tag.NameFolded == tag.NameFolded) ? TagRefusals.Taken with { Facts = [tag.Name] } : null;

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, facts]);
        return Redirect("/installningar/etiketter");
    }

    private async Task Find()
    {
        var (units, order) = (db.Units.Within(me.Where(Permission.EditPeople)), db.SwedishOrder);
        Units = await UnitChoices.Of(db, me);
        Rows = await (
            from tag in db.Tags
            join unit in units on tag.UnitId equals unit.Id
            orderby unit.Path.Length, EF.Functions.Collate(unit.Name, order), EF.Functions.Collate(tag.NameFolded, order)
            select new Row(tag, unit.Name, unit.Path, db.Taggings.Count(t => t.TagId == tag.Id))).ToListAsync();
    }

    /// <param name="People">How many have it.</param>
    internal sealed record Row(Tag Tag, string Unit, string Path, int People)
    {
        public string Id => Tag.Id.ToString();
    }
}
