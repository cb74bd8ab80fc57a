using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Rearranging;

/// <summary>What became of a rearrangement: what is otherwise, what was left, who is told when, who is to be rung; and as long as no letter has left, the way back.</summary>
[Requires(Permission.Arrange)]
internal sealed class RearrangedPage(AppDb db, CurrentUser me, Concerned concerned, Previewing previewing, RearrangedPage.Words words) : PageModel
{
    public Rearrangement Rearrangement { get; private set; } = null!;
    public IReadOnlyList<(RearrangedGathering Row, Gathering Gathering)> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Id<Venue>, Venue> Venues { get; private set; } = new Dictionary<Id<Venue>, Venue>();
    public ILookup<LetterState, Guid> Letters { get; private set; } = Array.Empty<Guid>().ToLookup(_ => LetterState.Due);
    public IReadOnlyList<Told> ToCall { get; private set; } = [];
    public string? By { get; private set; }

    /// <summary>How many gatherings and letters are written, of how many; 0 of 0 as long as nobody knows.</summary>
    public (int Reached, int Whole) Progress { get; private set; }

    public GatheringWords Said => words.Said;
    public string Here => $"/aktiviteter/omplaneringar/{Rearrangement.Id}";

    /// <summary>Taken back is all of it, by somebody who may change all of it.</summary>
    public bool IsUndoable => IsWhole && Rearrangement.IsUndoable(db.Clock.GetUtcNow());

    private bool IsWhole { get; set; }

    public Venue? At(Id<Venue>? id) => id is { } venue ? Venues[venue] : null;

    public FromTo Became(RearrangedGathering row, Gathering now) => new(Said.Moment(row.Starts, row.Ends), Said.Where(At(row.VenueId), row.Spot, row.Link is not null), Said.Moment(now), Said.Where(now, At(now.VenueId)));

    public async Task<IActionResult> OnGet(Id<Rearrangement> id)
    {
        if (!await Find(id))
            return NotFound();
        if (Rearrangement.State == RearrangementState.Asked)
            (Response.Headers["Refresh"], Progress) = ("2", await words.Board.Of(db, id.Value));
        foreach (var person in ToCall)
            db.NoteReading(person.Id!.Value);
        await db.SaveChangesAsync();
        return Page();
    }

    /// <summary>All as it was, but for what somebody has changed since.</summary>
    public async Task<IActionResult> OnPostUndo(Id<Rearrangement> id)
    {
        if (!await Find(id))
            return NotFound();
        var now = db.Clock.GetUtcNow();
        if (ModelState.Refuses(!IsWhole ? RearrangingRefusals.NotAllYours : IsUndoable ? null : RearrangingRefusals.TooLate, words.Texts))
            return Page();
        TakeBack(now);
        await db.SaveChangesAsync();
        TempData.Say(words.Texts["Rearranging.UndoneNow"]);
        return Redirect(Here);
    }

    private void TakeBack(DateTimeOffset now)
    {
        foreach (var (row, gathering) in Rows.Where(r => r.Row.State == RearrangedState.Done && r.Row.Seen == r.Gathering.Revision))
        {
            gathering.IsAsItWas(row, now);
            row.Is(RearrangedState.Undone, row.Seen);
        }
        Rearrangement.Undone();
    }

    private async Task<bool> Find(Id<Rearrangement> id)
    {
        var mine = db.Gatherings.EditableBy(me, db).Select(g => g.Id);
        var rows = await db.RearrangedGatherings.Where(r => r.RearrangementId == id && mine.Contains(r.GatheringId))
            .Join(db.Gatherings, r => r.GatheringId, g => g.Id, (row, gathering) => new { row, gathering }).OrderBy(r => r.row.Starts).ThenBy(r => r.row.Id).ToListAsync();
        if (rows.Count == 0)
            return false;
        Rearrangement = await db.Rearrangements.SingleAsync(r => r.Id == id);
        Rows = rows.ConvertAll(r => (r.row, r.gathering));
        IsWhole = await db.RearrangedGatherings.CountAsync(r => r.RearrangementId == id) == Rows.Count;
        var places = Rows.SelectMany(r => new[] { r.Row.VenueId, r.Gathering.VenueId }).OfType<Id<Venue>>().ToHashSet();
        Venues = await db.Venues.AsNoTracking().Where(v => places.Contains(v.Id)).ToDictionaryAsync(v => v.Id);
        By = await db.People.Where(p => p.Id == Rearrangement.ById).Select(p => p.Name).SingleOrDefaultAsync();
        await Tell(id);
        return true;
    }

    private async Task Tell(Id<Rearrangement> id)
    {
        var start = RearrangedLetter.StartOfKey(id);
        Letters = (await db.Letters.AsNoTracking().Where(l => l.Key!.StartsWith(start)).Select(l => new { l.State, l.To }).ToListAsync()).ToLookup(l => l.State, l => l.To);
        var changed = Rows.Where(r => r.Row.State == RearrangedState.Done).Select(r => r.Gathering.Id).ToList();
        var people = (await concerned.By(changed, CancellationToken.None)).SelectMany(g => g).Distinct().Where(p => p != Rearrangement.ById).ToList();
        ToCall = [.. (await previewing.People(people)).Values.Where(p => p.Email is null)];
    }

    internal sealed record Words(Texts Texts, GatheringWords Said, ProgressBoard Board);
}
