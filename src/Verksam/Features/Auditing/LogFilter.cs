using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;

namespace Verksam.Features.Auditing;

/// <summary>What of the trail one asks for; all of it stands in the address.</summary>
internal sealed class LogFilter
{
    public const string Changes = "andringar", Readings = "lasningar";

    private const int MostPeople = 50;

    /// <summary>Part of the name of whoever did it.</summary>
    [BindProperty(Name = "av", SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>Part of the name of whoever it is about.</summary>
    [BindProperty(Name = "om", SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(Name = "slag", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "rum", SupportsGet = true)]
    public string? Room { get; set; }

    [BindProperty(Name = "fran", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "till", SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>More is asked for than kind and room.</summary>
    public bool IsNarrow => By is not null || About is not null || From is not null || Until is not null;

    public async Task<IQueryable<AuditEntry>> Of(IQueryable<AuditEntry> entries, AppDb db)
    {
        if (Kind == Readings)
            entries = entries.Where(e => e.Kind == AuditKind.Read);
        else if (Kind == Changes)
            entries = entries.Where(e => e.Kind != AuditKind.Read);
        if (Room is not null && Rooms.All.TryGetValue(Room, out var things))
            entries = entries.Where(e => things.Contains(e.What));
        if (From is { } from && from > DateOnly.MinValue)
            entries = After(entries, OurTime.EndOf(from.AddDays(-1)));
        if (Until is { } until && until < DateOnly.MaxValue)
            entries = Before(entries, OurTime.EndOf(until));
        if (await Named(By, db) is { } doers)
            entries = entries.Where(e => e.By != null && doers.Contains(e.By.Value));
        return await Named(About, db) is { } people ? await Concerning(entries, people, db) : entries;
    }

    /// <summary>The people whose names have that in them; null when nobody is asked for.</summary>
    public static async Task<List<Guid>?> Named(string? name, AppDb db)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var folded = AppDb.Folded(name.Trim());
        return await db.People.Where(p => p.NameFolded.Contains(folded)).OrderBy(p => p.NameFolded).Take(MostPeople).Select(p => p.Id.Value).ToListAsync();
    }

    // about a person is also the person's assignments, letters, and what was handed to or taken from that person
    private static async Task<IQueryable<AuditEntry>> Concerning(IQueryable<AuditEntry> entries, List<Guid> people, AppDb db)
    {
        var ids = people.ConvertAll(p => new Id<Person>(p));
        var theirs = await db.Assignments.Where(a => ids.Contains(a.PersonId)).Select(a => a.Id).ToListAsync();
        var letters = await db.Letters.Where(l => people.Contains(l.To)).Select(l => l.Id).ToListAsync();
        List<Guid> things = [.. people, .. theirs.Select(a => a.Value), .. letters.Select(l => l.Value)];
        var said = people.ConvertAll(p => $"%{p}%");
        return entries.Where(e => things.Contains(e.WhatId) || (e.About != null && people.Contains(e.About.Value)) || said.Any(id => EF.Functions.Like(e.Changes, id)));
    }

    private static IQueryable<AuditEntry> After(IQueryable<AuditEntry> entries, DateTimeOffset moment) => entries.Where(e => e.At >= moment);

    private static IQueryable<AuditEntry> Before(IQueryable<AuditEntry> entries, DateTimeOffset moment) => entries.Where(e => e.At < moment);
}
