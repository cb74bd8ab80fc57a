using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>A figure at a day: a count, or a share with what it is a share of.</summary>
/// <param name="Value">The count, or the numerator of a share.</param>
/// <param name="Of">The denominator of a share; null for a count.</param>
internal sealed record Figure(decimal Value, decimal? Of = null)
{
    /// <summary>What is compared: the count, or the share in percent.</summary>
    public decimal Compared => Of is { } of ? of == 0 ? 0 : Math.Round(100 * Value / of, 1) : Value;

    /// <summary>Counts add, shares weigh by what they are shares of.</summary>
    public static Figure? Sum(IEnumerable<Figure> parts)
    {
        var all = parts.ToList();
        return all.Count == 0 ? null
            : new Figure(all.Sum(f => f.Value), all.TrueForAll(f => f.Of is not null) ? all.Sum(f => f.Of) : null);
    }
}

/// <summary>A measure that can also be told sort by sort.</summary>
internal interface IBySort
{
    /// <summary>The key of the heading: "kind by kind".</summary>
    string Sorts { get; }

    /// <summary>The figure of each sort, in their order; a sort that has nothing is not there.</summary>
    Task<IReadOnlyList<Sort>> BySort(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled);
}

/// <summary>What a sort is called, and its figure.</summary>
internal sealed record Sort(string Name, Figure Figure);

/// <summary>One row behind a figure; the person is named only to those who may see people.</summary>
internal sealed record MeasureRow(DateOnly Day, string What, Guid? Person = null);

/// <summary>
/// A socket: a figure that the plan can follow, counted from dated rows whenever it is asked for, never kept as a counter.
/// Rooms above plug into it in their modules.
/// </summary>
internal interface IMeasure
{
    /// <summary>Stable, stored with the commitment: "people".</summary>
    string Code { get; }

    /// <summary>What its page is called in the address.</summary>
    string Slug => Code;

    /// <summary>The key of its name, "Planning.Measures.people".</summary>
    string Text { get; }

    /// <summary>What it counts, when the name does not say it all: a sentence to stand beside the figure.</summary>
    ValueTask<string?> Definition() => ValueTask.FromResult<string?>(null);

    /// <summary>Of what the register tells; shown on the overview only when the plan follows it.</summary>
    bool IsDetail => false;

    /// <summary>The figure of each of the units (asked for as a question, because they may be a thousand) as it was at the end of the day, counted from the first day; a unit that has nothing to count is not there.</summary>
    Task<IReadOnlyDictionary<Id<Unit>, Figure>> ByUnit(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, CancellationToken cancelled);

    /// <summary>The rows behind it, newest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<MeasureRow>> Rows(IQueryable<Id<Unit>> units, DateOnly from, DateOnly to, int most, CancellationToken cancelled);
}
