using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>How it stands with one person on a list. Those from <see cref="AskedForPeace"/> on are left out, each for its reason.</summary>
internal enum CallStanding
{
    /// <summary>Nobody has tried.</summary>
    Untried = 0,

    /// <summary>Tried without a talk, and to be tried again.</summary>
    Again = 1,

    /// <summary>There has been a talk on this list.</summary>
    Reached = 2,

    /// <summary>Tried as often as the list says.</summary>
    GivenUp = 3,

    AskedForPeace = 4,
    Protected = 5,
    WrongNumber = 6,
    NoNumber = 7,

    /// <summary>There was a talk on some list lately.</summary>
    Resting = 8,
}

/// <summary>How it stands with everybody on a list, from what callers have told: nothing is counted beside that.</summary>
internal static class Standings
{
    /// <summary>Nobody who did not answer is tried again before this.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromHours(4);

    /// <param name="chosen">Those on the list (<see cref="OnLists"/>).</param>
    public static IQueryable<OnList> Of(CallList list, AppDb db, IQueryable<Person> chosen, DateTimeOffset now)
    {
        var (id, mostTries, rested) = (list.Id, list.MostTries, now.AddDays(-list.CooldownDays));
        var calls = db.Calls.Where(c => !c.IsTakenBack);
        var talks = calls.Where(c => c.Outcome == CallOutcome.Reached || c.Outcome == CallOutcome.WantsTo || c.Outcome == CallOutcome.DoesNotWant);
        var here = calls.Where(c => c.ListId == id).OrderByDescending(c => c.At);
        return
            from person in chosen
            let tries = here.Count(c => c.PersonId == person.Id)
            select new OnList
            {
                Person = person,
                Tries = tries,
                LastAt = here.Where(c => c.PersonId == person.Id).Select(c => (DateTimeOffset?)c.At).FirstOrDefault(),
                CallBackAt = here.Where(c => c.PersonId == person.Id).Select(c => c.CallBackAt).FirstOrDefault(),
                Standing = talks.Any(c => c.ListId == id && c.PersonId == person.Id) ? CallStanding.Reached
                    : person.IsProtected ? CallStanding.Protected
                    : person.DoNotCall ? CallStanding.AskedForPeace
                    : person.Phone == null ? db.Ways.Any(w => w.PersonId == person.Id && w.Kind == Reach.WayKind.Phone) ? CallStanding.WrongNumber : CallStanding.NoNumber
                    : tries >= mostTries ? CallStanding.GivenUp
                    : talks.Any(c => c.PersonId == person.Id && c.At > rested) ? CallStanding.Resting
                    : tries == 0 ? CallStanding.Untried : CallStanding.Again,
            };
    }

    /// <summary>Those who may be called at the moment, in the order they are taken: never tried, asked to be called by now, the oldest try.</summary>
    public static IQueryable<OnList> InTurn(this IQueryable<OnList> all, DateTimeOffset now)
    {
        var breath = now - Breath;
        return all.Where(o => o.Standing == CallStanding.Untried
                || (o.Standing == CallStanding.Again && (o.CallBackAt == null ? o.LastAt <= breath : o.CallBackAt <= now)))
            .OrderBy(o => o.Standing == CallStanding.Untried ? 0 : o.CallBackAt != null ? 1 : 2)
            .ThenBy(o => o.CallBackAt ?? o.LastAt).ThenBy(o => o.Person.Id);
    }

    internal sealed class OnList
    {
        public required Person Person { get; init; }
        public required int Tries { get; init; }
        public required DateTimeOffset? LastAt { get; init; }

        /// <summary>When the person asked to be called, if that was the last that came of it.</summary>
        public required DateTimeOffset? CallBackAt { get; init; }

        public required CallStanding Standing { get; init; }
    }
}
