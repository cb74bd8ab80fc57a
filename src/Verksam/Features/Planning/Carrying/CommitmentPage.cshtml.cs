using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Measures;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>One commitment: its sentence, how it stands and why, and the one field where its owner says what happened.</summary>
[Requires(Permission.SeePlan)]
internal sealed class CommitmentPage(AppDb db, CurrentUser me, CommitmentPlaces places, CommitmentPage.Parts parts, Texts texts) : PageModel
{
    [BindProperty]
    public ReportForm Input { get; set; } = new();

    public CommitmentPlaces.Place Place { get; private set; } = null!;
    public IReadOnlyList<History.Line> Log { get; private set; } = [];

    public IReadOnlyList<LinkedThing> Linked { get; private set; } = [];

    /// <summary>What other rooms have that shows how it goes.</summary>
    public IReadOnlyList<Evidence> Shown { get; private set; } = [];

    /// <summary>The figure that counts it, month by month.</summary>
    public MeasurePanel? Panel { get; private set; }

    /// <summary>The rows behind the figure, when they are asked for.</summary>
    public IReadOnlyList<RowsBehind.Row>? Rows { get; private set; }

    /// <summary>What came of the one it carries on.</summary>
    public NextYear.Outcomes.Outcome? Before { get; private set; }

    public IReadOnlyList<Candidates.Candidate> Candidates { get; private set; } = [];

    public IReadOnlyList<IMeasure> Measures { get; private set; } = [];

    public CarriedRow Row => Place.Row;

    public Id<Person> Self => new(me.PersonId);

    public bool CanReport => Place.MayReport(me);

    /// <summary>The note is for those who carry it and those who edit the plan.</summary>
    public bool SeesNote => CanReport || CanEdit;

    public bool CanEdit => me.Can(Permission.EditPlan, Place.Unit.Path);

    /// <summary>There are units below to share it with.</summary>
    public bool CanShare { get; private set; }

    public async Task<IActionResult> OnGet(int year, string number, string? unit, string? rader)
    {
        if (await places.Find(unit, year, number, me) is not { } place)
            return NotFound();
        Place = place;
        Candidates = CanEdit ? await parts.Handing.To(place.Unit) : [];
        Measures = CanEdit ? await parts.Handing.MeasuresOf(place.Unit) : [];
        Log = await parts.History.Of(place);
        Before = await parts.Outcomes.Before(place.Row.Commitment);
        Linked = await db.LinkedThings.Where(t => t.CommitmentId == place.Row.Commitment.Id).OrderByDescending(t => t.Day ?? DateOnly.MaxValue).ThenByDescending(t => t.At).Take(50).ToListAsync();
        CanShare = CanEdit && place.Version.State == VersionState.Adopted && await db.Units.AnyAsync(u => u.ParentId == place.Unit.Id);
        Shown = await parts.Shown(place.Row.Commitment.Id);
        (Panel, Rows) = await parts.Behind(place, me, rader is not null);
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string number, string? unit)
    {
        if (await OnGet(year, number, unit, null) is not PageResult page || !CanReport)
            return NotFound();
        if (!ModelState.IsValid || await db.Commitments.SingleAsync(c => c.Id == Row.Commitment.Id) is not { } commitment)
            return page;
        var refusal = commitment.Report(Self, Input.Text, Input.Count, Input.Word, Row.Now?.Compared, parts.Time.Now, out var report);
        if (ModelState.Refuses(refusal, texts, "Input.Text"))
            return page;
        db.Reports.Add(report!);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Commitment.Reported"]);
        return Redirect(Place.Url);
    }

    /// <summary>What the page asks.</summary>
    internal sealed class Parts(OurTime time, Handing handing, Counting counting, NextYear.Outcomes outcomes, IServiceProvider rooms)
    {
        public NextYear.Outcomes Outcomes => outcomes;
        public OurTime Time => time;
        public Handing Handing => handing;
        public History History => rooms.GetRequiredService<History>();

        public async Task<IReadOnlyList<Evidence>> Shown(Id<Commitment> commitment)
        {
            var all = new List<Evidence>();
            foreach (var room in rooms.GetServices<IEvidence>())
                all.AddRange(await room.Of(commitment));
            return [.. all.OrderByDescending(e => e.Day)];
        }

        public Task<(MeasurePanel? Panel, IReadOnlyList<RowsBehind.Row>? Rows)> Behind(CommitmentPlaces.Place place, CurrentUser me, bool rows) =>
            place.Row.Commitment.MeasureCode is { } code ? counting.Of(code, place.Unit.Id, me, rows) : Task.FromResult<(MeasurePanel?, IReadOnlyList<RowsBehind.Row>?)>((null, null));
    }
}
