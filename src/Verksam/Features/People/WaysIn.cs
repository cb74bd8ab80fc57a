using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>What a person signs in with, and when that last happened.</summary>
/// <param name="Stamp">Another when all that was begun with the way in shall end.</param>
/// <param name="RemindersPaused">The person wants no reminders.</param>
internal sealed record WayIn(string Email, DateTimeOffset? LastSignIn, string Stamp, bool RemindersPaused);

/// <summary>A socket: who has a way in. The room that keeps accounts answers.</summary>
internal interface IWaysIn
{
    /// <summary>Those who have one; for use inside a query.</summary>
    IQueryable<Id<Person>> Holders { get; }

    Task<WayIn?> Of(Id<Person> person);

    /// <summary>The person's address has changed: letters with links go there from now on. Saved with the change.</summary>
    Task<Refusal?> Follow(Person person);
}
