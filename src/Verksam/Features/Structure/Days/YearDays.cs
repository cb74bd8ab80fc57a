using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Structure.Days;

/// <summary>The days of a year: those that are proposed, those that are taken up, those that are not kept this time.</summary>
internal sealed class YearDays(AppDb db, OurTime time)
{
    /// <param name="year">Which year.</param>
    /// <param name="units">Whose days.</param>
    public async Task<IReadOnlyList<OneDay>> Of(int year, IQueryable<Unit> units)
    {
        var found = await (
            from day in db.YearDays.AsNoTracking()
            join unit in units on day.UnitId equals unit.Id
            select new { Day = day, unit.Name, unit.Path, Answer = db.DayAnswers.FirstOrDefault(a => a.YearDayId == day.Id && a.Year == year) }).ToListAsync();
        return [.. found.Select(f => new OneDay(f.Day, f.Name, f.Path, f.Day.In(year), f.Answer, time.Today))
            .Where(d => d.Answer is not null || d.Proposed is not null)
            .OrderBy(d => d.On).ThenBy(d => d.Day.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Those that are kept in a year by a unit or any below it: the plan's wheel shows them to all who see the plan.</summary>
    public async Task<IReadOnlyList<OneDay>> Kept(int year, Id<Unit> unit) =>
        [.. (await Of(year, db.Units.Where(u => u.Path.StartsWith(db.Units.Single(root => root.Id == unit).Path)))).Where(d => d.IsKept)];

    /// <summary>How many days of a year wait for an answer, of those one may answer.</summary>
    public async Task<int> Waiting(int year, CurrentUser me) =>
        (await Of(year, db.Units.Within(me.Where(Permission.EditPlan)))).Count(d => d.IsProposed);

    /// <summary>A day in one year.</summary>
    /// <param name="Unit">Whose it is.</param>
    /// <param name="Path">Where that one is.</param>
    /// <param name="Proposed">When the rule says that it falls.</param>
    /// <param name="Answer">What was said of it.</param>
    /// <param name="Today">What nobody answered before it came is not asked for any more.</param>
    internal sealed record OneDay(YearDay Day, string Unit, string Path, DateOnly? Proposed, DayAnswer? Answer, DateOnly Today)
    {
        public bool IsProposed => Answer is null && Proposed >= Today;
        public bool HasPassed => Answer is null && Proposed < Today;
        public bool IsKept => Answer?.Day is not null;
        public DateOnly? On => Answer?.Day ?? Proposed;
    }
}
