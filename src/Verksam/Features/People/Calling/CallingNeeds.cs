using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Doing;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.People.Calling;

/// <summary>Lists whose evening is near and that nobody calls for, for those who lead them.</summary>
internal sealed class CallingNeeds(AppDb db, CurrentUser me, OurTime time, Texts texts) : INeedsSomebody
{
    private const int DaysAhead = 5;

    public string Kind => "ringlista";

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var (today, near) = (time.Today, time.Today.AddDays(DaysAhead));
        var lists = await db.CallLists.AsNoTracking().LedBy(me, db)
            .Where(l => l.State == CallListState.Open && l.From <= near && (l.To == null || l.To >= today) && !db.Callers.Any(c => c.ListId == l.Id))
            .OrderBy(l => l.From).ThenBy(l => l.Id).Take(most).ToListAsync();
        return [.. lists.Select(l => new Need($"{Kind}-{l.Id}", texts["Calling.Need.NoCaller", l.Name], texts["Calling.Need.NoCallerWhy", l.Purpose, time.Day(l.From)],
            l.From >= today && l.From <= today.AddDays(1) ? "late" : "at-risk", Takes.Finding)
        {
            Due = l.From >= today ? l.From : null,
            Since = l.From,
            Acts = [new(texts["Calling.Need.Find"], $"/ringlistor/{l.Id}/ringare")],
        })];
    }
}

/// <summary>The lists one has said yes to call for.</summary>
internal sealed class CallsToday(AppDb db, CurrentUser me, Texts texts) : IMyDay
{
    public async Task<IReadOnlyList<DayItem>> On(DateOnly day)
    {
        var self = new Id<Person>(me.PersonId);
        var lists = await db.CallLists.Where(l => l.State == CallListState.Open && l.From <= day && (l.To == null || l.To >= day) && db.Callers.Any(c => c.ListId == l.Id && c.PersonId == self))
            .OrderBy(l => l.From).Select(l => new { l.Id, l.Name, l.Purpose }).Take(3).ToListAsync();
        return [.. lists.Select(l => new DayItem(null, texts["Calling.Need.Today", l.Name], l.Purpose, $"/ringlistor/{l.Id}/ring"))];
    }
}

/// <summary>Lists that want callers, and where one may call.</summary>
internal sealed class ListsToCall(AppDb db, Texts texts) : ICanDo
{
    private const int Most = 2;

    public async Task<IReadOnlyList<Doable>> For(DoAsk ask)
    {
        var (self, line) = (ask.Self.Id, ask.Line);
        var lists = await db.CallLists.CallableBy(ask.Me, db, ask.Today).Where(l => (line.Contains(l.UnitId) && l.MembersMayCall) || db.Callers.Any(c => c.ListId == l.Id && c.PersonId == self))
            .OrderByDescending(l => db.Callers.Any(c => c.ListId == l.Id && c.PersonId == self)).ThenBy(l => l.To ?? DateOnly.MaxValue).ThenBy(l => l.Id)
            .Select(l => new { l.Id, l.Name, l.Purpose, l.UnitId }).Take(Most).ToListAsync();
        return [.. lists.Select(l => new Doable(texts["Calling.Can.Call", l.Name], "ring", texts["Calling.Can.Meta"], texts["Calling.Can.What", l.Purpose])
        {
            Takes = Spare.Hour,
            Suits = Taste.Home | Taste.People,
            Fit = 45 + (l.UnitId == ask.Self.UnitId ? 8 : 0),
            Acts = [new(texts["Calling.Can.Do"], $"/ringlistor/{l.Id}/ring")],
        })];
    }
}
