using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>
/// Who is to call somebody new. By rule: the unit's pool, first those who speak the person's language, then whoever has fewest; else who leads
/// the unit; else the same one level up, and so on to the top. Nobody is left out as long as somebody anywhere above has a way in.
/// </summary>
/// <param name="load">How many wait for each already; counted on as one chooses.</param>
internal sealed class ContactChoice(IReadOnlyList<ContactChoice.InPool> pool, IReadOnlyList<ContactChoice.Lead> leads, Dictionary<Id<Person>, int> load)
{
    private const string Ours = "sv";

    public (Id<Person> Person, ContactRule Rule)? For(New who)
    {
        for (var path = who.UnitPath; path.Length > 1; path = Above(path))
        {
            var level = path == who.UnitPath ? ContactRule.Chair : ContactRule.Above;
            if (!who.IsProtected && FromPool(who, path) is { } called)
                return Take(called, ContactRule.Pool);
            if (Leading(who, path) is { } lead)
                return Take(lead, level);
        }
        return null;
    }

    /// <summary>Whether the rule that gave it still would: who has lost the duty, or pauses, has it no longer.</summary>
    /// <param name="present">Those who hold something today and have a way in.</param>
    public bool Keeps(WelcomeCase of, string path, bool isProtected, IReadOnlySet<Id<Person>> present)
    {
        if (of.ContactId is not { } contact || !present.Contains(contact))
            return false;
        var chosen = pool.Where(p => p.PersonId == contact && path.StartsWith(p.UnitPath, StringComparison.Ordinal)).ToList();
        if (isProtected)
            return leads.Any(l => l.PersonId == contact && l.Covers(path) && l.SeesProtected);
        if (chosen.Count > 0 && chosen.TrueForAll(p => p.IsPaused))
            return false;
        return of.ContactRule switch
        {
            ContactRule.Hand => true,
            ContactRule.Pool => chosen.Count > 0,
            _ => leads.Any(l => l.PersonId == contact && l.Covers(path)),
        };
    }

    private Id<Person>? FromPool(New who, string path) => pool
        .Where(p => p.UnitPath == path && !p.IsPaused && p.PersonId != who.PersonId && LoadOf(p.PersonId) < p.Most)
        .OrderByDescending(p => who.Language is null or Ours || p.Languages.Contains(who.Language))
        .ThenBy(p => LoadOf(p.PersonId)).ThenBy(p => p.PersonId.Value).Select(p => (Id<Person>?)p.PersonId).FirstOrDefault();

    private Id<Person>? Leading(New who, string path) => leads
        .Where(l => l.UnitPath == path && l.PersonId != who.PersonId && (!who.IsProtected || l.SeesProtected) && (l.UnitPath == who.UnitPath || l.Below))
        .OrderBy(l => l.Order).ThenBy(l => LoadOf(l.PersonId)).ThenBy(l => l.PersonId.Value).Select(l => (Id<Person>?)l.PersonId).FirstOrDefault();

    private int LoadOf(Id<Person> person) => load.GetValueOrDefault(person);

    private (Id<Person>, ContactRule) Take(Id<Person> person, ContactRule rule)
    {
        load[person] = LoadOf(person) + 1;
        return (person, rule);
    }

    // "/a/b/" → "/a/" → "/"
    private static string Above(string path) => path[..(path.TrimEnd('/').LastIndexOf('/') + 1)];

    /// <summary>Somebody new, as far as the choice asks.</summary>
    internal sealed record New(Id<Person> PersonId, string UnitPath, string? Language, bool IsProtected);

    internal sealed record InPool(Id<Person> PersonId, string UnitPath, int Most, IReadOnlyCollection<string> Languages, bool IsPaused);

    /// <summary>Somebody who may change what is written of people there.</summary>
    /// <param name="Order">A chair before an organiser before an administrator.</param>
    internal sealed record Lead(Id<Person> PersonId, string UnitPath, int Order, bool Below, bool SeesProtected)
    {
        public bool Covers(string path) => Below ? path.StartsWith(UnitPath, StringComparison.Ordinal) : path == UnitPath;
    }
}
