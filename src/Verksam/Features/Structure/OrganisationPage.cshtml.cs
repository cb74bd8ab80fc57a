using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure;

/// <summary>The organisation as a tree: what its parts are called, which groups they have, how to reach them.</summary>
[Requires(Permission.SeePlan)]
internal sealed class OrganisationPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    public IReadOnlyList<UnitNode> Below { get; private set; } = [];

    public IReadOnlyList<UnitNode> Tops { get; private set; } = [];

    public UnitNode? Top => Tops is [var only] ? only : null;

    public async Task OnGet()
    {
        var units = await db.Units.VisibleTo(me, db).AsNoTracking().ToListAsync();
        var groups = (await db.Groups.Where(g => db.Units.VisibleTo(me, db).Any(u => u.Id == g.UnitId)).AsNoTracking().ToListAsync())
            .ToLookup(g => g.UnitId, g => g.Name);
        var order = StringComparer.Create(Languages.Swedish, ignoreCase: true);
        Below = [.. units.OrderBy(u => u.Name, order)
            .Select(u => new UnitNode(u, groups[u.Id].Order(order), me.Can(Permission.EditStructure, u.Path)))];
        Tops = UnitNode.Tree(Below);
    }

    /// <summary>"Norrlidens län har tre distrikt och elva föreningar."</summary>
    public string Lead
    {
        get
        {
            var kinds = Below.Where(u => u.ParentId is not null).CountBy(u => u.Kind).OrderBy(k => k.Key)
                .Select(k => texts.Count($"Structure.Kinds.{k.Key}", k.Value)).ToList();
            return kinds.Count == 0 || Top is not { } top || !me.Grants.Any(g => g.Below && g.Path == top.Path)
                ? texts["Structure.Organisation.LeadPlain"]
                : texts["Structure.Organisation.Lead", top.Name, texts.And(kinds)];
        }
    }
}
