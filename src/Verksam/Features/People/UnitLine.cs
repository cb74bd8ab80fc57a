using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>What a unit keeps counts there and below: for one person, all that stands in the person's unit and those above it.</summary>
internal static class UnitLine
{
    /// <param name="path">A unit's place in the tree.</param>
    public static IReadOnlyList<Id<Unit>> Of(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => new Id<Unit>(Guid.Parse(id)))];
}
