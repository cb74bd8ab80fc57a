using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Ui;

namespace Verksam.Features.Gatherings;

/// <summary>Changes what is decided about a gathering.</summary>
[Requires(Permission.Arrange)]
internal sealed class GatheringDetailsPage(AppDb db, CurrentUser me, GatheringChoices choices, SeriesChange series, GatheringChoices.Words words) : PageModel, IGatheringForm
{
    [BindProperty]
    public GatheringForm Input { get; set; } = new();

    /// <summary>Of one in a series: which of them it is about.</summary>
    [BindProperty]
    public Scope Scope { get; set; }

    public Offered Offered { get; private set; } = null!;
    public Gathering Gathering { get; private set; } = null!;
    public IReadOnlyList<CoArranger> With { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = GatheringForm.Of(Gathering, With.Select(w => w.UnitId));
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id) || !Offered.Has(Input) || Input.Unit != Gathering.UnitId)
            return NotFound();
        db.Expect(Gathering, Input.Revision);
        var before = GatheringForm.Of(Gathering, With.Select(w => w.UnitId));
        if (!ModelState.IsValid || ModelState.Refuses(await PlaceWritten.Settle(db, Input), words.Texts, "Input.PlaceName") || ModelState.Refuses(Input.Fill(Gathering, db.Clock.GetUtcNow(), out var field), words.Texts, field))
            return Page();
        var others = await Follow(before);
        await Staying.Keep(db);
        await db.SaveChangesAsync();
        TempData.Say(others == 0 ? words.Texts["Gatherings.Edit.Saved"] : words.Texts.Count("Series.Changed", others));
        return Redirect($"/aktiviteter/{id}");
    }

    // what hangs on it: those that arrange it too, others of the series, and whoever waits for a seat
    private async Task<int> Follow(GatheringForm before)
    {
        db.CoArrangers.RemoveRange(With.Where(w => !Input.With.Contains(w.UnitId)));
        db.CoArrangers.AddRange(Input.With.Distinct().Where(u => u != Gathering.UnitId && With.All(w => w.UnitId != u)).Select(u => new CoArranger(Gathering.Id, u)));
        if (Input.Seats != before.Seats)
            db.Jobs.Add(new Job(SettleJob.JobName, Gathering.Id.Value, db.Clock.GetUtcNow()));
        return await series.Spread(Gathering, before, Input, Scope);
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, With) = (gathering, await db.CoArrangers.Where(c => c.GatheringId == id).ToListAsync());
        // it stays with the unit that keeps it
        Offered = await choices.For(gathering) with { Paces = [], Units = [await db.Units.AsNoTracking().SingleAsync(u => u.Id == gathering.UnitId)] };
        return true;
    }
}
