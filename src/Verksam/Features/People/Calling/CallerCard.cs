using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Calling;

/// <summary>On one's own page: the lists one calls for, and those one could call for.</summary>
internal sealed class CallerCard(AppDb db, OnLists people, OurTime time) : IMyPageCard
{
    private const int Most = 5;

    public int Order => 20;

    public async Task<MyCard?> For(CurrentUser me)
    {
        var self = new Id<Person>(me.PersonId);
        var lists = await (
            from list in db.CallLists.CallableBy(me, db, time.Today)
            let isCaller = db.Callers.Any(c => c.ListId == list.Id && c.PersonId == self)
            where isCaller || list.MembersMayCall
            orderby isCaller descending, list.From, list.Name
            select new { list, isCaller }).Take(Most).AsNoTracking().ToListAsync();
        var rows = new List<Row>();
        foreach (var found in lists)
            rows.Add(new Row(found.list, found.isCaller, found.isCaller ? (await CallProgress.Of(found.list, people)).Left : 0));
        return rows.Count == 0 ? null : new MyCard("/Features/People/Calling/_CallerCard.cshtml", rows);
    }

    /// <param name="Left">How many there are to call, for a caller.</param>
    internal sealed record Row(CallList List, bool IsCaller, int Left);
}
