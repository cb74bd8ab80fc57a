using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Planning.Living;
using Verksam.Features.Planning.NextYear;
using Verksam.Features.Planning.Versions;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.PlanReading;
using Verksam.Ui;

namespace Verksam.Features.Planning.Review;

/// <summary>Step 2: what the reader found, one key or tap each.</summary>
[Requires(Permission.EditPlan)]
internal sealed class ReviewPage(AppDb db, CurrentUser me, TimeProvider clock, Texts texts, ReviewPage.Parts parts) : PageModel
{
    private List<Commitment> _all = [];
    private Reviewing _reviewing = null!;

    public PlanVersion Version { get; private set; } = null!;
    public Plan Plan { get; private set; } = null!;
    public Wording Wording => parts.Wording;
    public IReadOnlyList<Commitment> Shown { get; private set; } = [];
    public Paper<Commitment> Paper { get; private set; } = null!;
    public Commitment? Current { get; private set; }

    /// <summary>What an earlier version had and this text seems not to have.</summary>
    public IReadOnlyList<LostRow> Lost { get; private set; } = [];

    /// <summary>What came of those of the year before that some carry on.</summary>
    public IReadOnlyDictionary<Id<Commitment>, Outcomes.Outcome> Before { get; private set; } = new Dictionary<Id<Commitment>, Outcomes.Outcome>();

    /// <summary>The year before had a plan to carry on from.</summary>
    public bool HasEarlier { get; private set; }

    public bool CanUndo { get; private set; }

    [BindProperty]
    public ReadingForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "visa")]
    public string? Filter { get; set; }

    /// <summary>The revision of the one at hand when the form was filled in: two who decide the same one do not overwrite each other.</summary>
    [BindProperty(Name = "sedd")]
    public int? Seen { get; set; }

    public int NumberOf(Commitment commitment) => Shown.ToList().IndexOf(commitment) + 1;

    public IReadOnlyList<int> CutsOf(Commitment commitment) => Cuts.Of(Version.Text, commitment.RangesIn(Version.Id));

    public async Task<IActionResult> OnGet(Id<PlanVersion> id, int? nr)
    {
        if (!await Find(id))
            return NotFound();
        if (!Version.CanBeReviewed)
            return Redirect($"/planen/forslag/{id}");
        return await Show(nr);
    }

    public Task<IActionResult> OnPostAccept(Id<PlanVersion> id, Id<Commitment> nu) => Act(id, nu, current =>
    {
        var refusal = Input.Read(current.Reading, Plan.Year, out var reading);
        if (refusal is null)
            _reviewing.Accept(current, reading);
        return refusal;
    }, Then.Onward);

    public Task<IActionResult> OnPostDrop(Id<PlanVersion> id, Id<Commitment> nu) => Act(id, nu, c => { _reviewing.Drop(c); return null; }, Then.Onward);

    public Task<IActionResult> OnPostSplit(Id<PlanVersion> id, Id<Commitment> nu, int at) => Act(id, nu, c => _reviewing.Split(c, at));

    public Task<IActionResult> OnPostJoin(Id<PlanVersion> id, Id<Commitment> nu, bool next) => Act(id, nu, c => _reviewing.Join(c, next));

    public Task<IActionResult> OnPostEarlier(Id<PlanVersion> id, Id<Commitment> nu) => Act(id, nu, c => _reviewing.StartEarlier(c));

    public Task<IActionResult> OnPostLater(Id<PlanVersion> id, Id<Commitment> nu) => Act(id, nu, c => _reviewing.EndLater(c));

    public Task<IActionResult> OnPostAdd(Id<PlanVersion> id, int start, int length) =>
        Act(id, null, _ => _reviewing.Add(new TextRange(start, length)), Then.ToTheNew);

    public Task<IActionResult> OnPostSure(Id<PlanVersion> id, Id<Commitment> nu) => Act(id, nu, _ =>
    {
        TempData.Say(texts.Capital(texts.Count("Planning.Review.SureDone", _reviewing.AcceptSure())), $"/planen/granska/{id}?handler=Undo");
        return null;
    }, Then.Onward);

    public Task<IActionResult> OnPostSame(Id<PlanVersion> id, Id<Commitment> nu, Id<Commitment> lost) => Act(id, nu, found =>
        Lost.FirstOrDefault(l => l.Commitment.Id == lost) is { } row ? _reviewing.Same(row.Commitment, found) : PlanningRefusals.NotThere, Then.ToTheLost);

    /// <param name="id">The version.</param>
    /// <param name="lost">One of those that the text has lost; none: all that wait for an answer.</param>
    public Task<IActionResult> OnPostLeave(Id<PlanVersion> id, Id<Commitment>? lost) => Act(id, null, _ =>
    {
        _reviewing.Leave([.. Lost.Where(l => lost is { } one ? l.Commitment.Id == one : l.Waits).Select(l => l.Commitment)]);
        TempData.Say(texts["Planning.Lost.Said"], $"/planen/granska/{id}?handler=Undo");
        return null;
    }, Then.ToTheLost);

    public async Task<IActionResult> OnPostUndo(Id<PlanVersion> id)
    {
        if (!await Find(id) || !Version.CanBeReviewed)
            return NotFound();
        var last = await db.ReviewSteps.Where(s => s.VersionId == id).OrderByDescending(s => s.Id).FirstOrDefaultAsync();
        if (last is null)
            return Redirect($"/planen/granska/{id}");
        var touched = last.Before.Select(b => b.Id).FirstOrDefault();
        _reviewing.Undo(last);
        db.Commitments.RemoveRange(_reviewing.Removed);
        db.ReviewSteps.Remove(last);
        await db.SaveChangesAsync();
        Shown = _reviewing.Shown;
        var nr = Shown.ToList().FindIndex(c => c.Id.Value == touched) + 1;
        return Redirect($"/planen/granska/{id}{(nr > 0 ? $"?nr={nr.ToString(CultureInfo.InvariantCulture)}" : "")}");
    }

    private async Task<IActionResult> Act(Id<PlanVersion> id, Id<Commitment>? nu, Func<Commitment, Refusal?> act, Then then = Then.Stay)
    {
        if (!await Find(id) || !Version.CanBeReviewed)
            return NotFound();
        var current = _all.Find(c => c.Id == nu);
        if (current is null && nu is not null)
            return NotFound();
        if (current is not null && Seen is { } seen)
            db.Expect(current, seen);
        var at = current is null ? 0 : NumberOf(current);
        if (!ModelState.IsValid || ModelState.Refuses(act(current!), texts))
            return await Show(at);
        db.Commitments.AddRange(_reviewing.Created);
        if (_reviewing.Step is { } step)
            db.ReviewSteps.Add(step);
        await db.SaveChangesAsync();
        return Redirect($"/planen/granska/{id}{Next(at, then)}");
    }

    private string Next(int at, Then then)
    {
        var shown = _reviewing.Shown.ToList();
        var open = shown.Select((c, i) => (c.Review, Nr: i + 1)).Where(x => x.Review == ReviewState.Open).Select(x => x.Nr).ToList();
        var next = then switch
        {
            Then.Onward when open.Count > 0 => open.Find(nr => nr > at) is var later and > 0 ? later : open[0],
            Then.ToTheLost when open.Count > 0 => open[0],
            Then.ToTheNew => shown.IndexOf(_reviewing.Created[^1]) + 1,
            _ => Math.Max(1, at),
        };
        return string.Create(CultureInfo.InvariantCulture, $"?nr={next}{(Filter is null ? "" : "&visa=" + Uri.EscapeDataString(Filter))}{(then == Then.ToTheLost ? "#saknas" : "")}");
    }

    private async Task<bool> Find(Id<PlanVersion> id)
    {
        if (await db.PlanVersions.EditableBy(me, db).SingleOrDefaultAsync(v => v.Id == id) is not { } version)
            return false;
        Version = version;
        Plan = await db.Plans.SingleAsync(p => p.Id == version.PlanId);
        _all = await db.Commitments.Include(c => c.Passages).Where(c => c.Passages.Any(p => p.VersionId == id)).ToListAsync();
        await FindLost();
        _reviewing = new Reviewing(version, Plan.Year, _all, new Id<Person>(me.PersonId), clock.GetUtcNow());
        Shown = _reviewing.Shown;
        CanUndo = await db.ReviewSteps.AnyAsync(s => s.VersionId == id);
        return true;
    }

    private async Task FindLost()
    {
        var lost = await NextVersion.Lost(db, Version);
        _all.AddRange(lost);
        var words = await WordsOf.Those(db, Version, lost);
        var open = _all.Where(c => c.Review == ReviewState.Open && c.RangesIn(Version.Id).Count > 0).Select(c => (c, c.WordsIn(Version))).ToList();
        var waiting = await Leaving.Waiting(db, Version, lost);
        var owners = lost.Select(c => c.OwnerId).OfType<Id<Person>>().ToList();
        var names = owners.Count == 0 ? [] : await db.People.Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        Lost = [.. lost.Select(c => new LostRow(c, words.Of(c), c.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null,
            Succession.Likeliest(words.Of(c), open), waiting.Contains(c.Id)))];
    }

    private async Task<IActionResult> Show(int? nr)
    {
        Paper = Living.Paper.Lay(Version.Document, Shown.Select(c => (c, c.RangesIn(Version.Id))));
        Current = nr is > 0 && nr <= Shown.Count ? Shown[nr.Value - 1]
            : Shown.FirstOrDefault(c => c.Review == ReviewState.Open) ?? (Shown.Count > 0 ? Shown[0] : null);
        if (Current is not null && !Request.HasFormContentType)
            Input = ReadingForm.Of(Current.Reading);
        (Before, HasEarlier) = (await parts.Outcomes.Before(Shown), await Descent.Before(db, Plan) is not null);
        return Page();
    }

    /// <param name="Owner">Who carries it.</param>
    /// <param name="Likeliest">The one among the new that says much the same.</param>
    /// <param name="Waits">It is carried, and nobody has said yet what becomes of it.</param>
    internal sealed record LostRow(Commitment Commitment, string Words, string? Owner, Commitment? Likeliest, bool Waits);

    /// <summary>How things are said, and how they went before.</summary>
    internal sealed class Parts(Wording wording, Outcomes outcomes)
    {
        public Wording Wording => wording;
        public Outcomes Outcomes => outcomes;
    }

    /// <summary>Where one comes after an act.</summary>
    private enum Then
    {
        Stay,

        /// <summary>To the next one that waits.</summary>
        Onward,
        ToTheNew,
        ToTheLost,
    }
}
