using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings;

/// <summary>The register of places where people meet.</summary>
[Requires(Permission.Arrange)]
internal sealed class VenuesPage(AppDb db, CurrentUser me) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGet()
    {
        var mine = db.Venues.EditableBy(me, db);
        Rows = await (
            from venue in db.Venues.VisibleTo(me, db)
            join unit in db.Units on venue.UnitId equals unit.Id
            orderby venue.RetiredOn != null, EF.Functions.Collate(venue.Name, db.SwedishOrder), venue.Id
            select new Row(venue, unit.Name, db.Gatherings.Count(g => g.VenueId == venue.Id && g.State != GatheringState.Cancelled && g.State != GatheringState.Draft), mine.Any(v => v.Id == venue.Id))).AsNoTracking().ToListAsync();
    }

    /// <param name="Held">How many gatherings there are or have been there.</param>
    /// <param name="IsMine">One may change what is known of it.</param>
    internal sealed record Row(Venue Venue, string Unit, int Held, bool IsMine);
}
