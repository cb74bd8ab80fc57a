using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Living;

/// <summary>The plan as it is written, with its work in the margin.</summary>
[Requires(Permission.SeePlan)]
internal sealed class LivingPlanPage(AppDb db, CurrentUser me, PlanPlaces places, Wording wording) : PageModel
{
    public Plan Plan { get; private set; } = null!;
    public PlanVersion Version { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;
    public Paper<Row> Paper { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Wording Wording { get; } = wording;
    public string Here { get; private set; } = "";
    public bool CanEdit { get; private set; }
    public string Filter { get; private set; } = "alla";

    public bool IsProposal => Version.State == VersionState.Proposal;

    public int Count(Status status) => Rows.Count(r => r.Status == status);

    public bool Passes(Row row) => Filter switch
    {
        "mina" => row.IsMine,
        "sena" => row.Status == Status.Late,
        "utan" => row.Owner is null,
        _ => true,
    };

    public async Task<IActionResult> OnGet(int year, string? unit, string? visa)
    {
        if (await places.Find(unit, year, me) is not var (plan, version))
            return NotFound();
        (Plan, Version) = (plan, version);
        Unit = await db.Units.SingleAsync(u => u.Id == plan.UnitId);
        Here = PlanPlaces.Of(unit, year);
        CanEdit = me.Can(Permission.EditPlan, Unit.Path);
        Filter = visa is "mina" or "sena" or "utan" ? visa : "alla";
        await Lay();
        return Page();
    }

    private async Task Lay()
    {
        var found = await db.Commitments.AsNoTracking().Include(c => c.Passages.Where(p => p.VersionId == Version.Id))
            .Where(c => c.Review == ReviewState.Accepted && c.Passages.Any(p => p.VersionId == Version.Id)).ToListAsync();
        var rows = found.Select(c => (Row: new Row(c), Ranges: c.RangesIn(Version.Id))).ToList();
        Paper = Living.Paper.Lay(Version.Document, rows);
        foreach (var chapter in Paper.Chapters)
        {
            foreach (var (row, running) in chapter.Marks.Select((m, i) => (m, i + 1)))
                row.Number ??= $"{chapter.Number}.{running}"; // a proposal's numbers are not given yet
        }
        Rows = [.. Paper.Chapters.SelectMany(c => c.Marks)];
    }

    internal sealed class Row(Commitment commitment)
    {
        public Id<Commitment> Id { get; } = commitment.Id;
        public Interpretation Reading { get; } = commitment.Reading;
        public string? Number { get; set; } = commitment.Number;
        public string? Owner { get; init; }
        public bool IsMine { get; init; }
        public Status Status { get; init; } = Status.NotStarted;

        /// <summary>"2-8", for anchors.</summary>
        public string Anchor => Number!.Replace('.', '-');
    }
}
