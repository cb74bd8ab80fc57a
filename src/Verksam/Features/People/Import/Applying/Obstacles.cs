using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.People.Import.Applying;

/// <summary>Something newer that stands on what an import did to somebody.</summary>
/// <param name="What">The kind of thing in the trail; null when it is not known, only that the person has been changed.</param>
internal sealed record Obstacle(Id<Person> Person, string Name, string? What, DateTimeOffset? At);

/// <summary>
/// What stands in the way of undoing a run, person by person: whatever somebody has done with them since, as the trail tells. What the house
/// does by itself about a new person goes with the person.
/// </summary>
internal static class Obstacles
{
    public static async Task<IReadOnlyList<Obstacle>> Of(AppDb db, ImportRun run, CancellationToken cancelled)
    {
        var done = await db.ImportRows.Where(r => r.RunId == run.Id && r.IsDone).Join(db.People.IgnoreAutoIncludes(), r => r.PersonId, p => (Id<Person>?)p.Id, (row, person) => new { person.Id, person.Name, person.Revision, row.Seen }).ToListAsync(cancelled);
        var since = (await Since(db, run.AppliedAt!.Value, cancelled)).ToLookup(s => s.Who);
        return [.. done.SelectMany(d => since[d.Id.Value].Select(s => new Obstacle(d.Id, d.Name, s.What, s.At)).DefaultIfEmpty(new Obstacle(d.Id, d.Name, null, null)).Take(d.Revision != d.Seen || since.Contains(d.Id.Value) ? 1 : 0))];
    }

    private static async Task<IReadOnlyList<Newer>> Since(AppDb db, DateTimeOffset applied, CancellationToken cancelled) =>
        await db.Audit.Where(a => a.At >= applied && a.Kind != AuditKind.Read && a.Through != "job" && a.Through != Importer.Through)
            .OrderByDescending(a => a.At).Select(a => new Newer(a.About ?? a.WhatId, a.What, a.At)).ToListAsync(cancelled);

    private sealed record Newer(Guid Who, string What, DateTimeOffset At);
}
