using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Bulk;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Import.Applying;

/// <summary>Does what somebody has said yes to, in one transaction: all of it stands, or none.</summary>
internal sealed class ApplyStep(AppDb db, Importer importer, ReadStep read, Texts texts)
{
    private const int Some = 200, Many = 1000;

    public async Task Run(ImportRun run, Progress? progress, CancellationToken cancelled)
    {
        await importer.Of(run, cancelled);
        await using var whole = await db.Database.BeginTransactionAsync(cancelled);
        if (await IsMeanwhile(run, cancelled))
            run.Fail("meanwhile");
        else
            await Write(run, progress, cancelled);
        await db.SaveChangesAsync(cancelled);
        await whole.CommitAsync(cancelled);
    }

    // what was compared is no longer what is known
    private Task<bool> IsMeanwhile(ImportRun run, CancellationToken cancelled) =>
        db.Imports.AnyAsync(r => r.Id != run.Id && (r.AppliedAt > run.ReadAt || r.UndoneAt > run.ReadAt), cancelled);

    private async Task Write(ImportRun run, Progress? progress, CancellationToken cancelled)
    {
        var all = await Open(run).AsNoTracking().OrderBy(r => r.Line).ToListAsync(cancelled);
        var notice = RunNotice.From(run);
        var rows = Wanted(all, notice);
        var place = await Place(run, cancelled);
        var stale = await Change([.. rows.Where(r => r.Effect is Outcome.Changed or Outcome.Gone)], place, (done) => Say(done, rows.Count), cancelled);
        stale += await Add([.. rows.Where(r => r.Effect == Outcome.New)], place, cancelled);
        if (run.AllOrNothing && stale > 0)
            throw new InvalidOperationException("Somebody has changed what a row is about since it was compared.");
        await KeepDone(run, all, cancelled);
        var file = run.FileId;
        run.Applied((notice with { Stale = stale, NewTags = [.. place.NewTags.Select(t => t.Id)] }).Json, place.Now);
        await Files.Erase(db, run, file, cancelled);

        Task Say(int done, int of) => progress?.Say(db, done, of, cancelled) ?? Task.CompletedTask;
    }

    /// <summary>The rows that something is done with; of units whose loss nobody has said yes to, those who are gone stay.</summary>
    public static IReadOnlyList<ImportRow> Wanted(IReadOnlyList<ImportRow> all, RunNotice notice)
    {
        var kept = notice.Alarms.Select(a => a.Unit).OfType<Id<Unit>>().Except(notice.Lost).ToHashSet();
        var replaced = all.Where(r => r is { Choice: RowChoice.This, IsLeftOut: false }).Select(r => r.Read().OtherLine).ToHashSet();
        return [.. all.Where(r => r.Effect switch
        {
            Outcome.New or Outcome.Changed => !replaced.Contains(r.Line),
            Outcome.Gone => r.Read().Leaves is not null && !(r.UnitId is { } unit && kept.Contains(unit)),
            _ => false,
        })];
    }

    private async Task<int> Change(IReadOnlyList<ImportRow> rows, Place place, Func<int, Task> say, CancellationToken cancelled)
    {
        var (stale, done) = (0, 0);
        foreach (var some in rows.Chunk(Some))
        {
            var run = db.ChangeTracker.Entries<ImportRun>().Single().Entity;
            stale += (await new ChangedPeople(db, place).Change(some, cancelled)).Count;
            db.ChangeTracker.Clear();
            db.Attach(run);
            await say(done += some.Length);
        }
        return stale;
    }

    private async Task<int> Add(IReadOnlyList<ImportRow> rows, Place place, CancellationToken cancelled)
    {
        var taken = (await db.People.Where(p => p.RegisterNumber != null).Select(p => p.RegisterNumber!).ToListAsync(cancelled)).ToHashSet(StringComparer.Ordinal);
        var stale = 0;
        await foreach (var people in rows.Chunk(Many).Select(Made).Ahead(cancelled))
            await people.Write(db, cancelled);
        return stale;

        NewPeople Made(ImportRow[] many)
        {
            var people = new NewPeople(place);
            foreach (var row in many)
            {
                var said = row.Read().Said!;
                if (said.Number is { } number && !taken.Add(number))
                    stale++;
                else
                    row.Done(people.Add(said).Id, 0, before: null);
            }
            return people.Finish();
        }
    }

    // written anew rather than one by one
    private async Task KeepDone(ImportRun run, IReadOnlyList<ImportRow> all, CancellationToken cancelled)
    {
        await Open(run).ExecuteDeleteAsync(cancelled);
        await db.AddMany([all], cancelled);
    }

    // those that something may be done with
    private IQueryable<ImportRow> Open(ImportRun run) => db.ImportRows.Where(r => r.RunId == run.Id && r.Outcome != Outcome.Unchanged && r.Outcome != Outcome.Refused);

    private async Task<Place> Place(ImportRun run, CancellationToken cancelled)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == run.UnitId, cancelled);
        var tags = await db.Tags.AsNoTracking().Join(db.Units, t => t.UnitId, u => u.Id, (tag, at) => new { tag, at.Path }).Where(t => unit.Path.StartsWith(t.Path)).OrderBy(t => t.Path.Length).Select(t => t.tag).ToListAsync(cancelled);
        return new Place(run, unit, tags, texts) { Rules = await read.Rules(run, cancelled), Now = db.Clock.GetUtcNow() };
    }
}
