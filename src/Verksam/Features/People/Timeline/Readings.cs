using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Timeline;

/// <summary>Who has opened the person's page: for the person, and for those who may read the log there.</summary>
internal sealed class Readings(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "sett";

    public string Name => "Timeline.Seen";

    // a reading moves no stamp; and somebody who is often looked up would have a page of nothing else
    public bool WaitsToBeAsked => true;

    public bool IsFor(TimelineAsk ask) => ask.IsOwn || ask.Me.Can(Permission.ReadAudit, ask.UnitPath);

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        if (!IsFor(ask))
            return [];
        var looks = await Look.Latest(db, ask.Person.Id, ask.Most, ask.Before);
        return [.. looks.Select(l => new Happening(l.At, texts["Timeline.Opened", l.By ?? texts["People.WhoSees.Gone"]]))];
    }
}
