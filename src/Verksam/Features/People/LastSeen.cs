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
        join someone in db.People on entry.By equals (Guid?)(object)someone.Id into people
        from reader in people.DefaultIfEmpty()
        orderby entry.At descending
        select new LastSeen(entry.At, reader == null ? "–" : reader.Name)).FirstOrDefaultAsync();
}
