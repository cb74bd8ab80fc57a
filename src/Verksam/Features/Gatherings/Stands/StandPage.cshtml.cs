using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>Out there, in the phone: a tap for each conversation, leaflet and topic, and what to say. For those who stand there or arrange it.</summary>
[Requires(Permission.SeePlan)]
internal sealed class StandPage(AppDb db, CurrentUser me, Tally tally, GatheringWords words, Texts texts) : PageModel
{
    [BindProperty]
    public Tap Tap { get; set; } = new();

    /// <summary>The tap that was made last, by the form: to take back.</summary>
    [BindProperty(Name = "senast", SupportsGet = true)]
    public Guid? Last { get; set; }

    public Gathering Gathering { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public Venue? Venue { get; private set; }
    public StandShown Shown { get; private set; } = null!;
    public bool MayEdit { get; private set; }
    public bool MayReport { get; private set; }
    public GatheringWords Words => words;
    public string Here => $"/aktiviteter/{Gathering.Id}";

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        ModelState.Clear(); // an address that somebody has changed by hand is no form with faults
        await Fill();
        return Page();
    }

    /// <summary>One tap by the form.</summary>
    public async Task<IActionResult> OnPostTap(Id<Gathering> id)
    {
        if (!await Find(id) || !ModelState.IsValid)
            return NotFound();
        if (ModelState.Refuses(await tally.Keep(Gathering, Tap), texts))
        {
            await Fill();
            return Page();
        }
        return Redirect($"{Here}/ute{(Tap.Sort == TallySort.Undo ? "" : $"?senast={Tap.Nonce}")}");
    }

    /// <summary>One tap as a phone sends it, now or when it has found a net; what all phones have tapped is the answer. The same once more changes nothing.</summary>
    /// <param name="ago">Milliseconds.</param>
    public async Task<IActionResult> OnPostEntry(Id<Gathering> id, [FromForm(Name = "Ago")] long ago)
    {
        if (!await Find(id) || !ModelState.IsValid)
            return NotFound();
        var no = await tally.Keep(Gathering, Tap, TimeSpan.FromMilliseconds(Math.Clamp(ago, 0, (long)TallyAct.After.TotalMilliseconds * 2)));
        Shown = await StandShown.Of(db, tally, Gathering);
        return new JsonResult(new { stand = id.ToString(), counts = Shown.Counts, said = no is null ? null : texts[no] });
    }

    /// <summary>What is seen to and what is not.</summary>
    public async Task<IActionResult> OnPostKit(Id<Gathering> id, [FromForm(Name = "klart")] List<Id<KitItem>> done)
    {
        if (!await Find(id))
            return NotFound();
        foreach (var item in await db.KitItems.Where(k => k.GatheringId == id).ToListAsync())
            item.Tick(done.Contains(item.Id));
        await db.SaveChangesAsync();
        TempData.Say(texts["Stands.Kit.Saved"]);
        return Redirect($"{Here}#att-ordna");
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.AsNoTracking().StoodAtBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        Gathering = gathering;
        return true;
    }

    private async Task Fill()
    {
        (Venue, Shown) = (await db.PlaceOf(Gathering), await StandShown.Of(db, tally, Gathering));
        MayEdit = await db.Gatherings.EditableBy(me, db).AnyAsync(g => g.Id == Gathering.Id);
        MayReport = await db.Gatherings.ReportedBy(me, db).AnyAsync(g => g.Id == Gathering.Id);
        Unit = await db.Units.Where(u => u.Id == Gathering.UnitId).Select(u => u.Name).SingleAsync();
    }
}
