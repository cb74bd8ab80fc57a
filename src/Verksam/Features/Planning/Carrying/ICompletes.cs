using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>
/// A socket: things of a room that each carry out a commitment when they are done, so that "three evenings" and "4 000 conversations" count themselves.
/// Asked each time, never kept as a counter. Registered as <c>AddScoped&lt;ICompletes, …&gt;()</c>.
/// </summary>
internal interface ICompletes
{
    /// <summary>What was done for any of the commitments by the end of a day.</summary>
    Task<IReadOnlyList<Completed>> Of(IReadOnlyCollection<Commitment> commitments, DateOnly until);
}

/// <summary>Something was done for a commitment.</summary>
/// <param name="UnitPath">Where in the tree the unit is that did it.</param>
internal sealed record Completed(Id<Commitment> Commitment, string UnitPath, DateTimeOffset At)
{
    /// <summary>How much of what the commitment counts it was: once, or so many conversations.</summary>
    public int Amount { get; init; } = 1;
}

/// <summary>What the rooms have done for commitments.</summary>
internal sealed class Completions(IEnumerable<ICompletes> rooms)
{
    public async Task<ILookup<Id<Commitment>, Completed>> Of(IReadOnlyCollection<Commitment> commitments, DateOnly until)
    {
        var done = new List<Completed>();
        foreach (var room in commitments.Count == 0 ? [] : rooms)
            done.AddRange(await room.Of(commitments, until));
        return done.ToLookup(d => d.Commitment);
    }

    /// <summary>What is done counts it: it is so and so many of something, no measure follows it, and it is not so many in each part.</summary>
    /// <param name="ofPart">It is a unit's part that is asked about.</param>
    public static bool Count(Commitment commitment, bool ofPart) => commitment.MeasureCode is null && commitment.Reading.MeasureDirection is not null
        && !FactsOf.Changes(commitment) && !Wording.IsShare(commitment.Reading) && (ofPart || commitment.Reading.MeasurePer is null);
}
