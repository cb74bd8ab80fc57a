using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Listing;

/// <summary>Those whom a list shows at an address, as far as one may see them today.</summary>
internal sealed class ListPeople(AppDb db, CurrentUser me, SegmentPeople segments, OurTime time)
{
    public DateOnly Today => time.Today;

    public Task<IQueryable<Person>> Of(ListFilter filter) => segments.Within(filter.Among(db, me, time.Today), filter.Segment);
}
