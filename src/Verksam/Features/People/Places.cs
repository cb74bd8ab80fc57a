using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People;

/// <summary>
/// Where an assignment can be: in a unit as a whole, or in one of its groups. One choice, so that the two always fit together.
/// </summary>
internal sealed record Place(Unit Unit, Group? Group)
{
    public string Key => (Group?.Id.Value ?? Unit.Id.Value).ToString();

    public string Name => Group is null ? Unit.Name : $"{Unit.Name}, {Group.Name}";

    public static IEnumerable<SelectListItem> Choices(IEnumerable<Place> places) => places.GroupBy(p => p.Unit).SelectMany(unit =>
    {
        var heading = unit.Count() > 1 ? new SelectListGroup { Name = unit.Key.Name } : null;
        return unit.Select(p => new SelectListItem(p.Name, p.Key) { Group = heading });
    });
}

/// <inheritdoc cref="Place"/>
internal sealed class Places(AppDb db, CurrentUser me)
{
    public async Task<IReadOnlyList<Place>> WhereOneMayGive()
    {
        var units = await db.Units.Within(me.Where(Permission.EditPeople)).AsNoTracking().ToListAsync();
        var ids = units.Select(u => u.Id).ToList();
        var groups = (await db.Groups.Where(g => ids.Contains(g.UnitId)).AsNoTracking().ToListAsync()).ToLookup(g => g.UnitId);
        var order = StringComparer.Create(Languages.Swedish, ignoreCase: true);
        return [.. units.OrderBy(u => u.Path.Length).ThenBy(u => u.Name, order)
            .SelectMany(u => groups[u.Id].OrderBy(g => g.Name, order).Select(g => new Place(u, g)).Prepend(new Place(u, null)))];
    }
}
