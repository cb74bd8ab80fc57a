using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.Auditing;

/// <summary>One row of the trail as it is read.</summary>
internal sealed record LogRow(AuditEntry Entry, string? By, string Kind, string What, Named? About, IReadOnlyList<LogChange> Changes);

/// <summary>Rows of the trail, in words, newest first.</summary>
internal sealed class LogRows(AppDb db, LogNames names, LogWords words)
{
    public async Task<IReadOnlyList<LogRow>> Read(IQueryable<AuditEntry> entries, int skip, int take)
    {
        var found = await entries.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip(skip).Take(take).ToListAsync();
        var known = await names.Of([.. found.SelectMany(e => LogWords.Ids(e).Append(e.WhatId).Append(e.About ?? Guid.Empty).Append(e.By ?? Guid.Empty)).Distinct()]);
        return [.. found.Select(e => new LogRow(
            e, e.By is { } by ? known.GetValueOrDefault(by)?.Text : null, words.Kind(e), words.What(e), known.GetValueOrDefault(e.WhatId) ?? known.GetValueOrDefault(e.About ?? Guid.Empty), words.Changes(e, known)))];
    }

    /// <summary>Writes down that somebody reads what the trail tells of people; of one person, when only that one is asked for.</summary>
    public async Task NoteReading(IEnumerable<LogRow> rows, string what, LogFilter filter)
    {
        if (!rows.Any(r => Rooms.OfPeople.Contains(r.Entry.What)))
            return;
        var about = await LogFilter.Named(filter.About, db);
        db.Note(AuditKind.Read, what, about is [var one] ? one : Guid.Empty);
        await db.SaveChangesAsync();
    }
}
