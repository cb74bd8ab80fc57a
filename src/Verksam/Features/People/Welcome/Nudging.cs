using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>Who shall be told of what today, and has not been.</summary>
internal sealed class Nudging(AppDb db, Contacts contacts)
{
    /// <summary>So many days before the last one the contact person is reminded.</summary>
    public const int DaysBefore = 2;

    /// <summary>So many days after the last one, and those above the unit are told too.</summary>
    public const int DaysToDistrict = 7;

    public async Task<IReadOnlyList<Message>> Due(DateOnly today)
    {
        var waiting = await Waiting(today);
        var ids = waiting.ConvertAll(w => w.Id);
        var told = (await db.WelcomeNudges.Where(n => ids.Contains(n.CaseId)).Select(n => new { n.CaseId, n.Stage, n.ToId }).ToListAsync())
            .Select(n => (n.CaseId, n.Stage, n.ToId)).ToHashSet();
        var due = new List<(Waits Case, NudgeStage Stage, Id<Person> To)>();
        due.AddRange(waiting.Where(w => w.ContactId is not null).SelectMany(w => OwnStages(w, today).Select(s => (w, s, w.ContactId!.Value))));
        due.AddRange(await Late(waiting, today));
        return [.. due.Where(d => !told.Contains((d.Case.Id, d.Stage, d.To)))
            .GroupBy(d => (d.To, Unit: d.Stage >= NudgeStage.Board ? d.Case.UnitId : (Id<Unit>?)null))
            .Select(g => new Message(g.Key.To, g.Key.Unit, KeyOf(g.Key.To, g.Key.Unit, today), [.. g.Select(d => (d.Case.Id, d.Stage))]))];
    }

    private static IEnumerable<NudgeStage> OwnStages(Waits one, DateOnly today)
    {
        yield return NudgeStage.Given;
        if (one.TryAgainOn > today)
            yield break; // has been tried, and the person asked for another day
        if (today >= one.Due.AddDays(-DaysBefore))
            yield return NudgeStage.Before;
        if (today >= one.Due)
            yield return NudgeStage.LastDay;
    }

    private async Task<List<(Waits, NudgeStage, Id<Person>)>> Late(List<Waits> waiting, DateOnly today)
    {
        var late = new List<(Waits, NudgeStage, Id<Person>)>();
        foreach (var unit in waiting.Where(w => today > w.Due).GroupBy(w => (w.UnitId, w.Path)))
        {
            var board = await contacts.BoardOf(unit.Key.UnitId, today).Distinct().ToListAsync();
            var above = await Above(unit.Key.Path, today);
            foreach (var one in unit)
            {
                late.AddRange(board.Select(to => (one, NudgeStage.Board, to)));
                // a unit where nobody could be told is told of above at once
                if (board.Count == 0 || today > one.Due.AddDays(DaysToDistrict))
                    late.AddRange(above.Except(board).Select(to => (one, NudgeStage.District, to)));
            }
        }
        return late;
    }

    /// <summary>The board of the nearest unit above that has one with a way in.</summary>
    private async Task<List<Id<Person>>> Above(string path, DateOnly today)
    {
        foreach (var id in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse().Skip(1))
        {
            var board = await contacts.BoardOf(Id<Unit>.Parse(id, null), today).Distinct().ToListAsync();
            if (board.Count > 0)
                return board;
        }
        return [];
    }

    private Task<List<Waits>> Waiting(DateOnly today) => (
        from one in db.WelcomeCases
        where one.EndedOn == null && one.Since <= today
        join unit in db.Units on one.UnitId equals unit.Id
        orderby one.Due, one.Id
        select new Waits(one.Id, one.UnitId, unit.Path, one.ContactId, one.Due, one.TryAgainOn)).ToListAsync();

    private static string KeyOf(Id<Person> to, Id<Unit>? unit, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{(unit is null ? WelcomeLetter.KindName : LateLetter.KindName)}:{to}:{(unit is null ? "" : unit + ":")}{day:yyyy-MM-dd}");

    /// <summary>One letter, and all that it tells of.</summary>
    /// <param name="Unit">Whose waiting ones a board is told of; null for what a contact person has.</param>
    internal sealed record Message(Id<Person> To, Id<Unit>? Unit, string Key, IReadOnlyList<(Id<WelcomeCase> Case, NudgeStage Stage)> Told)
    {
        public string Kind => Unit is null ? WelcomeLetter.KindName : LateLetter.KindName;
    }

    private sealed record Waits(Id<WelcomeCase> Id, Id<Unit> UnitId, string Path, Id<Person>? ContactId, DateOnly Due, DateOnly? TryAgainOn);
}
