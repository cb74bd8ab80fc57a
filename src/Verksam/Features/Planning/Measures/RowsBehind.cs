using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;

namespace Verksam.Features.Planning.Measures;

/// <summary>The rows behind a figure. Names only for those who may see people, and then it is noted that they were read.</summary>
internal sealed class RowsBehind(AppDb db, Figures figures, OurTime time)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<Row>> Of(IMeasure measure, Id<Unit> unit, CurrentUser me, CancellationToken cancelled)
    {
        var rows = await measure.Rows(await figures.Below(unit), new DateOnly(time.Today.Year, 1, 1), time.Today, Most, cancelled);
        var ids = rows.Where(r => r.Person is not null).Select(r => new Id<Person>(r.Person!.Value)).ToList();
        var names = await db.People.VisibleTo(me, db).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, p => p.Name, cancelled);
        if (!names.Keys.All(id => id == me.PersonId))
        {
            db.Audit.Add(new AuditEntry(AuditKind.Read, nameof(IMeasure), Guid.Empty, db.Actor, time.Now, $"{{\"measure\":[\"{measure.Code}\",\"{names.Count}\"]}}"));
            await db.SaveChangesAsync(cancelled);
        }
        return [.. rows.Select(r => new Row(r.Day, r.What, r.Person is { } person ? names.GetValueOrDefault(person) : null))];
    }

    internal sealed record Row(DateOnly Day, string What, string? Name);
}
