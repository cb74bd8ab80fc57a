using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;

namespace Verksam.Features.Planning.Living;

/// <summary>Addresses: /planen/2026 is the whole organisation's plan, /planen/alnas/2026 one unit's, with /4.4 one commitment's.</summary>
internal sealed class PlanPlaces(AppDb db, Kept kept)
{
    public async Task<string> Of(Plan plan)
    {
        var unit = await db.Units.Where(u => u.Id == plan.UnitId).Select(u => new { u.ParentId, u.Slug }).SingleAsync();
        return Of(unit.ParentId is null ? null : unit.Slug, plan.Year);
    }

    public static string Of(string? slug, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"/planen{(slug is null ? "" : "/" + slug)}/{year}");

    /// <summary>Where a version that is shown to one is read; null when it is not.</summary>
    public async Task<string?> ReadAt(Id<PlanVersion> id, CurrentUser me)
    {
        var found = await (
            from version in db.PlanVersions.VisibleTo(me, db)
            where version.Id == id && version.State != VersionState.Draft && version.State != VersionState.Discarded
            join plan in db.Plans on version.PlanId equals plan.Id
            select new { plan, version.Number }).SingleOrDefaultAsync();
        return found is null ? null : $"{await Of(found.plan)}?version={found.Number}";
    }

    /// <summary>The version one sees at an address: what is adopted, else what is proposed, else (who may) the draft.</summary>
    public async Task<(Plan Plan, PlanVersion Version)?> Find(string? slug, int year, CurrentUser me) => Pair(await At(slug, year, me).FirstOrDefaultAsync());

    /// <summary>The organisation's adopted plan of the year, else the latest there is: at the turn of the year one follows what was decided.</summary>
    public async Task<(Plan Plan, PlanVersion Version)?> Current(int year, CurrentUser me) => Pair(await InForce(year, me).FirstOrDefaultAsync());

    /// <summary>Whether there is a plan for me to see that may come to hold: a draft, a proposal.</summary>
    public Task<bool> IsBegun(CurrentUser me) =>
        db.PlanVersions.VisibleTo(me, db).AnyAsync(v => v.State == VersionState.Draft || v.State == VersionState.Proposal);

    /// <summary>Only which version <see cref="Find"/> would give; nobody asks the database twice.</summary>
    /// <param name="number">A version by its number, or null for the one that holds.</param>
    public ValueTask<Id<PlanVersion>?> Seen(string? slug, int year, CurrentUser me, int? number = null) =>
        kept.Get((nameof(Seen), slug, year, number, me.Reach), () => At(slug, year, me, number).Select(f => (Id<PlanVersion>?)f.Version.Id).FirstOrDefaultAsync());

    /// <summary>The same of <see cref="Current"/>.</summary>
    public ValueTask<Id<PlanVersion>?> SeenNow(int year, CurrentUser me) =>
        kept.Get((nameof(SeenNow), year, me.Reach), () => InForce(year, me).Select(f => (Id<PlanVersion>?)f.Version.Id).FirstOrDefaultAsync());

    private IQueryable<Found> At(string? slug, int year, CurrentUser me, int? number = null) =>
        from version in db.PlanVersions.VisibleTo(me, db)
        join plan in db.Plans on version.PlanId equals plan.Id
        join unit in db.Units on plan.UnitId equals unit.Id
        where plan.Year == year && (slug == null ? unit.ParentId == null : unit.Slug == slug)
            && (number == null ? version.State == VersionState.Adopted || version.State == VersionState.Proposal
                : version.Number == number && version.State != VersionState.Draft && version.State != VersionState.Discarded)
        orderby version.State == VersionState.Adopted ? 0 : 1
        select new Found { Plan = plan, Version = version };

    private IQueryable<Found> InForce(int year, CurrentUser me) =>
        from version in db.PlanVersions.VisibleTo(me, db)
        join plan in db.Plans on version.PlanId equals plan.Id
        join unit in db.Units on plan.UnitId equals unit.Id
        where unit.ParentId == null && version.State == VersionState.Adopted
        orderby plan.Year == year ? 0 : 1, plan.Year descending
        select new Found { Plan = plan, Version = version };

    private static (Plan Plan, PlanVersion Version)? Pair(Found? found) => found is null ? null : (found.Plan, found.Version);

    private sealed class Found
    {
        public required Plan Plan { get; init; }
        public required PlanVersion Version { get; init; }
    }

    /// <summary>The version of the plan that held on a day; the first adopted one when the day is before them all.</summary>
    public async Task<PlanVersion> Holding(Plan plan, DateOnly day)
    {
        var adopted = await db.PlanVersions.Where(v => v.PlanId == plan.Id && (v.State == VersionState.Adopted || v.State == VersionState.Replaced))
            .OrderBy(v => v.Number).Select(v => new { v.Id, v.AdoptedOn }).ToListAsync();
        var holding = adopted.LastOrDefault(v => v.AdoptedOn <= day) ?? adopted[0];
        return await db.PlanVersions.SingleAsync(v => v.Id == holding.Id);
    }
}
