using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Segments.Conditions;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Segments;

/// <summary>Other saved segments rest on it.</summary>
internal sealed class NestedUse(AppDb db, Texts texts) : ISegmentUse
{
    public async Task<IReadOnlyList<string>> Of(Id<Segment> segment)
    {
        var saved = await db.Segments.Where(s => s.RemovedOn == null && s.Id != segment).Select(s => new { s.Name, s.Terms }).ToListAsync();
        return [.. saved.Where(s => InSegment.In(SegmentText.Read(s.Terms)).Contains(segment)).Select(s => texts["Segments.Use", s.Name])];
    }
}
