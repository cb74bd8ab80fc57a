using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.People.Segments;

/// <summary>A saved segment: its sentence, and those it has today as far as the one who asks may see them. That they were read is noted.</summary>
[Requires(Permission.SeePeople)]
internal sealed class SegmentPage(AppDb db, CurrentUser me, SegmentPeople people, SegmentPage.Parts parts, Texts texts) : PageModel
{
    [BindProperty(Name = "sida", SupportsGet = true)]
    public int Sheet { get; set; } = 1;

    [BindProperty]
    public Form Input { get; set; } = new();

    public Segment Segment { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public string Sentence { get; private set; } = "";
    public SegmentRows Rows { get; private set; } = null!;
    public bool MayEdit { get; private set; }
    public IReadOnlyList<string> Uses { get; private set; } = [];

    /// <summary>The same question, to build on.</summary>
    public string Question => SegmentText.InAddress(Segment.Question);

    public async Task<IActionResult> OnGet(Id<Segment> id)
    {
        ModelState.Clear();
        if (!await Find(id))
            return NotFound();
        await Fill();
        Input.Name = Segment.Name;
        db.NoteReading(id);
        await db.SaveChangesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRename(Id<Segment> id)
    {
        if (!await Find(id) || !MayEdit)
            return NotFound();
        if (ModelState.Refuses(Segment.Rename(Input.Name), texts, "Input.Name"))
        {
            await Fill();
            db.NoteReading(id);
            await db.SaveChangesAsync();
            return Page();
        }
        await db.SaveChangesAsync();
        TempData.Say(texts["Segments.Renamed", Segment.Name]);
        return Redirect($"/urval/{id}");
    }

    public async Task<IActionResult> OnPostRemove(Id<Segment> id)
    {
        if (!await Find(id) || !MayEdit)
            return NotFound();
        if (Segment.Remove(parts.Time.Today, await UsesOf(id)) is { } refusal)
        {
            TempData.Say(texts[refusal]);
            return Redirect($"/urval/{id}");
        }
        await db.SaveChangesAsync();
        TempData.Say(texts["Segments.Removed", Segment.Name], $"/urval/{id}?handler=TakeBack");
        return Redirect("/urval");
    }

    public async Task<IActionResult> OnPostTakeBack(Id<Segment> id)
    {
        if (await db.Segments.EditableBy(me, db).SingleOrDefaultAsync(s => s.Id == id) is not { } removed)
            return NotFound();
        removed.TakeBack();
        await db.SaveChangesAsync();
        TempData.Say(texts["Segments.Back", removed.Name]);
        return Redirect($"/urval/{id}");
    }

    private async Task<bool> Find(Id<Segment> id)
    {
        if (await db.Segments.VisibleTo(me, db).SingleOrDefaultAsync(s => s.Id == id) is not { } segment)
            return false;
        Segment = segment;
        MayEdit = await db.Segments.EditableBy(me, db).AnyAsync(s => s.Id == id);
        return true;
    }

    private async Task Fill()
    {
        Unit = await db.Units.Where(u => u.Id == Segment.UnitId).Select(u => u.Name).SingleAsync();
        Sentence = new SegmentSentence(parts.Kinds, await people.Wording()).Of(Segment.Question);
        Rows = await SegmentRows.Read(db, await people.Of(Segment.Question), parts.Time.Today, Sheet, Request);
        Uses = MayEdit ? await UsesOf(Segment.Id) : [];
    }

    private async Task<IReadOnlyList<string>> UsesOf(Id<Segment> id)
    {
        List<string> uses = [];
        foreach (var socket in parts.Uses)
            uses.AddRange(await socket.Of(id));
        return uses;
    }

    internal sealed class Form
    {
        public string? Name { get; set; }
    }

    /// <summary>What can be asked, who rests on it, and the day.</summary>
    internal sealed class Parts(SegmentKinds kinds, IEnumerable<ISegmentUse> uses, OurTime time)
    {
        public SegmentKinds Kinds => kinds;
        public IEnumerable<ISegmentUse> Uses => uses;
        public OurTime Time => time;
    }
}
