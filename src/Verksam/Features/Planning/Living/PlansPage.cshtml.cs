using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Living;

/// <summary>Every plan one may see. With ?nu it goes straight to this year's.</summary>
[Requires(Permission.SeePlan)]
internal sealed class PlansPage(AppDb db, CurrentUser me, OurTime time) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool CanEdit => me.Can(Permission.EditPlan);

    /// <summary>The latest adopted plan of the whole organisation, for those who may begin the next and when nobody has.</summary>
    public Row? Next => Rows.FirstOrDefault(r => r is { State: VersionState.Adopted, Slug: null }) is { } latest
        && me.Can(Permission.EditPlan, latest.Path) && !Rows.Any(r => r.Slug is null && r.Year > latest.Year) ? latest : null;

    public async Task<IActionResult> OnGet(string? nu)
    {
        Rows = await (
            from version in db.PlanVersions.VisibleTo(me, db)
            where version.State != VersionState.Discarded && version.State != VersionState.Replaced && version.State != VersionState.Amended
            join plan in db.Plans on version.PlanId equals plan.Id
            join unit in db.Units on plan.UnitId equals unit.Id
            orderby plan.Year descending, unit.Path.Length, unit.Name
            select new Row(version.Id, version.State, version.Number, plan.Year, unit.Name, unit.ParentId == null ? null : unit.Slug, version.Meeting) { Path = unit.Path }).ToListAsync();
        var current = Rows.FirstOrDefault(r => r is { State: VersionState.Adopted, Slug: null } && r.Year == time.Today.Year);
        return nu is not null && current is not null ? Redirect(current.Url) : Page();
    }

    internal sealed record Row(Id<PlanVersion> Version, VersionState State, int? Number, int Year, string Unit, string? Slug, string? Meeting)
    {
        public string Path { get; init; } = "";

        public string Url => State switch
        {
            VersionState.Draft => $"/planen/granska/{Version}",
            VersionState.Proposal => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PlanPlaces.Of(Slug, Year)}?version={Number}"),
            _ => PlanPlaces.Of(Slug, Year),
        };
    }
}
