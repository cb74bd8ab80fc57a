using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Timeline;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Tags;

/// <summary>The tags somebody has, in the timeline on the day each was set.</summary>
internal sealed class TagsSet(AppDb db, Texts texts) : ITimelineSource
{
    public string Kind => "etikett";

    public string Name => "Tags.Title";

    public async Task<IReadOnlyList<Happening>> Of(TimelineAsk ask)
    {
        var (person, before) = (ask.Person.Id, ask.Before);
        var rows = await (
            from tagging in db.Taggings
            where tagging.PersonId == person && tagging.At < before
            join tag in db.Tags on tagging.TagId equals tag.Id
            orderby tagging.At descending
            select new { tagging.At, tag.Name }).Take(ask.Most).ToListAsync();
        return [.. rows.Select(r => new Happening(r.At, texts["Tags.Happened", r.Name]))];
    }
}
