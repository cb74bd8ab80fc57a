using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Review;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.PlanReading;
using Verksam.Ui;

namespace Verksam.Features.Planning.Amending;

/// <summary>Moves an amendment: first the passage is pointed out, then said what instead.</summary>
[Requires(Permission.SeePlan)]
internal sealed class AmendmentPage(AppDb db, CurrentUser me, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "start")]
    public int? Start { get; set; }

    [BindProperty(SupportsGet = true, Name = "length")]
    public int? Length { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public PlanVersion Version { get; private set; } = null!;

    /// <summary>The passage's words, or null until one is pointed out.</summary>
    public string? Words { get; private set; }

    /// <summary>Each sentence, point and heading that can be pointed out.</summary>
    public IReadOnlyList<(Block Block, IReadOnlyList<TextRange> Passages)> Passages { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<PlanVersion> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = new Form { From = me.Name, NewText = Words ?? "" };
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<PlanVersion> id)
    {
        if (!await Find(id) || Words is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var amendment = new Amendment(id, await Next(), new TextRange(Start!.Value, Length!.Value), new Id<Person>(me.PersonId), db.Clock.GetUtcNow());
        if (ModelState.Refuses(amendment.Move(Input.From, Input.Kind, Input.NewText, Input.Reason, Words), texts, "Input.NewText"))
            return Page();
        await Save(amendment);
        TempData.Say(texts["Planning.Amendments.Moved", amendment.Number]);
        return Redirect($"/planen/forslag/{id}/yrkanden#y{amendment.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private async Task<int> Next() => (await db.Amendments.Where(a => a.VersionId == Version.Id).MaxAsync(a => (int?)a.Number) ?? 0) + 1;

    // at a meeting many press at once: whoever meets another at a number takes the next
    private async Task Save(Amendment amendment)
    {
        db.Amendments.Add(amendment);
        for (var tries = 0; ; tries++)
        {
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException trouble) when (tries < 20 && Database.IsBefore(trouble))
            {
                db.ChangeTracker.Entries<AuditEntry>().ToList().ForEach(e => e.State = EntityState.Detached); // written anew with the new number
                amendment.Renumber(await Next());
            }
        }
    }

    private async Task<bool> Find(Id<PlanVersion> id)
    {
        if (await db.PlanVersions.VisibleTo(me, db).SingleOrDefaultAsync(v => v.Id == id && v.State == VersionState.Proposal) is not { } version)
            return false;
        Version = version;
        if (Start is { } start && Length is { } length)
        {
            var asked = new TextRange(start, length);
            var passage = Sentences.Trim(version.Text, asked);
            Words = passage.Length > 0 && passage == asked && version.Document.Blocks.Any(b => b.Range.Start <= start && asked.End <= b.Range.End) ? passage.In(version.Text) : null;
            return Words is not null;
        }
        Passages = Sentences.ByBlock(version.Document);
        return true;
    }

    internal sealed class Form
    {
        [Required, StringLength(Amendment.LongestFrom)]
        public string From { get; set; } = "";

        [EnumDataType(typeof(AmendmentKind))]
        public AmendmentKind Kind { get; set; }

        [StringLength(Amendment.LongestText)]
        public string? NewText { get; set; }

        [StringLength(Amendment.LongestReason)]
        public string? Reason { get; set; }
    }
}
