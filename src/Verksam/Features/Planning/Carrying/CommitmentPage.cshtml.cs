using System.ComponentModel.DataAnnotations;
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
    public Form Input { get; set; } = new();

    public CommitmentPlaces.Place Place { get; private set; } = null!;
    public IReadOnlyList<History.Line> Log { get; private set; } = [];

    public IReadOnlyList<Candidates.Candidate> Candidates { get; private set; } = [];

    public IReadOnlyList<IMeasure> Measures { get; private set; } = [];

    public CarriedRow Row => Place.Row;

    public Id<Person> Self => new(me.PersonId);

    public bool CanReport => me.Can(Permission.Report, Place.Unit.Path) || Row.Commitment.IsCarriedBy(Self);

    public bool CanEdit => me.Can(Permission.EditPlan, Place.Unit.Path);

    public bool CountsByHand => Row.Commitment.MeasureCode is null && Row.Commitment.Reading.MeasureDirection is not null;

    public async Task<IActionResult> OnGet(int year, string number, string? unit)
    {
        if (await places.Find(unit, year, number, me) is not { } place)
            return NotFound();
        Place = place;
        Candidates = CanEdit ? await parts.Handing.To(place.Unit) : [];
        Measures = CanEdit ? await parts.Handing.MeasuresOf(place.Unit) : [];
        Log = await History.Of(db, place.Row.Commitment.Id, place.Version, texts, parts.Time);
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string number, string? unit)
    {
        if (await OnGet(year, number, unit) is not PageResult page || !CanReport)
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

    internal sealed class Parts(OurTime time, Handing handing)
    {
        public OurTime Time => time;
        public Handing Handing => handing;
    }

    internal sealed class Form
    {
        [StringLength(Report.LongestText)]
        public string? Text { get; set; }

        [Range(0, 10_000_000)]
        public decimal? Count { get; set; }

        public Status? Word { get; set; }
    }
}
