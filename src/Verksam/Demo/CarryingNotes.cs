using System.Globalization;
using Verksam.Features.Planning.Carrying;

namespace Verksam.Demo;

/// <summary>What one said of a commitment on a day.</summary>
internal sealed record NoteLine(DateOnly Day, decimal? Count, Status? Word, string Text);

/// <summary>Who carries the commitment that begins with these words, what counts it, and what has been said of it.</summary>
internal sealed record CarryingNote(string Opening, string Owner, string? Deputy, string? Measure, IReadOnlyList<NoteLine> Lines);

/// <summary>
/// Reads the files carrying-2025.txt and carrying-2026.txt. A note is "opening | owner | deputy | measure" and, below it,
/// lines of a day, perhaps a count (#12), perhaps a word (klar, på väg, risk), and what was said.
/// </summary>
internal static class CarryingNotes
{
    private static readonly (string Word, Status Status)[] Words =
        [("klar ", Status.Done), ("på väg ", Status.OnTrack), ("risk ", Status.AtRisk)];

    public static IEnumerable<CarryingNote> Read(string text)
    {
        foreach (var note in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = note.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var head = lines[0].Split('|', StringSplitOptions.TrimEntries);
            yield return new CarryingNote(head[0], head[1], At(head, 2), At(head, 3), [.. lines.Skip(1).Select(Line)]);
        }
    }

    private static string? At(string[] head, int index) => index < head.Length && head[index].Length > 0 ? head[index] : null;

    private static NoteLine Line(string line)
    {
        var day = DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rest = line[10..].TrimStart() + " ";
        var count = (decimal?)null;
        if (rest[0] == '#')
        {
            var end = rest.IndexOf(' ', StringComparison.Ordinal);
            count = decimal.Parse(rest[1..end], CultureInfo.InvariantCulture);
            rest = rest[(end + 1)..];
        }
        var (word, status) = Words.FirstOrDefault(w => rest.StartsWith(w.Word, StringComparison.Ordinal));
        return new NoteLine(day, count, word is null ? null : status, rest[(word?.Length ?? 0)..].Trim());
    }
}
