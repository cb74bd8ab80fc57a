using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning.Versions;
using Verksam.Kernel;

namespace Verksam.Features.Planning.NextYear;

/// <summary>Which commitment of the year before each new one carries on: the same words, or nearly.</summary>
internal static class Descent
{
    // of the words of both, this share stands in both: a day moved or a place added still leaves it the same promise
    private const double Alike = 0.7;

    // words that so many share tell nothing, and to compare all by them would take long
    private const int Common = 60;

    /// <summary>Says of each what it carries on, where that can be told. What a person has said is not touched.</summary>
    /// <param name="db">The database.</param>
    /// <param name="plan">The plan they are new in.</param>
    /// <param name="version">The text they stand in.</param>
    /// <param name="found">Those that are new.</param>
    public static async Task Trace(AppDb db, Plan plan, PlanVersion version, IReadOnlyList<Commitment> found)
    {
        if (found.Count == 0 || await Before(db, plan) is not { } before)
            return;
        var earlier = await db.Commitments.AsNoTracking().Include(c => c.Passages.Where(p => p.VersionId == before.Id))
            .Where(c => c.PlanId == before.PlanId && c.Chapter != null && c.Passages.Any(p => p.VersionId == before.Id)).ToListAsync();
        var pairs = Match([.. earlier.Select(c => (c.Id, c.WordsIn(before)))], [.. found.Select(c => (c.Id, c.WordsIn(version)))]);
        foreach (var commitment in found)
        {
            if (pairs.TryGetValue(commitment.Id, out var from))
                commitment.CarriesOn(from);
        }
    }

    /// <summary>The unit's plan that held in the year before, as it was last adopted.</summary>
    public static Task<PlanVersion?> Before(AppDb db, Plan plan) => (
        from version in db.PlanVersions.AsNoTracking()
        join earlier in db.Plans on version.PlanId equals earlier.Id
        where earlier.UnitId == plan.UnitId && earlier.Year == plan.Year - 1 && version.State == VersionState.Adopted
        select version).SingleOrDefaultAsync();

    /// <summary>The later ones with the earlier one that each is most like; nobody has two.</summary>
    public static IReadOnlyDictionary<TLater, TEarlier> Match<TEarlier, TLater>(IReadOnlyList<(TEarlier Key, string Words)> earlier, IReadOnlyList<(TLater Key, string Words)> later)
        where TEarlier : notnull where TLater : notnull
    {
        var was = earlier.Select(e => (e.Key, Words: Words(e.Words))).ToList();
        var byWord = was.SelectMany((e, i) => e.Words.Select(w => (Word: w, At: i))).ToLookup(x => x.Word, x => x.At, StringComparer.Ordinal);
        var likenesses = new List<(double Likeness, int Earlier, int Later)>();
        for (var i = 0; i < later.Count; i++)
        {
            var words = Words(later[i].Words);
            likenesses.AddRange(words.Select(w => byWord[w]).Where(at => at.Count() <= Common).SelectMany(at => at).Distinct()
                .Select(at => (Succession.Likeness(was[at].Words, words), at, i)).Where(x => x.Item1 >= Alike));
        }
        var pairs = new Dictionary<TLater, TEarlier>();
        var taken = new HashSet<int>();
        foreach (var (_, from, to) in likenesses.OrderByDescending(x => x.Likeness).ThenBy(x => x.Earlier).ThenBy(x => x.Later))
        {
            if (!taken.Contains(from) && pairs.TryAdd(later[to].Key, earlier[from].Key))
                taken.Add(from);
        }
        return pairs;
    }

    // years change from plan to plan and say nothing of what is promised
    private static HashSet<string> Words(string text) =>
        [.. Succession.WordsOf(text).Where(w => !(w.Length == 4 && w.All(char.IsAsciiDigit)))];
}
