using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Welcome;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Planning.Measures.Register;

/// <summary>Of those who became new during the period and whose time is up, or who were contacted already: how many were contacted in time.</summary>
internal sealed class ContactedMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "welcomed";

    public string Slug => "kontaktade-i-tid";

    public string Text => "Planning.Measures.welcomed";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Planning.Measures.welcomed.Is"]);

    public Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled) =>
        WelcomeFigures.ByUnit(Counted(units, from, to), InTime(to), cancelled);

    public Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled) =>
        WelcomeFigures.Rows(db, Counted(units, from, to), InTime(to), texts, most, cancelled);

    private IQueryable<WelcomeCase> Counted(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to) => WelcomeFigures.Of(db, units, from, to)
        .Where(c => c.Due <= to || db.WelcomeTries.Any(t => t.CaseId == c.Id && t.TriedOn <= to
            && (t.Outcome == CallOutcome.Reached || t.Outcome == CallOutcome.WantsTo || t.Outcome == CallOutcome.DoesNotWant)));

    private Expression<Func<WelcomeCase, bool>> InTime(DateOnly to) => c => db.WelcomeTries.Any(t => t.CaseId == c.Id && t.TriedOn <= to && t.TriedOn <= c.Due
        && (t.Outcome == CallOutcome.Reached || t.Outcome == CallOutcome.WantsTo || t.Outcome == CallOutcome.DoesNotWant));
}

/// <summary>The same of those who were invited to something in time.</summary>
internal sealed class InvitedMeasure(AppDb db, Texts texts) : IMeasure
{
    public string Code => "invited";

    public string Slug => "inbjudna-i-tid";

    public string Text => "Planning.Measures.invited";

    public bool IsDetail => true;

    public ValueTask<string?> Definition() => ValueTask.FromResult<string?>(texts["Planning.Measures.invited.Is"]);

    public Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled) =>
        WelcomeFigures.ByUnit(Counted(units, from, to), InTime(to), cancelled);

    public Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled) =>
        WelcomeFigures.Rows(db, Counted(units, from, to), InTime(to), texts, most, cancelled);

    private IQueryable<WelcomeCase> Counted(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to) => WelcomeFigures.Of(db, units, from, to)
        .Where(c => c.Due <= to || db.WelcomeInvitations.Any(i => i.CaseId == c.Id && i.InvitedOn <= to));

    private Expression<Func<WelcomeCase, bool>> InTime(DateOnly to) => c => db.WelcomeInvitations.Any(i => i.CaseId == c.Id && i.InvitedOn <= to && i.InvitedOn <= c.Due);
}

/// <summary>What both measures of welcomes count.</summary>
internal static class WelcomeFigures
{
    /// <summary>Who became new in the period. Who left before the time was up, or was nobody new, is counted by nobody.</summary>
    public static IQueryable<WelcomeCase> Of(AppDb db, IQueryable<Id<Unit>> units, DateOnly from, DateOnly to) => db.WelcomeCases
        .Where(c => units.Contains(c.UnitId) && c.Since >= from && c.Since <= to && c.End != WelcomeEnd.NotNew && !(c.End == WelcomeEnd.Left && c.EndedOn <= c.Due));

    public static async Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(
        IQueryable<WelcomeCase> counted, Expression<Func<WelcomeCase, bool>> inTime, CancellationToken cancelled)
    {
        var all = await counted.GroupBy(c => c.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancelled);
        var good = await counted.Where(inTime).GroupBy(c => c.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancelled);
        return all.ToDictionary(a => a.Key, a => new Figure(good.GetValueOrDefault(a.Key), a.Count));
    }

    public static async Task<IReadOnlyList<MeasureRow>> Rows(
        AppDb db, IQueryable<WelcomeCase> counted, Expression<Func<WelcomeCase, bool>> inTime, Texts texts, int most, CancellationToken cancelled)
    {
        var good = counted.Where(inTime).Select(c => c.Id);
        var rows = await (
            from one in counted
            join unit in db.Units on one.UnitId equals unit.Id
            orderby one.Since descending, one.Id
            select new { one.Since, unit.Name, one.PersonId, IsInTime = good.Contains(one.Id) }).Take(most).ToListAsync(cancelled);
        return [.. rows.Select(r => new MeasureRow(r.Since, texts[r.IsInTime ? "Planning.Measures.InTime" : "Planning.Measures.NotInTime", r.Name], r.PersonId.Value))];
    }
}
