using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Formats.Tables.Delimited;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Import;

/// <summary>One import from its reading on: how far it has come, what would happen, what happened. It can be left, and goes on.</summary>
[Requires(Permission.EditPeople)]
internal sealed class ImportPage(AppDb db, CurrentUser me, ImportDesk desk, ProgressBoard board, ImportPage.Saying saying) : PageModel
{
    private const int Few = 6, Many = 50;

    private readonly OurTime time = saying.Time;
    private readonly Texts texts = saying.Texts;

    /// <summary>The parts of the page, in their order, by the word in the address.</summary>
    public static readonly IReadOnlyList<(string Word, Outcome Outcome)> Sections =
        [("nya", Outcome.New), ("andrade", Outcome.Changed), ("borta", Outcome.Gone), ("tveksamma", Outcome.Doubtful), ("avvisade", Outcome.Refused), ("lika", Outcome.Unchanged)];

    [BindProperty(Name = "visa", SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int At { get; set; } = 1;

    [BindProperty]
    public Form Input { get; set; } = new();

    public ImportRun Run { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public RunNotice Notice { get; private set; } = new();
    public RowWords Words { get; private set; } = null!;
    public ILookup<Outcome, (ImportRow Row, RowContent Content)> Rows { get; private set; } = Array.Empty<(ImportRow, RowContent)>().ToLookup(_ => Outcome.New);
    public (int Reached, int Whole) Progress { get; private set; }
    public Paging? Pages { get; private set; }
    public IReadOnlyDictionary<Id<Person>, Meaning.Candidate> Candidates { get; private set; } = new Dictionary<Id<Person>, Meaning.Candidate>();

    /// <summary>Doubtful rows that nobody said anything of.</summary>
    public int DoubtLeft { get; private set; }

    public IReadOnlyDictionary<Id<Unit>, string> Units { get; private set; } = new Dictionary<Id<Unit>, string>();

    public Outcome? Only => Sections.Where(s => s.Word == Show).Select(s => (Outcome?)s.Outcome).FirstOrDefault();
    public string Address => $"/manniskor/importera/{Run.Id}";
    public string Moment(DateTimeOffset at) => time.Moment(at, texts["People.Yesterday"]);
    public string Heading(Outcome outcome) => texts.Capital(texts.Count($"Import.Count.{outcome}", Notice.Of(outcome)));

    /// <summary>"Nio nya, 31 ändrade, tre borta."</summary>
    public string Sum => texts.Capital(texts.And([.. Counts().Where(c => c.Count > 0).Select(c => texts.Count($"Import.Count.{c.What}", c.Count))])) + ".";

    /// <summary>Rows that somebody has taken out of the run.</summary>
    private Dictionary<Outcome, int> LeftOut { get; set; } = [];

    /// <summary>Doubtful rows that somebody has said something of.</summary>
    private int Decided => Run.State is RunState.Waiting or RunState.Applied ? Notice.Of(Outcome.Doubtful) - DoubtLeft : 0;

    /// <summary>What stands in the last column: what a new one becomes, and what of the row is left out.</summary>
    public string Third(ImportRow row, RowContent content) => string.Join(". ", new[]
    {
        row.Outcome == Outcome.New && content.Said is { } said ? texts[$"People.Relation.{said.Relation ?? Belonging.RelationKind.Member}"] : null,
        row.Outcome == Outcome.New && content.Said?.Joined is { } joined ? texts["Import.Third.Joined", time.Day(joined)] : null,
        row is { Outcome: Outcome.New, IsProtected: false } && content.Said?.Born is { } born ? texts["Import.Third.Born", time.Day(born)] : null,
        row.Outcome == Outcome.Unchanged && content.OtherLine is { } other ? texts["Import.SameAsRow", other] : null,
    }.Concat(content.Remarks.Select(r => texts["Import.Remark", r.Text, Words.Fault(r)])).OfType<string>());

    /// <summary>"Anna Berg, Storå, född 1961".</summary>
    public string Said(Meaning.Candidate candidate) =>
        string.Join(", ", new[] { candidate.Name, candidate.Unit, candidate.BirthYear is { } year ? texts["Import.Candidate.Born", year] : null }.OfType<string>());

    public async Task<IActionResult> OnGet(Id<ImportRun> id)
    {
        if (await desk.Find(id) is not { } run)
            return NotFound();
        if (run.State == RunState.Mapping)
            return Redirect($"/manniskor/importera/{id}/kolumner");
        await Fill(run);
        if (run.IsWorking)
            Response.Headers["Refresh"] = "2";
        db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    /// <summary>The rows that were refused, as a file: one mends them and brings in those alone.</summary>
    public async Task<IActionResult> OnGetRefused(Id<ImportRun> id)
    {
        if (await desk.Find(id) is not { } run)
            return NotFound();
        await Fill(run);
        var refused = await db.ImportRows.AsNoTracking().Where(r => r.RunId == id && r.Outcome == Outcome.Refused).OrderBy(r => r.Line).ToListAsync();
        db.NoteReading(id);
        await db.SaveChangesAsync();
        return File(Csv(refused), CsvWriter.ContentType, texts["Import.Refused.FileName"]);
    }

    /// <summary>Which rows are to be taken, and who the doubtful ones are.</summary>
    public async Task<IActionResult> OnPostChoose(Id<ImportRun> id)
    {
        if (await desk.Find(id) is not { } run || run.State != RunState.Waiting)
            return NotFound();
        await Choose(run);
        await db.SaveChangesAsync();
        TempData.Say(texts["Import.Chosen"]);
        return Redirect($"/manniskor/importera/{id}{Request.QueryString.Value?.Replace("handler=Choose", "", StringComparison.Ordinal)}");
    }

    /// <summary>Which of several a doubtful row is.</summary>
    public async Task<IActionResult> OnPostIs(Id<ImportRun> id, [FromQuery(Name = "rad")] Id<ImportRow> row, [FromQuery(Name = "ar")] Id<Person> person, [FromServices] Meaning meaning, CancellationToken cancelled)
    {
        if (await desk.Find(id) is not { State: RunState.Waiting } run || await db.ImportRows.SingleOrDefaultAsync(r => r.Id == row && r.RunId == id) is not { } about
            || await meaning.Is(run, about, person, cancelled) is not null)
            return NotFound();
        await Choose(run);
        await db.SaveChangesAsync();
        TempData.Say(texts["Import.Chosen"]);
        return Redirect($"/manniskor/importera/{id}{(Only is null ? "" : $"?visa={Show}")}");
    }

    public async Task<IActionResult> OnPostApply(Id<ImportRun> id)
    {
        if (await desk.Find(id) is not { } run)
            return NotFound();
        await Choose(run);
        if (ModelState.Refuses(await MayNot(run) ?? run.Apply(Input.AllOrNothing, Input.Yes), texts))
        {
            await Fill(run);
            return Page();
        }
        await desk.Ask(run);
        return Redirect($"/manniskor/importera/{id}");
    }

    public async Task<IActionResult> OnPostLeave(Id<ImportRun> id, CancellationToken cancelled)
    {
        if (await desk.Find(id) is not { } run)
            return NotFound();
        await ImportErasing.Leave(db, run, cancelled);
        TempData.Say(texts["Import.Left", run.FileName]);
        return Redirect("/manniskor/importera");
    }

    private IEnumerable<(string What, int Count)> Counts()
    {
        foreach (var (_, outcome) in Sections)
            yield return (outcome.ToString(), Notice.Of(outcome) - LeftOut.GetValueOrDefault(outcome) - (outcome == Outcome.Doubtful ? Decided : 0));
        yield return (nameof(Decided), Decided);
        yield return (nameof(LeftOut), LeftOut.Values.Sum());
    }

    private async Task<Refusal?> MayNot(ImportRun run) =>
        Input.AllOrNothing && await db.ImportRows.AnyAsync(r => r.RunId == run.Id && (r.Outcome == Outcome.Refused || r.Outcome == Outcome.Doubtful && r.Choice == RowChoice.None)) ? ImportRefusals.NotAll : null;

    private async Task Choose(ImportRun run)
    {
        var choice = Input.Choose?.Split(':') is [var row, var chosen] && Id<ImportRow>.TryParse(row, null, out var about) && Enum.TryParse<RowChoice>(chosen, out var what) ? (about, what) : default;
        var asked = Input.Shown.Append(choice.about).ToList();
        foreach (var shown in await db.ImportRows.Where(r => r.RunId == run.Id && asked.Contains(r.Id)).ToListAsync())
        {
            if (shown.Id == choice.about)
                shown.Choose(choice.what);
            else
                shown.LeaveOut(!Input.Taken.Contains(shown.Id));
        }
    }

    private async Task Fill(ImportRun run)
    {
        (Run, Notice) = (run, RunNotice.From(run));
        Unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == run.UnitId);
        Units = await db.Units.Where(u => u.Path.StartsWith(Unit.Path)).ToDictionaryAsync(u => u.Id, u => u.Name);
        Words = new RowWords(texts, time, Units, me.Can(Permission.SeeProtected, Unit.Path));
        if (run.IsWorking)
            Progress = await board.Of(db, run.Id.Value);
        else
            Rows = (await Shown(run)).Select(r => (r, r.Read())).ToLookup(r => r.r.Outcome);
        DoubtLeft = run.State is RunState.Waiting or RunState.Applied ? await db.ImportRows.CountAsync(r => r.RunId == run.Id && r.Outcome == Outcome.Doubtful && r.Choice == RowChoice.None) : 0;
        LeftOut = await db.ImportRows.Where(r => r.RunId == run.Id && r.IsLeftOut).GroupBy(r => r.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Candidates = await HttpContext.RequestServices.GetRequiredService<Meaning>().Candidates(Rows[Outcome.Doubtful].Select(r => r.Content));
    }

    private async Task<List<ImportRow>> Shown(ImportRun run)
    {
        var all = db.ImportRows.AsNoTracking().Where(r => r.RunId == run.Id);
        if (Only is { } only)
        {
            Pages = new Paging(Math.Max(1, At), Notice.Of(only), Many, Request);
            return await all.Where(r => r.Outcome == only).OrderBy(r => r.Line).ThenBy(r => r.Id).Skip((Pages.Page - 1) * Many).Take(Many).ToListAsync();
        }
        var first = Sections.Where(s => s.Outcome != Outcome.Unchanged).Select(s => all.Where(r => r.Outcome == s.Outcome).OrderBy(r => r.Line).ThenBy(r => r.Id).Take(Few));
        return [.. (await first.Aggregate((one, other) => one.Concat(other)).ToListAsync()).OrderBy(r => r.Line)];
    }

    // the columns as they were, so that it can be mended and brought in by itself
    private byte[] Csv(IEnumerable<ImportRow> refused)
    {
        var rows = refused.Select(r => (r.Line, Content: r.Read())).ToList();
        var unnamed = Math.Max(0, rows.Select(r => r.Content.Cells.Count).DefaultIfEmpty().Max() - Notice.Headings.Count);
        using var file = new MemoryStream();
        using (var csv = new CsvWriter(file, [texts["Import.Line"], texts["Import.WhyNot"], .. Notice.Headings, .. Enumerable.Repeat("", unnamed)]))
        {
            foreach (var (line, content) in rows)
                csv.Row([Verksam.Formats.Tables.TableCell.Of(line), Words.Faults(content), .. content.Cells.Select(c => (Verksam.Formats.Tables.TableCell)c)]);
        }
        return file.ToArray();
    }

    internal sealed record Saying(OurTime Time, Texts Texts);

    internal sealed class Form
    {
        /// <summary>Rows that stood on the page with a box to tick.</summary>
        public List<Id<ImportRow>> Shown { get; set; } = [];

        public List<Id<ImportRow>> Taken { get; set; } = [];

        /// <summary>"row:choice" of a doubtful one.</summary>
        public string? Choose { get; set; }

        /// <summary>Alarms that somebody has looked at and says yes to.</summary>
        public List<string> Yes { get; set; } = [];

        public bool AllOrNothing { get; set; }
    }
}
