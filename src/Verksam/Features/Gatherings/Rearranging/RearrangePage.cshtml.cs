using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>One act that changes one gathering, a series or everything in a time and a part: what, why, who is told, and then it is done.</summary>
[Requires(Permission.Arrange)]
internal sealed class RearrangePage(AppDb db, CurrentUser me, Previewing previewing, RearrangePage.Parts parts, Texts texts) : PageModel
{
    /// <summary>What may be done with many.</summary>
    public static readonly RearrangeKind[] Kinds = [RearrangeKind.Move, RearrangeKind.Place, RearrangeKind.Digital, RearrangeKind.Hybrid, RearrangeKind.Cancel];

    [BindProperty]
    public RearrangeForm Input { get; set; } = new();

    public Offered Offered { get; private set; } = null!;

    /// <summary>The single one that it is about.</summary>
    public Gathering? Only { get; private set; }

    /// <summary>Null until it has been asked for.</summary>
    public Preview? Preview { get; private set; }

    public GatheringWords Words => parts.Words;

    /// <param name="en">A single one.</param>
    /// <param name="serie">A series.</param>
    /// <param name="gor">What is to be done.</param>
    public async Task<IActionResult> OnGet(Id<Gathering>? en, Id<GatheringSeries>? serie, RearrangeKind? gor)
    {
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        Input = new RearrangeForm { One = en, Series = serie, Do = gor is { } kind && Kinds.Contains(kind) ? kind : RearrangeKind.Move, First = Kernel.Time.OurTime.DayOf(db.Clock.GetUtcNow()) };
        return await Find() ? Page() : NotFound();
    }

    /// <summary>What would happen, and who would be told.</summary>
    public async Task<IActionResult> OnPostShow()
    {
        if (!await Find())
            return NotFound();
        if (ModelState.IsValid && Read() is { } asked)
            await Show(asked);
        return Page();
    }

    /// <summary>Asks for it to be done with those that were shown and are chosen.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (!await Find())
            return NotFound();
        if (await Earlier() is { } twice)
            return twice;
        if (!ModelState.IsValid || Read() is not { } asked || !await Ask(asked))
            return Page();
        return await Keep(asked);
    }

    private async Task<IActionResult> Keep(Rearrangement asked)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException before) when (Database.IsBefore(before))
        {
            return await Earlier() ?? NotFound();
        }
        parts.Desk.Ring();
        return Redirect($"/aktiviteter/omplaneringar/{asked.Id}");
    }

    // the same form, sent twice
    private async Task<IActionResult?> Earlier()
    {
        var earlier = await db.Rearrangements.Where(r => r.Asked == Input.Asked).Select(r => new { r.Id, r.ById }).SingleOrDefaultAsync();
        return earlier is null ? null : earlier.ById == new Id<Person>(me.PersonId) ? Redirect($"/aktiviteter/omplaneringar/{earlier.Id}") : NotFound();
    }

    private async Task<bool> Ask(Rearrangement asked)
    {
        var chosen = Input.Chosen.Select(c => c.Split(' ')).Where(c => c.Length == 2 && Guid.TryParse(c[0], out _)).DistinctBy(c => c[0]).ToDictionary(c => new Id<Gathering>(Guid.Parse(c[0])), c => c[1]);
        var shown = (await previewing.Meant(Input, asked.At)).Where(g => chosen.ContainsKey(g.Id)).ToList();
        if (shown.Exists(g => g.Revision.ToString(CultureInfo.InvariantCulture) != chosen[g.Id]))
            ModelState.AddModelError("", texts["Rearranging.Meanwhile"]);
        if (ModelState.Refuses(shown.Count == 0 ? RearrangingRefusals.NoneChosen : null, texts) || !ModelState.IsValid)
        {
            await Show(asked);
            return false;
        }
        parts.Desk.Ask(asked, shown);
        return true;
    }

    private Rearrangement? Read()
    {
        if (Input.Asked == Guid.Empty)
            Input.Asked = Guid.CreateVersion7(db.Clock.GetUtcNow());
        var (asked, no, field) = Input.Read(Only, new Id<Person>(me.PersonId), db.Clock.GetUtcNow());
        return ModelState.Refuses(no, texts, field) ? null : asked;
    }

    private async Task Show(Rearrangement asked)
    {
        Preview = await previewing.Of(asked, await previewing.Meant(Input, asked.At), asked.At);
        // a name and a number are read by whoever is shown them
        foreach (var person in Preview.Named.Concat(Preview.ToCall).Select(t => t.Id).OfType<Id<Person>>())
            db.NoteReading(person);
        await db.SaveChangesAsync();
        ModelState.Remove("Input.Asked");
    }

    private async Task<bool> Find()
    {
        var now = db.Clock.GetUtcNow();
        Only = Input.One is { } one ? await previewing.Open(now).SingleOrDefaultAsync(g => g.Id == one) : null;
        Offered = await parts.Choices.For(Only);
        return Offered.Units.Count > 0 && Kinds.Contains(Input.Do) && (Input.One is null || Only is not null)
            && (Input.Series is not { } series || await db.GatheringSeries.EditableBy(me, db).AnyAsync(s => s.Id == series))
            && Offers(Offered.Venues.Select(v => v.Value), Input.Venue?.ToString()) && (Input.Unit is not { } unit || Offered.Units.Any(u => u.Id == unit));
    }

    private static bool Offers(IEnumerable<string> offered, string? chosen) => offered.Contains(chosen ?? "", StringComparer.Ordinal);

    internal sealed record Parts(GatheringChoices Choices, GatheringWords Words, RearrangeDesk Desk);
}
