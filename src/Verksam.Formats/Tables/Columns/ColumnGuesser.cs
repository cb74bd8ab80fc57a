using System.Globalization;

namespace Verksam.Formats.Tables.Columns;

/// <summary>
/// Guesses what each column of a register is, from its heading and from what stands below it. Numbers with a check digit, addresses and phones
/// outweigh a heading that says otherwise; a field that a person has one of is given to the one column that fits it best.
/// </summary>
public static class ColumnGuesser
{
    private const double Same = 0.95;
    private const double LikeAtMost = 0.85;
    private const double Least = 0.35;

    // What a heading is worth above contents that speak against it
    private const double Contradicted = 0.3;

    /// <summary>Guesses, one a column, in their order.</summary>
    /// <param name="headings">One a column; empty where it has none.</param>
    /// <param name="rows">Some of the rows, a few hundred are enough; a row may be short.</param>
    /// <param name="today">What ages are counted from.</param>
    public static IReadOnlyList<ColumnGuess> Guess(
        IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, DateOnly today)
    {
        var candidates = Enumerable.Range(0, headings.Count)
            .SelectMany(column => Candidates(column, headings[column], [.. rows.Select(r => column < r.Count ? r[column] : "")], today))
            .Where(c => c.Confidence >= Least).OrderByDescending(c => c.Confidence).ThenBy(c => c.Column);
        var (guesses, taken) = (new ColumnGuess?[headings.Count], new Dictionary<ColumnField, int>());
        var refused = new ColumnGuess?[headings.Count];
        foreach (var candidate in candidates.Where(c => guesses[c.Column] is null))
        {
            if (MayBeMany(candidate.Field) || taken.TryAdd(candidate.Field, candidate.Column)) guesses[candidate.Column] = candidate;
            else refused[candidate.Column] ??= candidate with
            {
                Field = ColumnField.Ignore,
                Reason = ColumnReasons.Taken,
                Argument = taken[candidate.Field].ToString(CultureInfo.InvariantCulture),
            };
        }
        return [.. guesses.Select((g, column) => g ?? refused[column] ?? new ColumnGuess(column, ColumnField.Ignore, 0, ColumnReasons.Nothing))];
    }

    /// <summary>A person may have several of it, so several columns may be it.</summary>
    public static bool MayBeMany(ColumnField field) =>
        field is ColumnField.Ignore or ColumnField.Email or ColumnField.Phone or ColumnField.Mobile or ColumnField.Tags or ColumnField.Note;

    private static IEnumerable<ColumnGuess> Candidates(int column, string heading, IReadOnlyList<string> cells, DateOnly today)
    {
        var sign = ContentSigns.Look(cells, today);
        foreach (var named in OfHeading(column, heading))
        {
            yield return sign is null ? named
                : sign.Allows(named.Field) ? Together(named, sign)
                : named with { Confidence = named.Confidence * (1 - (sign.Strength * (1 - Contradicted))) };
        }
        if (sign is not null) yield return new ColumnGuess(column, sign.Field, sign.Strength, sign.Reason, sign.Argument);
    }

    private static IEnumerable<ColumnGuess> OfHeading(int column, string heading)
    {
        var plain = FieldWords.Plain(heading);
        if (plain.Length == 0) return [];
        if (FieldWords.Same(plain) is { } field) return [new ColumnGuess(column, field, Same, ColumnReasons.SameHeading, heading)];
        return FieldWords.Like(plain).GroupBy(l => l.Field).Select(g => g.MaxBy(l => l.Likeness))
            .Select(l => new ColumnGuess(column, l.Field, l.Likeness * LikeAtMost, ColumnReasons.LikeHeading, l.Word));
    }

    // Both say the same: surer than either; the reason is the one that says more
    private static ColumnGuess Together(ColumnGuess named, ContentSign sign)
    {
        if (sign.Field != named.Field && !(named.Field is ColumnField.Phone && sign.Field is ColumnField.Mobile)) return named;
        var both = named with { Confidence = 1 - ((1 - named.Confidence) * (1 - sign.Strength)) };
        return sign.Strength > named.Confidence ? both with { Reason = sign.Reason, Argument = sign.Argument } : both;
    }
}
