using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Shifts;

/// <summary>The shifts that somebody has stood on: for the person and for whoever may change what is written about the person.</summary>
internal sealed class ShiftTimeline(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "pass";

    public string Name => "Shifts.Timeline.Name";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        if (!ask.IsOwn && !ask.Me.Can(Permission.EditPeople, ask.UnitPath))
            return [];
        var person = ask.Person.Id;
        var stood = await Held.Of(db, new DateOnly(1900, 1, 1), ask.LastDay).Where(h => h.Person == person && h.Starts < ask.Before).OrderByDescending(h => h.Starts).Take(ask.Most).ToListAsync();
        return [.. stood.Select(h => new Happening(h.Starts, texts["Shifts.Timeline.Stood", h.Title, h.What], ask.IsOwn || ask.Me.Can(Permission.Arrange) ? $"/aktiviteter/{h.Gathering}" : null))];
    }
}
