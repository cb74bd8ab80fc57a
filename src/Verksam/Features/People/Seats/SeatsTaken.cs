using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Seats;

/// <summary>Seats in public bodies, in the timeline: taken and left.</summary>
internal sealed class SeatsTaken(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "plats";

    public string Name => "Seats.Title";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var last = ask.LastDay;
        var rows = await SeatRow.Of(db, ask.Person.Id).AsNoTracking().ToListAsync();
        var taken = rows.Where(r => r.Seat.From <= last).Select(r => Happening.On(r.Seat.From, texts["Seats.Taken", texts[$"Seats.Kind.{r.Seat.Kind}"], r.Body.Name]));
        var left = rows.Where(r => r.Seat.To < last).Select(r => Happening.On(r.Seat.To!.Value.AddDays(1), texts["Seats.Left", texts[$"Seats.Kind.{r.Seat.Kind}"], r.Body.Name]));
        return [.. taken.Concat(left).OrderByDescending(h => h.At).Take(ask.Most)];
    }
}
