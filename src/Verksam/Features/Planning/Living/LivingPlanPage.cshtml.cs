using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Living;

/// <summary>The plan as it is written, with its work in the margin.</summary>
[Requires(Permission.SeePlan)]
internal sealed class LivingPlanPage(CurrentUser me, PlanPlaces places, PlanSheets sheets, Wording wording, OurTime time) : PageModel
{
    private PlanSheet _sheet = null!;

    public Plan Plan => _sheet.Plan;
    public PlanVersion Version => _sheet.Version;
    public string? Title => _sheet.Title;
    public Paper<Row> Paper { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Wording Wording { get; } = wording;
    public string Here { get; private set; } = "";
    public bool CanEdit { get; private set; }
    public string Filter { get; private set; } = "alla";

    public bool IsProposal => Version.State == VersionState.Proposal;

    /// <summary>Only its words, without its life: a proposal, or what has been replaced.</summary>
    public bool IsPlain => Version.State != VersionState.Adopted;

    /// <summary>The last months of its year, or later: one thinks of the next.</summary>
    public bool IsEnding => !IsPlain && time.Today >= new DateOnly(Plan.Year, 9, 1);

    /// <summary>Another version of the same plan has been asked for.</summary>
    public bool IsAskedFor { get; private set; }

    /// <summary>All that the page differs by, beside the day and the language.</summary>
    public object Key => (Version.Id, IsAskedFor, Here, Filter, CanEdit, _sheet.IsCarriedBy(Me) ? me.PersonId : Guid.Empty);

    private Id<Person> Me => new(me.PersonId);

    public int Count(Status status) => Rows.Count(r => r.Status == status);

    public bool Passes(Row row) => Filter switch
    {
        "mina" => row.IsMine,
        "sena" => row.Status == Status.Late,
        "utan" => row.Owner is null && row.Status != Status.Dropped,
        _ => true,
    };

    public async Task<IActionResult> OnGet(int year, string? unit, string? visa, int? version)
    {
        if (await places.Seen(unit, year, me, version) is not { } seen)
            return NotFound();
        _sheet = await sheets.Of(seen);
        IsAskedFor = version is not null;
        Here = PlanPlaces.Of(unit, year);
        CanEdit = me.Can(Permission.EditPlan, _sheet.Unit.Path);
        Filter = visa is "mina" or "sena" or "utan" ? visa : "alla";
        return Page();
    }

    /// <summary>Only when the page is not already written.</summary>
    public Task<LivingPlanPage> Lay()
    {
        var rows = _sheet.Rows.Select(c => (Row: new Row(c, Me), Ranges: c.Commitment.RangesIn(Version.Id)));
        Paper = Living.Paper.Lay(Version.Document, rows);
        var carriesSome = _sheet.Rows.Any(r => r.Commitment.Number is not null);
        foreach (var chapter in Paper.Chapters)
        {
            foreach (var (row, running) in chapter.Marks.Select((m, i) => (m, i + 1)))
                row.Number ??= carriesSome ? $"{chapter.Number}.ny{running}" : $"{chapter.Number}.{running}"; // a proposal's numbers are not given yet
        }
        Rows = [.. Paper.Chapters.SelectMany(c => c.Marks)];
        return Task.FromResult(this);
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
