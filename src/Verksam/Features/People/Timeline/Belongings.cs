using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Timeline;

/// <summary>What the person became, where, and why it ended.</summary>
internal sealed class Belongings(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "tillhorighet";

    public string Name => "People.Belonging.Title";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var (person, last) = (ask.Person.Id, ask.LastDay);
        var rows = await (
            from relation in db.Relations
            where relation.PersonId == person && relation.From <= last
            join unit in db.Units on relation.UnitId equals unit.Id
            orderby relation.From descending
            select new { relation.Kind, relation.From, relation.Why, Unit = unit.Name }).Take(ask.Most).ToListAsync();
        return [.. rows.Select(r => Happening.On(r.From, Said(r.Kind, r.Unit, r.Why)))];
    }

    private string Said(RelationKind kind, string unit, LeavingReason? why) =>
        texts[$"Timeline.Became.{kind}", unit] + (why is { } reason ? $" {texts[$"People.Leaving.{reason}"]}." : "");
}
