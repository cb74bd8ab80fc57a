using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.People;

/// <summary>Somebody else opened a person's page, as the log tells. Everybody may know it of oneself.</summary>
/// <param name="By">Null when whoever it was is not there any more.</param>
internal sealed record Look(DateTimeOffset At, string? By)
{
    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<Look>> Latest(AppDb db, Id<Person> person, int most, DateTimeOffset? before = null)
    {
        var looks = await db.Audit.Where(e => e.WhatId == person.Value && e.Kind == AuditKind.Read && e.By != null && e.By != person.Value && (before == null || e.At < before))
            .OrderByDescending(e => e.At).Select(e => new { e.At, e.By }).Take(most).ToListAsync();
        // asked apart: a join on the log's bare id would go through everybody for each row
        var ids = looks.Select(l => new Id<Person>(l.By!.Value)).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id.Value, p => p.Name);
        return [.. looks.Select(l => new Look(l.At, names.GetValueOrDefault(l.By!.Value)))];
    }
}
