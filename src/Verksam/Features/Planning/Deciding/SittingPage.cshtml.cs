using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Replanning;
using Verksam.Formats.Docx;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Deciding;

/// <summary>One meeting's item about the plan: what deviates, what is proposed, and, when it has met, what it decided. What it approves is carried out.</summary>
[Requires(Permission.EditPlan)]
internal sealed class SittingPage(AppDb db, CurrentUser me, SittingPage.Parts parts, OurTime time, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Agenda Agenda { get; private set; } = null!;

    public IReadOnlyList<Candidates.Candidate> People { get; private set; } = [];

    /// <summary>The one whose form is open: it came back, or was asked for.</summary>
    public string? Open { get; private set; }

    public AgendaDocument Document => parts.Document;

    /// <summary>The day of the meeting has come: one can write down what it decides.</summary>
    public bool HasMet => Agenda.Sitting.On <= time.Today;

    private Id<Person> Self => new(me.PersonId);

    public async Task<IActionResult> OnGet(int year, string? unit, Id<Sitting> id, string? nr)
    {
        Open = nr;
        return await Find(unit, year, id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnGetDocument(int year, string? unit, Id<Sitting> id) =>
        await Find(unit, year, id)
            ? File(parts.Document.Write(Agenda), DocxWriter.ContentType, $"dagordning-{Agenda.Sitting.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.docx") : NotFound();

    /// <param name="nr">Of which commitment.</param>
    public async Task<IActionResult> OnPost(int year, string? unit, Id<Sitting> id, string nr)
    {
        Open = nr;
        if (!await Find(unit, year, id) || Agenda.Items.FirstOrDefault(i => i.Number == nr) is not { } item)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var matters = Proposed(item.Row.Commitment).ToList();
        if (ModelState.Refuses(Check(item, matters), texts))
            return Page();
        db.Matters.AddRange(matters);
        await db.SaveChangesAsync();
        return Redirect(Agenda.Url + "#forslag");
    }

    public async Task<IActionResult> OnPostRemove(int year, string? unit, Id<Sitting> id, Id<Matter> matter)
    {
        if (!await Find(unit, year, id) || Agenda.Proposals.FirstOrDefault(p => p.Matter.Matter.Id == matter).Matter is not { Matter.State: MatterState.Waiting } found)
            return NotFound();
        db.Matters.Remove(found.Matter);
        await db.SaveChangesAsync();
        TempData.Say(texts["Planning.Matter.Removed"]);
        return Redirect(Agenda.Url);
    }

    public async Task<IActionResult> OnPostDecide(int year, string? unit, Id<Sitting> id)
    {
        if (!await Find(unit, year, id))
            return NotFound();
        var ruled = Agenda.Proposals.Select(p => p.Matter.Matter).Where(m => m.State == MatterState.Waiting).Select(m => (Matter: m, State: Ruled(m))).Where(r => r.State != MatterState.Waiting).ToList();
        if (ModelState.Refuses(!HasMet ? PlanningRefusals.NotMetYet : ruled.Count == 0 ? PlanningRefusals.NothingProposed : null, texts))
            return Page();
        if (await Decide(ruled) is { } refusal)
        {
            ModelState.Refuses(refusal, texts);
            return await OnGet(year, unit, id, null);
        }
        await db.SaveChangesAsync();
        TempData.Say(texts.Capital(texts.Count("Planning.Matter.Decided", ruled.Count)));
        return Redirect(Agenda.Url);
    }

    // all of a meeting's decisions are carried out, or none
    private async Task<Refusal?> Decide(List<(Matter Matter, MatterState State)> ruled)
    {
        foreach (var (matter, state) in ruled)
        {
            var commitment = await db.Commitments.SingleAsync(c => c.Id == matter.CommitmentId);
            Replan? replan = null;
            var refusal = state == MatterState.Approved && matter.OwnerId is { } owner && !await parts.Handing.MayCarry(Agenda.Unit, owner)
                ? PlanningRefusals.OwnerIsGone : matter.Decide(commitment, Agenda.Sitting, state, Input.Minutes, Self, time.Now, out replan);
            if (refusal is not null)
            {
                // none is carried out: those ruled on before this one are again as they are kept
                db.ChangeTracker.Clear();
                return refusal;
            }
            if (replan is not null)
                db.Replans.Add(replan);
        }
        return null;
    }

    /// <summary>What was ticked for it in the form that came.</summary>
    public MatterState Ruled(Matter matter) =>
        Request.HasFormContentType && Enum.TryParse<MatterState>(Request.Form[$"beslut.{matter.Id}"], out var state) && Enum.IsDefined(state) ? state : MatterState.Waiting;

    private IEnumerable<Matter> Proposed(Commitment commitment)
    {
        if (Input.Drop)
            yield return Matter.Drop(Agenda.Sitting, commitment, Input.Reason, Self, time.Now);
        if (Input.Day is { } day)
            yield return Matter.NewDay(Agenda.Sitting, commitment, day, Input.Reason, Self, time.Now);
        if (Id<Person>.TryParse(Input.Owner, null, out var owner))
            yield return Matter.NewOwner(Agenda.Sitting, commitment, owner, Input.Reason, Self, time.Now);
    }

    private Refusal? Check(Agenda.Item item, List<Matter> matters) =>
        matters.Count == 0 ? PlanningRefusals.NothingProposed
        : matters.Any(m => m.Day <= Agenda.Sitting.On) ? PlanningRefusals.DayHasBeen
        : matters.Any(m => m.OwnerId is { } owner && People.All(p => p.Id != owner)) ? PlanningRefusals.OwnerIsGone
        : matters.Count > 1 && Input.Drop ? PlanningRefusals.AlreadyProposed
        : item.Matters.Any(was => was.Matter.Kind == MatterKind.Drop || matters.Exists(m => m.Kind == MatterKind.Drop || m.Kind == was.Matter.Kind)) ? PlanningRefusals.AlreadyProposed
        : null;

    private async Task<bool> Find(string? unit, int year, Id<Sitting> id)
    {
        if (await parts.Agendas.Find(unit, year, id) is not { } agenda)
            return false;
        Agenda = agenda;
        People = await parts.Handing.To(agenda.Unit);
        return true;
    }

    /// <summary>A proposal, or where the minutes have the decisions.</summary>
    internal sealed class Form
    {
        [Day]
        public DateOnly? Day { get; set; }

        public string? Owner { get; set; }

        public bool Drop { get; set; }

        [StringLength(Matter.LongestReason)]
        public string? Reason { get; set; }

        [StringLength(Matter.LongestMinutes)]
        public string? Minutes { get; set; }
    }

    /// <summary>What is on it, how it is written, and to whom one can hand over.</summary>
    internal sealed class Parts(Agendas agendas, AgendaDocument document, Handing handing)
    {
        public Agendas Agendas => agendas;
        public AgendaDocument Document => document;
        public Handing Handing => handing;
    }
}
