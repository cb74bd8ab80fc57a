using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Calling;

/// <summary>The lists one leads: those that are open, those to come, and those that are done.</summary>
[Requires(Permission.EditPeople)]
internal sealed class CallListsPage(AppDb db, CurrentUser me, OurTime time) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IEnumerable<IGrouping<CallListState, Row>> ByState => Rows.GroupBy(r => r.List.State).OrderBy(g => g.Key switch { CallListState.Open => 0, CallListState.Draft => 1, _ => 2 });

    /// <summary>"till 30 juni", "från 2 juni", "stängdes 4 april".</summary>
    public string Day(DateOnly day) => time.Day(day);

    public async Task OnGet()
    {
        var calls = db.Calls.Where(c => !c.IsTakenBack);
        Rows = await (
            from list in db.CallLists.LedBy(me, db)
            join unit in db.Units on list.UnitId equals unit.Id
            orderby list.From descending, list.Name
            select new Row(list, unit.Name,
                calls.Where(c => c.ListId == list.Id && (c.Outcome == CallOutcome.Reached || c.Outcome == CallOutcome.WantsTo || c.Outcome == CallOutcome.DoesNotWant)).Select(c => c.PersonId).Distinct().Count(),
                db.Callers.Count(c => c.ListId == list.Id))).Take(Most).AsNoTracking().ToListAsync();
    }

    internal sealed record Row(CallList List, string Unit, int Reached, int Callers);
}
