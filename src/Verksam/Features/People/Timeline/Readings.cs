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
        var rows = await (
            from entry in db.Audit
            where entry.WhatId == person && entry.At < before && entry.Kind == AuditKind.Read && entry.By != null && entry.By != person
            join someone in db.People on entry.By equals (Guid?)(object)someone.Id into people
            from reader in people.DefaultIfEmpty()
            orderby entry.At descending
            select new { entry.At, By = reader == null ? null : reader.Name }).Take(ask.Most).ToListAsync();
        return [.. rows.Select(r => new Happening(r.At, texts["Timeline.Opened", r.By ?? texts["People.WhoSees.Gone"]]))];
    }
}
