using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Bulk;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.People.Import.Applying;

/// <summary>Puts everything back that a run did, in one transaction, as long as nothing newer stands on it; or all but those it stands on, when somebody has said so.</summary>
internal sealed class UndoStep(AppDb db, Importer importer)
{
    private const int Some = 200;

    public async Task Run(ImportRun run, Progress? progress, CancellationToken cancelled)
    {
        await importer.Of(run, cancelled);
        await using var whole = await db.Database.BeginTransactionAsync(cancelled);
        var left = (await Obstacles.Of(db, run, cancelled)).Select(o => o.Person).ToHashSet();
        if (left.Count > 0 && !RunNotice.From(run).LeavesObstacles)
            run.Fail("obstacles");
        else
            await PutBack(run, left, progress, cancelled);
        await db.SaveChangesAsync(cancelled);
        await whole.CommitAsync(cancelled);
    }

    private async Task PutBack(ImportRun run, IReadOnlySet<Id<Person>> left, Progress? progress, CancellationToken cancelled)
    {
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.RunId == run.Id && r.IsDone && !left.Contains(r.PersonId!.Value)).OrderBy(r => r.Line).ToListAsync(cancelled);
        var made = RunNotice.From(run).NewTags;
        var changed = rows.Where(r => r.Before is not null).ToList();
        for (var at = 0; at < changed.Count; at += Some)
        {
            await Restore(changed[at..Math.Min(at + Some, changed.Count)], cancelled);
            db.ChangeTracker.Clear();
            if (progress is not null)
                await progress.Say(db, Math.Min(at + Some, changed.Count), rows.Count, cancelled);
        }
        await Remove(run, left, cancelled);
        db.Attach(run).State = EntityState.Unchanged;
        db.RemoveRange(await db.Tags.Where(t => made.Contains(t.Id) && !db.Taggings.Any(g => g.TagId == t.Id)).ToListAsync(cancelled));
        run.Undone(left.Count, db.Clock.GetUtcNow());
    }

    private async Task Restore(IReadOnlyList<ImportRow> rows, CancellationToken cancelled)
    {
        var ids = rows.Select(r => r.PersonId!.Value).ToList();
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancelled);
        var kept = await Kept.Of(db, ids, cancelled);
        foreach (var row in rows)
        {
            if (people.TryGetValue(row.PersonId!.Value, out var person))
                await new PersonRestored(db, person, kept).To(JsonSerializer.Deserialize<Before>(row.Before!, RowContent.Words)!, cancelled);
        }
        await db.SaveChangesAsync(cancelled);
    }

    // who was new goes, with all that hangs on them
    private async Task Remove(ImportRun run, IReadOnlySet<Id<Person>> left, CancellationToken cancelled)
    {
        var added = db.ImportRows.Where(r => r.RunId == run.Id && r.IsDone && r.Before == null && !left.Contains(r.PersonId!.Value)).Select(r => r.PersonId);
        await db.NoteGoing(
        [
            await db.People.AsNoTracking().IgnoreAutoIncludes().Where(p => added.Contains(p.Id)).ToListAsync(cancelled),
            await db.Ways.AsNoTracking().Where(w => added.Contains(w.PersonId)).ToListAsync(cancelled),
            await db.Addresses.AsNoTracking().Where(a => added.Contains(a.PersonId)).ToListAsync(cancelled),
            await db.SealedIdentities.AsNoTracking().Where(s => added.Contains(s.PersonId)).ToListAsync(cancelled),
            await db.Relations.AsNoTracking().Where(r => added.Contains(r.PersonId)).ToListAsync(cancelled),
            await db.PaidPeriods.AsNoTracking().Where(p => added.Contains(p.PersonId)).ToListAsync(cancelled),
            await db.Taggings.AsNoTracking().Where(t => added.Contains(t.PersonId)).ToListAsync(cancelled),
            await db.PersonNotes.AsNoTracking().Where(n => added.Contains(n.PersonId)).ToListAsync(cancelled),
        ], cancelled);
        await db.People.Where(p => added.Contains(p.Id)).ExecuteDeleteAsync(cancelled);
    }
}
