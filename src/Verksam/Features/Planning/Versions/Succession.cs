using Verksam.PlanReading;

namespace Verksam.Features.Planning.Versions;

/// <summary>From one version of a plan to the next: what is unchanged keeps its commitment, with number, owner and history.</summary>
internal static class Succession
{
    /// <summary>Marks in <paramref name="next"/> each that stands unchanged there. Gives those that could not be found.</summary>
    public static IReadOnlyList<Commitment> Anchor(PlanVersion version, PlanVersion next, IEnumerable<Commitment> commitments)
    {
        var anchors = new Anchors(version.Text, next.Text);
        var lost = new List<Commitment>();
        foreach (var commitment in commitments)
        {
            if (anchors.Find(commitment.RangesIn(version.Id)) is { Count: > 0 } ranges)
                commitment.MarkIn(next.Id, ranges);
            else
                lost.Add(commitment);
        }
        return lost;
    }

    /// <summary>What the reader finds in the new text where nothing is marked already.</summary>
    public static IReadOnlyList<Commitment> Besides(PlanVersion next, IEnumerable<FoundCommitment> found, IEnumerable<Commitment> marked)
    {
        var taken = marked.SelectMany(c => c.RangesIn(next.Id)).ToList();
        return [.. found.Where(f => !f.Ranges.Any(r => taken.Exists(t => t.Start < r.End && r.Start < t.End)))
            .Select(f => Commitment.Found(next.PlanId, next.Id, f))];
    }

    /// <summary>Which of the found is most like what was lost, when any is: for a person to say yes to.</summary>
    public static Commitment? Likeliest(string lost, IEnumerable<(Commitment Commitment, string Words)> found)
    {
        const double alike = 0.4;
        var words = WordsOf(lost);
        var best = found.Select(f => (f.Commitment, Likeness: Likeness(words, WordsOf(f.Words)))).OrderByDescending(f => f.Likeness).FirstOrDefault();
        return best.Likeness >= alike ? best.Commitment : null;
    }

    /// <summary>The words of a text, each once, in capitals.</summary>
    public static HashSet<string> WordsOf(string text) =>
        [.. text.Split([' ', ',', '.', ';', ':', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToUpperInvariant())];

    /// <summary>How much of two sets of words is the same, 0 to 1: Dice's coefficient.</summary>
    public static double Likeness(HashSet<string> a, HashSet<string> b) => a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
