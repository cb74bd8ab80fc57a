using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>The gatherings that whoever asks may see today.</summary>
internal sealed class Seen(AppDb db, CurrentUser me, SegmentPeople segments, Kept kept, OurTime time)
{
    private List<Id<Segment>>? _mine;

    public async ValueTask<IQueryable<Gathering>> All() => db.Gatherings.VisibleTo(me, db, time.Today, await Mine());

    public async ValueTask<Gathering?> Find(Id<Gathering> id) => await (await All()).AsNoTracking().SingleOrDefaultAsync(g => g.Id == id);

    /// <summary>For one who only reads: as it was when somebody last saved anything.</summary>
    public ValueTask<Gathering?> Kept(Id<Gathering> id) => kept.Get((nameof(Seen), id, me.PersonId, me.Reach, time.Today), async () => await Find(id));

    // only those that something is arranged for, a handful
    private async ValueTask<IReadOnlyCollection<Id<Segment>>> Mine()
    {
        if (_mine is not null)
            return _mine;
        var (self, mine) = (new Id<Person>(me.PersonId), new List<Id<Segment>>());
        foreach (var segment in await db.Gatherings.Where(g => g.SegmentId != null && g.State != GatheringState.Draft).Select(g => g.SegmentId!.Value).Distinct().ToListAsync())
        {
            if (await (await segments.Among(db.People.Where(p => p.Id == self), segment)).AnyAsync())
                mine.Add(segment);
        }
        return _mine = mine;
    }
}
