using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Living;

/// <summary>The plan as it is written, with its work in the margin.</summary>
[Requires(Permission.SeePlan)]
internal sealed class LivingPlanPage(AppDb db, CurrentUser me, PlanPlaces places, Carried carried, Wording wording) : PageModel
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
        Lay(await carried.Of(plan, version));
        return Page();
    }

    private void Lay(IReadOnlyList<CarriedRow> found)
    {
        var rows = found.Select(c => (Row: new Row(c, new Id<Person>(me.PersonId)), Ranges: c.Commitment.RangesIn(Version.Id)));
        Paper = Living.Paper.Lay(Version.Document, rows);
        foreach (var chapter in Paper.Chapters)
        {
            foreach (var (row, running) in chapter.Marks.Select((m, i) => (m, i + 1)))
                row.Number ??= $"{chapter.Number}.{running}"; // a proposal's numbers are not given yet
        }
        Rows = [.. Paper.Chapters.SelectMany(c => c.Marks)];
    }

    internal sealed class Row(CarriedRow carried, Id<Person> me)
    {
        public CarriedRow Carried { get; } = carried;
        public Interpretation Reading => Carried.Commitment.Reading;
        public string? Number { get; set; } = carried.Commitment.Number;
        public string? Owner => Carried.Owner;
        public bool IsMine { get; } = carried.Commitment.IsCarriedBy(me);
        public Status Status => Carried.Status;

        /// <summary>"2-8", for anchors.</summary>
        public string Anchor => Number!.Replace('.', '-');
    }
}
