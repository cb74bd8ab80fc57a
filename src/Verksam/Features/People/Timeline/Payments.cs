using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Timeline;

/// <summary>Fees that were paid; where only what they cover is known, on its first day.</summary>
internal sealed class Payments(AppDb db, Texts texts, OurTime time) : ITimelineSource
{
    public string Kind => "avgift";

    public string Name => "People.Payment.Title";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var (person, last) = (ask.Person.Id, ask.LastDay);
        var rows = await (
            from paid in db.PaidPeriods
            where paid.PersonId == person && (paid.PaidOn ?? paid.From) <= last
            orderby paid.PaidOn ?? paid.From descending
            select paid).AsNoTracking().Take(ask.Most).ToListAsync();
        return [.. rows.Select(p => Happening.On(p.PaidOn ?? p.From, texts["Timeline.Paid", time.Day(p.From), time.Day(p.To)]))];
    }
}
