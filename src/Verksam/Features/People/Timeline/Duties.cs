using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Timeline;

/// <summary>Assignments that began and that ended.</summary>
internal sealed class Duties(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "uppdrag";

    public string Name => "People.Duties";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var (person, last) = (ask.Person.Id, ask.LastDay);
        // what was taken back before it began never was
        var duties = await Duty.All(db).Where(d => d.PersonId == person && d.From <= last && (d.To == null || d.From <= d.To)).ToListAsync();
        var begun = duties.Select(d => Happening.On(d.From, texts["Timeline.Began", d.Role, d.Where]));
        var ended = duties.Where(d => d.To < last).Select(d => Happening.On(d.To!.Value.AddDays(1), texts["Timeline.Ended", d.Role, d.Where]));
        return [.. begun.Concat(ended).OrderByDescending(h => h.At).Take(ask.Most)];
    }
}
