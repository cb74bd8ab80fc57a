using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.People;

/// <summary>Who last opened a person's page. Everybody may know it of oneself.</summary>
internal sealed record LastSeen(DateTimeOffset At, string By)
{
    public static Task<LastSeen?> Of(AppDb db, Id<Person> person) => (
        from entry in db.Audit
        where entry.WhatId == person.Value && entry.Kind == AuditKind.Read && entry.By != person.Value
        orderby entry.At descending
        from reader in db.People.Where(p => entry.By == (Guid)(object)p.Id).DefaultIfEmpty()
        select new LastSeen(entry.At, reader == null ? "–" : reader.Name)).FirstOrDefaultAsync();
}
