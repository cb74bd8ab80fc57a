using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.People.Segments;

/// <summary>A sentence that chooses people, put together step by step. The address is the sentence; each press is a step that leads to the next address.</summary>
[Requires(Permission.SeePeople)]
internal sealed class BuilderPage(AppDb db, CurrentUser me, SegmentPeople people, SegmentKinds kinds, Texts texts) : PageModel
{
    /// <summary>The question: see <see cref="SegmentText"/>.</summary>
    [BindProperty(Name = "urval", SupportsGet = true)]
    public string? Asked { get; set; }

    /// <summary>The saved segment that is changed; null for a new one.</summary>
    [BindProperty(Name = "andra", SupportsGet = true)]
    public Guid? Changed { get; set; }

    /// <summary>The people are shown, not only how many they are.</summary>
    [BindProperty(Name = "visa", SupportsGet = true)]
    public bool Shows { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    [BindProperty]
    public Form Input { get; set; } = new();

    public TermGroup Question { get; private set; } = TermGroup.Everybody;
    public Segment? Segment { get; private set; }
    public Tally? Tally { get; private set; }
    public Wording Wording { get; private set; } = null!;
    public SegmentKinds Kinds => kinds;
    public SegmentRows? Rows { get; private set; }
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public string Sentence => new SegmentSentence(kinds, Wording).Of(Question);
    public bool MayAdd => Question.Leaves.Count() < TermGroup.MostConditions;
    /// <summary>Those of an address that were not understood.</summary>
    public IEnumerable<string> NotRead => Question.Leaves.Select(l => l is Unread u ? u.Text : l is Condition c && kinds.Of(c.Key) is null ? c.Key : null).OfType<string>();

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        if (!await Find())
            return NotFound();
        Input = new() { Name = Segment?.Name ?? "", Unit = Segment?.UnitId ?? new Id<Unit>(Guid.Parse(Units[0].Value)), Revision = Segment?.Revision ?? 0 };
        if (Shows)
            await Show();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Find())
            return NotFound();
        var (question, place) = new BuildingSteps(Request.Form, kinds, Wording).Apply(Question);
        if (!SegmentText.Fits(question))
            (question, TempData[Notices.Key]) = (Question, texts[SegmentRefusals.TooLong]);
        return Redirect(Address(question, Request.Form[BuildingSteps.Button] == "visa") + "#" + place);
    }

    public async Task<IActionResult> OnPostSave()
    {
        if (!await Find() || Units.All(u => u.Value != Input.Unit.ToString()))
            return NotFound();
        (Question, _) = new BuildingSteps(Request.Form, kinds, Wording).Apply(Question);
        var refusal = await people.Refuses(Question, Segment?.Id) ?? Put();
        if (ModelState.Refuses(refusal, texts, refusal == SegmentRefusals.NameMissing ? "Input.Name" : ""))
            return await Again();
        await db.SaveChangesAsync();
        TempData.Say(texts["Segments.Saved", Segment!.Name], Changed is null ? $"/urval/{Segment.Id}?handler=Remove" : null);
        return Redirect($"/urval/{Segment.Id}");
    }

    /// <summary>Where the same stands with another question.</summary>
    public string Address(TermGroup question, bool shows) =>
        $"/urval/nytt?urval={SegmentText.InAddress(question)}{(Changed is { } id ? $"&andra={id}" : "")}{(shows ? "&visa=true" : "")}";

    private Refusal? Put()
    {
        if (Segment is not null)
        {
            db.Expect(Segment, Input.Revision);
            return Segment.Say(Input.Name, Question);
        }
        Segment = new Segment(Input.Unit, new Id<Person>(me.PersonId), "", Question);
        db.Segments.Add(Segment);
        return Segment.Say(Input.Name, Question);
    }

    private async Task<PageResult> Again()
    {
        if (Changed is null)
            Segment = null;
        Asked = SegmentText.Write(Question);
        Tally = await people.Count(Question);
        return Page();
    }

    private async Task<bool> Find()
    {
        if (Changed is { } id && new Id<Segment>(id) is var changed)
            Segment = await db.Segments.VisibleTo(me, db).EditableBy(me, db).SingleOrDefaultAsync(s => s.Id == changed);
        if (Changed is not null && Segment is null)
            return false;
        Question = Asked is null && Segment is not null ? Segment.Question : SegmentText.Read(Asked);
        Units = await db.Units.Within(me.Where(Permission.SeePeople)).OrderBy(u => u.Path.Length).ThenBy(u => EF.Functions.Collate(u.Name, db.SwedishOrder))
            .Select(u => new SelectListItem(u.Name, u.Id.Value.ToString())).ToListAsync();
        Wording = await people.Wording();
        if (HttpMethods.IsGet(Request.Method))
            Tally = await people.Count(Question);
        return true;
    }

    private async Task Show()
    {
        Rows = await SegmentRows.Read(db, await people.Of(Question), Wording.Time.Today, Sheet, Request);
        db.Note(AuditKind.Read, nameof(Segment), Segment?.Id.Value ?? Guid.Parse(Units[0].Value));
        await db.SaveChangesAsync();
    }

    internal sealed class Form
    {
        public string? Name { get; set; }

        public Id<Unit> Unit { get; set; }

        public int Revision { get; set; }
    }
}
