using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>The units where one may keep people, to choose from.</summary>
internal static class UnitChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> Of(AppDb db, CurrentUser me, string? chosenSlug = null)
    {
        var order = db.SwedishOrder;
        return await db.Units.Within(me.Where(Permission.EditPeople))
            .OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, order))
            .Select(u => new SelectListItem(u.Name, u.Id.Value.ToString(), u.Slug == chosenSlug)).ToListAsync();
    }

    public static bool Has(IReadOnlyList<SelectListItem> units, Id<Unit> unit) =>
        units.Any(u => Guid.TryParse(u.Value, out var id) && id == unit.Value);
}
