using Verksam.PlanReading;

namespace Verksam.Features.Planning.Versions;

/// <summary>
/// Finds a passage of one text in another. It is found when every character of it stands unbroken in the other and nothing has come
/// into its sentence before or after it; or when it was moved, and stands there once.
/// </summary>
internal sealed class Anchors(string was, string now)
{
    private const string SentenceEnds = ".!?:";

    private readonly IReadOnlyList<Common> _common = TextDiff.Of(was, now);

    /// <summary>All of them in order, or null when one could not be found.</summary>
    public IReadOnlyList<TextRange>? Find(IReadOnlyList<TextRange> ranges)
    {
        var found = new List<TextRange>();
        foreach (var range in ranges)
        {
            if (Find(range) is not { } there || (found.Count > 0 && there.Start < found[^1].End))
                return null;
            found.Add(there);
        }
        return found;
    }

    private TextRange? Find(TextRange range)
    {
        var run = _common.FirstOrDefault(r => r.Was <= range.Start && range.End <= r.Was + r.Length);
        var there = run.Length > 0 ? new TextRange(run.Now + range.Start - run.Was, range.Length) : Moved(range);
        return there is { } found && IsWhole(range, found) ? found : null;
    }

    private TextRange? Moved(TextRange range)
    {
        var words = range.In(was);
        var first = now.IndexOf(words, StringComparison.Ordinal);
        return first >= 0 && now.IndexOf(words, first + 1, StringComparison.Ordinal) < 0 ? new TextRange(first, range.Length) : null;
    }

    // "Vi ska inte längre: " set before a sentence makes another of it
    private bool IsWhole(TextRange there, TextRange here)
    {
        var (before, beforeNow) = (Before(was, there.Start), Before(now, here.Start));
        var (after, afterNow) = (After(was, there.End), After(now, here.End));
        var ended = SentenceEnds.Contains(now[here.End - 1], StringComparison.Ordinal);
        return (before == beforeNow || beforeNow is '\n' || SentenceEnds.Contains(beforeNow, StringComparison.Ordinal))
            && (ended || after == afterNow || afterNow is '\n' || SentenceEnds.Contains(afterNow, StringComparison.Ordinal));
    }

    private static char Before(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
            at--;
        return at == 0 ? '\n' : text[at - 1];
    }

    private static char After(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at == text.Length ? '\n' : text[at];
    }
}
