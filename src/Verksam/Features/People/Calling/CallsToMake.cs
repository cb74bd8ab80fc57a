using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Fitting;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Calling;

/// <summary>Lists that are called now and where the person does not call yet.</summary>
internal sealed class CallsToMake(AppDb db, Texts texts) : IFitting
{
    private const int Most = 3;

    public string Key => "ringa";

    public string Name => "Calling.Fitting";

    public async Task<IReadOnlyList<Fit>> Of(FitAsk ask)
    {
        var (me, person, line, today) = (ask.Who.Me, ask.Who.Person.Id, ask.Line, ask.Who.Today);
        var lists = ask.Who.IsOwn ? db.CallLists.CallableBy(me, db, today)
            : db.CallLists.LedBy(me, db).Where(l => l.State == CallListState.Open && l.From <= today && (l.To == null || l.To >= today));
        var found = await lists.Where(l => line.Contains(l.UnitId) && !db.Callers.Any(c => c.ListId == l.Id && c.PersonId == person))
            .OrderBy(l => l.To ?? DateOnly.MaxValue).ThenBy(l => l.Id).Select(l => new { l.Id, l.Name }).Take(Most).ToListAsync();
        return [.. found.Select(l => new Fit(texts["Calling.Fit", l.Name],
            ask.Who.IsOwn ? $"/ringlistor/{l.Id}/ring" : $"/ringlistor/{l.Id}/ringare?namn={Uri.EscapeDataString(ask.Who.Person.Name)}"))];
    }
}
