using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Doing;

/// <summary>A socket: what there is in a room that a person can do this week, near them and by what they can and like. A few questions however much there is.</summary>
internal interface ICanDo
{
    Task<IReadOnlyList<Doable>> For(DoAsk ask);
}

/// <summary>For whom something is looked for: always whoever asks.</summary>
/// <param name="Unit">Where the person belongs.</param>
internal sealed record DoAsk(CurrentUser Me, Person Self, Unit Unit, DateOnly Today)
{
    /// <summary>The person's unit and those above it.</summary>
    public IReadOnlyList<Id<Unit>> Line { get; } = UnitLine.Of(Unit.Path);

    /// <summary>May read what is for members; others see what is open to all.</summary>
    public bool SeesPlan => Me.Can(Permission.SeePlan);
}
