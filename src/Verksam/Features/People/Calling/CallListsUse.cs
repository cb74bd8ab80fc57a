using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Segments;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Calling;

/// <summary>Call lists rest on segments, closed ones too: their figures are of those who were chosen.</summary>
internal sealed class CallListsUse(AppDb db, Texts texts) : ISegmentUse
{
    public async Task<IReadOnlyList<string>> Of(Id<Segment> segment) =>
        [.. (await db.CallLists.Where(l => l.SegmentId == segment).OrderBy(l => l.From).Select(l => l.Name).ToListAsync()).Select(name => texts["Calling.Use", name])];
}
