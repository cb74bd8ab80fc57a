using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Auditing;

/// <summary>Who did and saw what. That somebody reads of people here is written down too.</summary>
[Requires(Permission.ReadAudit)]
internal sealed class LogPage(AppDb db, CurrentUser me, LogRows log, OurTime time, Texts texts) : PageModel
{
    private const int PageSize = 50;

    private int _total;

    [BindProperty(SupportsGet = true, Name = "")]
    public LogFilter Filter { get; set; } = new();

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<LogRow> Rows { get; private set; } = [];

    /// <summary>The rows of one act together: what one person did in one moment.</summary>
    public IEnumerable<IReadOnlyList<LogRow>> Acts => Rows.GroupBy(r => (r.Entry.At, r.Entry.By, r.Entry.Through))
        .Select(g => (IReadOnlyList<LogRow>)[.. g.OrderBy(r => r.Entry.Kind).ThenBy(r => r.What, StringComparer.Ordinal)]);

    public Paging Paging => new(Sheet, _total, PageSize, Request);

    public string Found => texts.Capital(texts.Count("Auditing.Found", _total));

    public string FileUrl => $"/logg{QueryString.Create(Request.Query.Where(q => q.Key is not ("sida" or "handler"))).Add("handler", "File")}";

    public string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>"14 juni 09.12": the hour matters here, also of what is long ago.</summary>
    public string When(AuditEntry entry)
    {
        var at = TimeZoneInfo.ConvertTime(entry.At, OurTime.Zone);
        return $"{time.ShortDay(DateOnly.FromDateTime(at.DateTime))} {at.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture)}";
    }

    public async Task OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        var entries = await Filter.Of(db.Audit.VisibleTo(me, db), db);
        _total = await entries.CountAsync();
        Sheet = Math.Clamp(Sheet, 1, Paging.Pages);
        Rows = await log.Read(entries, (Sheet - 1) * PageSize, PageSize);
        await log.NoteReading(Rows, nameof(AuditEntry), Filter);
    }

    public async Task<IActionResult> OnGetFile([FromServices] LogFile file)
    {
        var entries = await Filter.Of(db.Audit.VisibleTo(me, db), db);
        var rows = await log.Read(entries, 0, LogFile.MostRows);
        await log.NoteReading(rows, LogFile.What, Filter);
        return File(file.Write(rows), "text/csv; charset=utf-8", $"logg-{time.Today:yyyy-MM-dd}.csv");
    }
}
