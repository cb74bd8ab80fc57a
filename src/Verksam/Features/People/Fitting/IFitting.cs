using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Fitting;

/// <summary>
/// A socket: what a room has that somebody may be asked to do. What people can and like leads to it: each skill of the list says to which.
/// Registered as <c>AddScoped&lt;IFitting, …&gt;()</c>.
/// </summary>
internal interface IFitting
{
    /// <summary>What a skill keeps of it, in the database and in the log: a word that people know. Never rename.</summary>
    string Key { get; }

    /// <summary>The key of what it is called where one chooses: "Ringa".</summary>
    string Name { get; }

    /// <summary>What there is today that this reader may see, the most urgent first; one question or two.</summary>
    Task<IReadOnlyList<Fit>> Of(FitAsk ask);
}

/// <summary>For whom something is looked for, and by whom.</summary>
/// <param name="IsMember">Today; sympathisers are not asked to sit for the organisation.</param>
internal sealed record FitAsk(PersonAsk Who, bool IsMember)
{
    /// <summary>The person's unit and those above it.</summary>
    public IReadOnlyList<Id<Unit>> Line { get; } = UnitLine.Of(Who.Unit.Path);
}

/// <summary>Something to ask for.</summary>
/// <param name="Url">Where one says yes, or gives it to the person; null where this reader has nothing to press.</param>
internal sealed record Fit(string Text, string? Url);
