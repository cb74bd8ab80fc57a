using Verksam.Kernel;

namespace Verksam.Features.People.Segments;

/// <summary>A socket: what rests on a saved segment. A room that uses them answers, and the segment is not removed meanwhile.</summary>
internal interface ISegmentUse
{
    /// <summary>As people say it: "ringlistan Nya i mars". Of all there are, whoever asks: a name gives no person away.</summary>
    Task<IReadOnlyList<string>> Of(Id<Segment> segment);
}
