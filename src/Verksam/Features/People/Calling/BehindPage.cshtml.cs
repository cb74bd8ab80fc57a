using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Calling;

/// <summary>The people behind the figures of a list, as far as one may see them. That somebody read it is noted.</summary>
[Requires(Permission.EditPeople)]
internal sealed class BehindPage(AppDb db, CurrentUser me, OnLists people, OurTime time, Texts texts) : PageModel
{
    /// <summary>That somebody read who stands how on a list, in the trail.</summary>
    public const string What = "CallListPeople";

    private const int PageSize = 50;

    [BindProperty(Name = "lage", SupportsGet = true)]
    public CallStanding? Standing { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    public CallList List { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public Paging Paging => new(Sheet, Total, PageSize, Request);

    /// <summary>"nådd i dag 18.04 · försökt två gånger".</summary>
    public string Said(Row row) => string.Join(" · ", new[]
    {
        texts[$"Calling.Is.{row.Standing}"],
        row.LastAt is { } last ? texts["Calling.Behind.Last", texts.Number(row.Tries), time.Moment(last, texts["People.Yesterday"])] : null,
        row.CallBackAt is { } at && row.Standing == CallStanding.Again ? texts["Calling.Behind.CallBack", When(at)] : null,
    }.OfType<string>());

    public async Task<IActionResult> OnGet(Id<CallList> id)
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        if (await db.CallLists.LedBy(me, db).AsNoTracking().SingleOrDefaultAsync(l => l.Id == id) is not { } list)
            return NotFound();
        (List, Sheet) = (list, Math.Clamp(Sheet, 1, 100_000));
        await Read();
        db.Note(AuditKind.Read, What, id.Value);
        await db.SaveChangesAsync();
        return Page();
    }

    private string When(DateTimeOffset at) => $"{time.Day(OurTime.DayOf(at))} {TimeZoneInfo.ConvertTime(at, OurTime.Zone):HH.mm}";

    private async Task Read()
    {
        var order = db.SwedishOrder;
        var seen = db.People.VisibleTo(me, db).Select(p => p.Id);
        var rows = (await people.Of(List)).Where(o => seen.Contains(o.Person.Id));
        rows = Standing is { } standing ? rows.Where(o => o.Standing == standing) : rows;
        Total = await rows.CountAsync();
        Rows = await rows.OrderBy(o => EF.Functions.Collate(o.Person.NameFolded, order)).Skip((Sheet - 1) * PageSize).Take(PageSize)
            .Select(o => new Row(o.Person.Id, o.Person.Name, o.Standing, o.Tries, o.LastAt, o.CallBackAt)).ToListAsync();
    }

    internal sealed record Row(Id<Person> Id, string Name, CallStanding Standing, int Tries, DateTimeOffset? LastAt, DateTimeOffset? CallBackAt);
}
