using System.Linq.Expressions;
using System.Text.Json;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>Somebody tried to reach somebody new: who, when, and what came of it.</summary>
internal sealed class WelcomeTry : Entity<WelcomeTry>, IAudited, IAboutPerson
{
    /// <summary>The person was reached, for use inside queries.</summary>
    public static readonly Expression<Func<WelcomeTry, bool>> WasContact =
        t => t.Outcome == CallOutcome.Reached || t.Outcome == CallOutcome.WantsTo || t.Outcome == CallOutcome.DoesNotWant;

    private WelcomeTry() { }

    public WelcomeTry(WelcomeCase of, CallOutcome outcome, Id<Person> by, DateTimeOffset now)
    {
        (CaseId, PersonId, Outcome, ById) = (of.Id, of.PersonId, outcome, by);
        (At, TriedOn, TryAgainWas) = (now, OurTime.DayOf(now), of.TryAgainOn);
    }

    public Id<WelcomeCase> CaseId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public Id<Person>? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The day of it here, as measures count.</summary>
    public DateOnly TriedOn { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>What the case said before, for a way back.</summary>
    public DateOnly? TryAgainWas { get; private set; }

    /// <summary>JSON of <see cref="Traces"/>: what else was changed, for a way back.</summary>
    public string TracesJson { get; private set; } = "{}";

    Guid? IAboutPerson.About => PersonId.Value;

    public static bool IsContact(CallOutcome outcome) => outcome is CallOutcome.Reached or CallOutcome.WantsTo or CallOutcome.DoesNotWant;

    public void Leave(Traces traces) => TracesJson = JsonSerializer.Serialize(traces);

    public Traces Left => JsonSerializer.Deserialize<Traces>(TracesJson)!;

    /// <param name="Note">Written at the same time.</param>
    /// <param name="Way">Found to be wrong.</param>
    /// <param name="WayWas">What was known of it before.</param>
    /// <param name="Skills">Written on the person.</param>
    /// <param name="Silenced">The person asked not to be called, and had not asked before.</param>
    /// <param name="Invitation">Given at the same time.</param>
    internal sealed record Traces(
        Guid? Note = null, Guid? Way = null, WayState WayWas = WayState.Untried, IReadOnlyList<Guid>? Skills = null, bool Silenced = false, Guid? Invitation = null);
}
