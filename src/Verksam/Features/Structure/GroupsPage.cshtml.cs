using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Structure;

/// <summary>The groups of a unit: add, rename, remove one that nobody is in.</summary>
[Requires(Permission.EditStructure)]
internal sealed class GroupsPage(AppDb db, CurrentUser me, IEnumerable<IGroupUse> uses, Texts texts) : PageModel
{
    private Dictionary<Guid, string> _written = [];

    [BindProperty, StringLength(Group.LongestName)]
    public string? Name { get; set; }

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>What stands in a group's field: what was typed, if anything was.</summary>
    public string Written(Group group) => _written.GetValueOrDefault(group.Id.Value) ?? group.Name;

    public async Task<IActionResult> OnGet(string slug) => await Find(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug)
    {
        if (!await Find(slug))
            return NotFound();
        var group = new Group(Unit.Id, "");
        if (!ModelState.IsValid || ModelState.Refuses(group.Rename(Name ?? "", Groups), texts, nameof(Name)))
            return Page();
        db.Groups.Add(group);
        return await Done("Structure.Groups.Added", group.Name);
    }

    public async Task<IActionResult> OnPostRename(string slug, Dictionary<Guid, string> names)
    {
        if (!await Find(slug))
            return NotFound();
        _written = names;
        foreach (var group in Groups)
        {
            if (ModelState.Refuses(names.TryGetValue(group.Id.Value, out var name) ? group.Rename(name ?? "", Groups) : null, texts))
                return Page();
        }
        return await Done("Structure.Groups.Renamed");
    }

    public async Task<IActionResult> OnPostRemove(string slug, Id<Group> group)
    {
        if (!await Find(slug) || Groups.SingleOrDefault(g => g.Id == group) is not { } known)
            return NotFound();
        var used = false;
        foreach (var use in uses)
            used |= await use.Uses(group);
        if (ModelState.Refuses(used ? StructureRefusals.GroupInUse with { Facts = [known.Name] } : null, texts))
            return Page();
        db.Groups.Remove(known);
        return await Done("Structure.Groups.Removed", known.Name);
    }

    private async Task<IActionResult> Done(string said, params object[] facts)
    {
        await db.SaveChangesAsync();
        TempData.Say(texts[said, facts]);
        return Redirect($"/organisation/{Unit.Slug}/grupper");
    }

    private async Task<bool> Find(string slug)
    {
        if (await db.Units.Within(me.Where(Permission.EditStructure)).SingleOrDefaultAsync(u => u.Slug == slug) is not { } unit)
            return false;
        Unit = unit;
        Groups = await db.Groups.Where(g => g.UnitId == unit.Id).OrderBy(g => g.Name).ToListAsync();
        return true;
    }
}
