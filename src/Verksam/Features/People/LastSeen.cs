using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;

namespace Verksam.Features.People;

/// <summary>Who last opened a person's page. Everybody may know it of oneself.</summary>
internal sealed record LastSeen(DateTimeOffset At, string By)
{
    public static async Task<LastSeen?> Of(AppDb db, Id<Person> person)
    {
        var latest = await db.Audit.Where(e => e.WhatId == person.Value && e.Kind == AuditKind.Read && e.By != person.Value)
            .OrderByDescending(e => e.At).Select(e => new { e.At, e.By }).FirstOrDefaultAsync();
        return latest is null ? null : new LastSeen(latest.At, (await NamesOf.People(db, [latest.By])).Values.FirstOrDefault() ?? "–");
    }
}
