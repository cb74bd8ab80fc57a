using Verksam.Kernel;

namespace Verksam.Features.People.Activity;

/// <summary>A socket: something that shows that somebody takes part. Which of them count is a setting (<see cref="ActiveRule"/>).</summary>
internal interface ISignOfActivity
{
    /// <summary>Stable, kept in the setting: "duty".</summary>
    string Key { get; }

    /// <summary>The key of its words, to stand after "den som": "har eller har haft ett uppdrag".</summary>
    string Text { get; }

    /// <summary>Those who showed it at some time between two days, both included; one may be there more than once.</summary>
    IQueryable<Id<Person>> Between(DateOnly from, DateOnly to);
}
