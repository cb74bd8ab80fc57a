using Verksam.Features.Auditing;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Today;

/// <summary>What whoever asks has done today, as the trail has it: one line an act, the latest first, with what can be taken back still.</summary>
internal sealed class DoneToday(AppDb db, CurrentUser me, LogRows log, IEnumerable<INeedsSomebody> sockets, OurTime time)
{
    private const int MostRead = 120, Most = 12;

    public async Task<IReadOnlyList<Line>> Of()
    {
        var morning = OurTime.EndOf(time.Today.AddDays(-1));
        var rows = await log.Read(db.Audit.Where(e => e.By == me.PersonId && e.At >= morning && e.Kind != AuditKind.Read), 0, MostRead);
        if (rows.Count == 0)
            return [];
        var undoable = new Dictionary<Id<AuditEntry>, string>();
        foreach (var socket in sockets)
        {
            foreach (var (entry, key) in await socket.Undoable([.. rows.Select(r => r.Entry)]))
                undoable[entry] = key;
        }
        return [.. rows.GroupBy(r => r.Entry.At).Take(Most).Select(act => Of([.. act], undoable))];
    }

    // an act that changes several things is told by the one that is told of most
    private static Line Of(IReadOnlyList<LogRow> act, Dictionary<Id<AuditEntry>, string> undoable)
    {
        var told = act.FirstOrDefault(r => undoable.ContainsKey(r.Entry.Id)) ?? act.OrderBy(r => r.About is null).ThenBy(r => r.Entry.Kind).First();
        return new(told.Entry.At, $"{told.Kind} {told.What}", told.About, act.Select(r => undoable.GetValueOrDefault(r.Entry.Id)).FirstOrDefault(k => k is not null));
    }

    /// <param name="Undo">The key by which it is taken back; null when it cannot be.</param>
    internal sealed record Line(DateTimeOffset At, string What, Named? About, string? Undo);
}
