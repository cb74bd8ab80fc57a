using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Review;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Replanning;

/// <summary>Another day, measure or interpretation during the year, or not at all: with a reason and by whose decision.</summary>
[Requires(Permission.EditPlan)]
internal sealed class ReplanPage(AppDb db, CurrentUser me, ReplanPage.Parts parts, OurTime time, Texts texts) : PageModel
{
    private delegate Refusal? Act(Commitment commitment, Decision decision, Id<Person> by, out Replan? replan);

    [BindProperty]
    public ReadingForm Reading { get; set; } = new();

    [BindProperty]
    public Form Input { get; set; } = new();

    public CommitmentPlaces.Place Place { get; private set; } = null!;
    public Versus? Versus { get; private set; }
    public Wording Wording => parts.Wording;
    public Interpretation Now => Place.Row.Commitment.Reading;
    public bool IsDropped => Place.Row.Commitment.DroppedOn is not null;

    /// <summary>Which of the forms came back: its fields keep what was written.</summary>
    public string? Failing => !HttpMethods.IsPost(Request.Method) ? null : Request.Query["handler"].ToString() switch { "Drop" => "bort-", "Resume" => "upp-", _ => "om-" };

    /// <summary>Those who decided earlier, to choose again.</summary>
    public IReadOnlyList<string> Deciders { get; private set; } = [];

    public async Task<IActionResult> OnGet(int year, string number, string? unit)
    {
        if (!await Find(unit, year, number))
            return NotFound();
        (Reading, Input) = (ReadingForm.Of(Now), new Form { On = time.Today });
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string number, string? unit)
    {
        if (!await Find(unit, year, number))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var wrote = new TwoWrote(Request.Form);
        Reading.Settle(wrote, Now, parts.Label, (field, value) => parts.Say(field, value));
        if (wrote.Clash)
        {
            Versus = await parts.Meanwhile.Put(wrote, Place, "planera-om", Input.Sent());
            return Page();
        }
        return await Save(Change, "Planning.Replan.Saved");
    }

    public Task<IActionResult> OnPostDrop(int year, string number, string? unit) =>
        Decide(unit, year, number, (Commitment c, Decision d, Id<Person> by, out Replan? r) => c.DropFromPlan(d, by, time.Now, out r), "Planning.Replan.Dropped");

    public Task<IActionResult> OnPostResume(int year, string number, string? unit) =>
        Decide(unit, year, number, (Commitment c, Decision d, Id<Person> by, out Replan? r) => c.Resume(d, by, time.Now, out r), "Planning.Replan.Resumed");

    private Refusal? Change(Commitment commitment, Decision decision, Id<Person> by, out Replan? replan)
    {
        replan = null;
        var refusal = Reading.Read(commitment.Reading, Place.Plan.Year, out var reading);
        // the plan may say "när isen har lagt sig"; who plans anew means a day
        if (reading is { DueWords: { } words, DueTo: null, DueEvery: null } && words != commitment.Reading.DueWords)
            refusal ??= PlanningRefusals.DueNotRead with { Facts = [words] };
        return refusal ?? commitment.Change(reading, decision, by, time.Now, out replan);
    }

    private async Task<IActionResult> Decide(string? unit, int year, string number, Act act, string done)
    {
        if (!await Find(unit, year, number))
            return NotFound();
        foreach (var field in ModelState.Keys.Where(k => k.StartsWith("Reading.", StringComparison.Ordinal)))
            ModelState.Remove(field); // those fields belong to the other form
        Reading = ReadingForm.Of(Now);
        return ModelState.IsValid ? await Save(act, done) : Page();
    }

    private async Task<IActionResult> Save(Act act, string done)
    {
        if (ModelState.Refuses(Input.On > time.Today ? PlanningRefusals.MeetingInTheFuture : Input.On.Year < Place.Plan.Year - 1 ? PlanningRefusals.DecidedBeforeTheYear : null, texts, "Input.On"))
            return Page();
        var commitment = await db.Commitments.SingleAsync(c => c.Id == Place.Row.Commitment.Id);
        if (ModelState.Refuses(act(commitment, Input.Decision, new Id<Person>(me.PersonId), out var replan), texts))
            return Page();
        db.Replans.Add(replan!);
        await db.SaveChangesAsync();
        TempData.Say(texts[done]);
        return Redirect(Place.Url);
    }

    private async Task<bool> Find(string? unit, int year, string number)
    {
        if (await parts.Places.Find(unit, year, number, me) is not { } place || place.Version.State != VersionState.Adopted || !me.Can(Permission.EditPlan, place.Unit.Path))
            return false;
        Place = place;
        Deciders = await db.Replans.Where(r => db.Commitments.Any(c => c.Id == r.CommitmentId && c.PlanId == place.Plan.Id))
            .Select(r => r.DecidedBy).Distinct().OrderBy(d => d).Take(20).ToListAsync();
        return true;
    }

    internal sealed class Form
    {
        [Required, StringLength(Replan.LongestReason)]
        public string Reason { get; set; } = "";

        [Required, StringLength(Replan.LongestDecision)]
        public string By { get; set; } = "";

        public DateOnly On { get; set; }

        public Decision Decision => new(Reason, By, On);

        /// <summary>As the form sends it.</summary>
        public IReadOnlyDictionary<string, string?> Sent() => new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Input.Reason"] = Reason,
            ["Input.By"] = By,
            ["Input.On"] = On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Where it stands, who was before, and how fields are said.</summary>
    internal sealed class Parts(CommitmentPlaces places, Meanwhile meanwhile, Wording wording, Texts texts)
    {
        public CommitmentPlaces Places => places;
        public Meanwhile Meanwhile => meanwhile;
        public Wording Wording => wording;

        public string Label(string field) => texts[$"Planning.Field.{field}"];

        public string Say(string field, string? value) => value is null ? texts["Planning.NotSaid"] : field switch
        {
            nameof(ReadingForm.Kind) => texts[$"Planning.Kind.{value}"],
            nameof(ReadingForm.Modality) => texts[$"Planning.Modality.{value}"],
            nameof(ReadingForm.Measure) => texts[$"Planning.Measure.Choice.{value}"],
            _ => value,
        };
    }
}
