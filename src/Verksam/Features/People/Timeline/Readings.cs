using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Timeline;

/// <summary>Who has opened the person's page: for the person, and for those who may read the log there.</summary>
internal sealed class Readings(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "sett";

    public string Name => "Timeline.Seen";

    public bool IsKept => false; // a reading moves no stamp

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        if (!ask.IsOwn && !ask.Me.Can(Permission.ReadAudit, ask.UnitPath))
            return [];
        var (person, before) = (ask.Person.Id.Value, ask.Before);
        var rows = await db.Audit.Where(e => e.WhatId == person && e.At < before && e.Kind == AuditKind.Read && e.By != null && e.By != person)
            .OrderByDescending(e => e.At).Select(e => new { e.At, e.By }).Take(ask.Most).ToListAsync();
        var names = await NamesOf.People(db, rows.Select(r => r.By));
        return [.. rows.Select(r => new Happening(r.At, texts["Timeline.Opened", names.GetValueOrDefault(r.By!.Value) ?? texts["People.WhoSees.Gone"]]))];
    }
}
