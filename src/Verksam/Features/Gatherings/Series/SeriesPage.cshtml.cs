using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Series;

/// <summary>All times of a series, for those who arrange it: the drafts are published or thrown away together, and there may be more.</summary>
[Requires(Permission.Arrange)]
internal sealed class SeriesPage(AppDb db, CurrentUser me, Making making, SeriesPage.Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public GatheringSeries Series { get; private set; } = null!;
    public IReadOnlyList<Gathering> All { get; private set; } = [];

    public int Drafts => All.Count(g => g.State == GatheringState.Draft);
    public GatheringWords Said => words.Said;
    public string Here => $"/aktiviteter/serier/{Series.Id}";

    public async Task<IActionResult> OnGet(Id<GatheringSeries> id) => await Find(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostPublish(Id<GatheringSeries> id) =>
        Act(id, (drafts, now) => drafts.Select(g => g.Publish(now)), "Series.Published", undo: null);

    public Task<IActionResult> OnPostDiscard(Id<GatheringSeries> id) =>
        Act(id, (drafts, now) => drafts.Select(g => g.Discard(now)), "Series.Discarded", "Recover");

    /// <summary>Those that were thrown away last are drafts again.</summary>
    public async Task<IActionResult> OnPostRecover(Id<GatheringSeries> id)
    {
        if (!await db.GatheringSeries.EditableBy(me, db).AnyAsync(s => s.Id == id))
            return NotFound();
        var gone = await db.Gatherings.DiscardedBy(me, db).Where(g => g.SeriesId == id).ToListAsync();
        foreach (var gathering in gone.Where(g => g.ChangedAt == gone.Max(o => o.ChangedAt)).ToList())
            gathering.Recover(db.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        return Redirect($"/aktiviteter/serier/{id}");
    }

    public async Task<IActionResult> OnPostMore(Id<GatheringSeries> id)
    {
        if (!await Find(id) || All.Count == 0)
            return NotFound();
        var days = Input.Until is { } until ? Series.DaysAfter(All.Max(g => g.SeriesDay)!.Value, until) : [];
        if (!ModelState.IsValid || ModelState.Refuses(days is null ? GatheringRefusals.TooManyTimes : days.Count == 0 ? GatheringRefusals.NoMoreTimes : null, words.Texts, "Input.Until"))
            return Page();
        var last = All[^1];
        await making.More(Series, last, GatheringForm.Of(last, await db.CoArrangers.Where(c => c.GatheringId == last.Id).Select(c => c.UnitId).ToListAsync()), days!);
        await db.SaveChangesAsync();
        TempData.Say(words.Texts.Capital(words.Texts.Count("Series.MoreMade", days!.Count)));
        return Redirect(Here);
    }

    /// <summary>Those that are to come get what they lack of what one of them has: shifts, lists, programme, passages of the plan.</summary>
    /// <param name="like">The one that somebody has filled in.</param>
    public async Task<IActionResult> OnPostFill(Id<GatheringSeries> id, [FromForm(Name = "som")] Id<Gathering> like)
    {
        if (!await Find(id) || All.FirstOrDefault(g => g.Id == like) is not { } filled)
            return NotFound();
        List<Gathering> others = [.. All.Where(g => g.Id != like && g.Starts > db.Clock.GetUtcNow() && g.State is (GatheringState.Draft or GatheringState.Published))];
        await making.Fill(filled, others);
        await db.SaveChangesAsync();
        TempData.Say(words.Texts.Capital(words.Texts.Count("Series.Filled", others.Count)));
        return Redirect(Here);
    }

    private async Task<IActionResult> Act(Id<GatheringSeries> id, Func<IEnumerable<Gathering>, DateTimeOffset, IEnumerable<Refusal?>> act, string said, string? undo)
    {
        if (!await Find(id))
            return NotFound();
        List<Gathering> drafts = [.. All.Where(g => g.State == GatheringState.Draft)];
        if (ModelState.Refuses(act(drafts, db.Clock.GetUtcNow()).ToList().Find(no => no is not null), words.Texts))
            return Page();
        await db.SaveChangesAsync();
        TempData.Say(words.Texts.Capital(words.Texts.Count(said, drafts.Count)), undo is null ? null : $"{Here}?handler={undo}");
        return Redirect(All.Any(g => g.State != GatheringState.Discarded) ? Here : "/aktiviteter");
    }

    private async Task<bool> Find(Id<GatheringSeries> id)
    {
        if (await db.GatheringSeries.EditableBy(me, db).SingleOrDefaultAsync(s => s.Id == id) is not { } series)
            return false;
        Series = series;
        All = await db.Gatherings.EditableBy(me, db).Where(g => g.SeriesId == id).OrderBy(g => g.Starts).ThenBy(g => g.Id).ToListAsync();
        return true;
    }

    internal sealed class Form
    {
        /// <summary>The last day on which there may be more.</summary>
        [Day]
        public DateOnly? Until { get; set; }
    }

    internal sealed record Words(Texts Texts, GatheringWords Said, OurTime Time);
}
