using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.Overview;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Calendars;

/// <summary>What sort of day lies behind, by how it is drawn.</summary>
internal enum Behind
{
    /// <summary>Most are free.</summary>
    Holiday,

    /// <summary>The schools are closed.</summary>
    School,

    Election,

    /// <summary>A day that the organisation keeps, or has written down.</summary>
    Kept,

    /// <summary>The last day of something that the plan promises.</summary>
    Plan,
}

/// <summary>A day, or some, behind the gatherings.</summary>
internal sealed record DayBehind(string Name, DateOnly From, DateOnly To, Behind Sort, string? Url = null)
{
    public bool IsOn(DateOnly day) => From <= day && day <= To;

    public bool IsMany => From != To;
}

/// <summary>What lies behind the gatherings of a year: holidays by law, days written down, days the organisation keeps, the plan's last days.</summary>
internal sealed class CalendarDays(AppDb db, CurrentUser me, Kept kept, YearDays days, CalendarDays.Parts parts)
{
    /// <summary>For anybody: of the organisation's own days only the feasts and the elections of the whole.</summary>
    public ValueTask<IReadOnlyList<DayBehind>> Open(int year) => kept.Get((nameof(CalendarDays), year, CultureInfo.CurrentUICulture.Name), () =>
        Read(year, db.Units.Where(u => u.ParentId == null), d => d.Day.Kind is YearDayKind.Feast or YearDayKind.Election));

    /// <summary>For whoever asks: the days that their units keep, and the last days of what their plans promise.</summary>
    public ValueTask<IReadOnlyList<DayBehind>> Own(int year) => kept.Get((nameof(CalendarDays), year, CultureInfo.CurrentUICulture.Name, me.Reach), () => Mine(year));

    private async Task<IReadOnlyList<DayBehind>> Mine(int year) => [.. await Read(year, db.Units.VisibleTo(me, db), _ => true), .. await Promised(year)];

    private async Task<IReadOnlyList<DayBehind>> Read(int year, IQueryable<Unit> units, Func<YearDays.OneDay, bool> shown)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var written = await db.BackgroundDays.AsNoTracking().Where(d => d.RemovedOn == null && d.From <= last && d.To >= first).OrderBy(d => d.From).ThenBy(d => d.Name).ToListAsync();
        var own = (await days.Of(year, units)).Where(d => d.IsKept && shown(d));
        return [.. PublicHolidays.Of(year).Select(h => new DayBehind(parts.Texts[$"Calendars.Holiday.{h.Key}"], h.Day, h.Day, Behind.Holiday))
            .Concat(own.Select(d => new DayBehind(d.Day.Name, d.On!.Value, d.On!.Value, d.Day.Kind == YearDayKind.Election ? Behind.Election : Behind.Kept)))
            .Concat(written.Select(d => new DayBehind(d.Name, d.From, d.To, Sort(d.Kind))))
            .DistinctBy(d => (d.From, d.To, d.Name.ToUpperInvariant()))];
    }

    private static Behind Sort(BackgroundKind kind) => kind switch
    {
        BackgroundKind.SchoolHoliday => Behind.School,
        BackgroundKind.Election => Behind.Election,
        _ => Behind.Kept,
    };

    // of one's own units and those above; what is done or dropped is nothing to keep in mind
    private async Task<IEnumerable<DayBehind>> Promised(int year)
    {
        var line = me.Line().Select(id => new Id<Unit>(id)).ToList();
        var versions = await (
            from version in db.PlanVersions.VisibleTo(me, db)
            where version.State == VersionState.Adopted
            join plan in db.Plans on version.PlanId equals plan.Id
            where plan.Year == year && line.Contains(plan.UnitId)
            join unit in db.Units on plan.UnitId equals unit.Id
            orderby unit.Path.Length
            select new { version.Id, Slug = unit.ParentId == null ? null : unit.Slug }).ToListAsync();
        var found = new List<DayBehind>();
        foreach (var seen in versions)
        {
            var sheet = await parts.Sheets.Of(seen.Id);
            found.AddRange(sheet.Rows.Where(r => r.Status is not (Status.Done or Status.Dropped))
                .Select(r => OverviewPage.Item.Of(r, sheet.Version, PlanPlaces.Of(seen.Slug, year)))
                .Where(i => i.Day?.Year == year).Select(i => new DayBehind(i.Short, i.Day!.Value, i.Day!.Value, Behind.Plan, i.Url)));
        }
        return found;
    }

    internal sealed record Parts(PlanSheets Sheets, Texts Texts);
}
