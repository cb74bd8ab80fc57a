using System.Security.Cryptography;
using System.Text;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Columns;

namespace Verksam.Features.People.Import.Reading;

/// <summary>A column as it is shown: its heading, what stands in it, what it is taken for, and why.</summary>
internal sealed record ColumnShown(string Heading, string Examples, ColumnField Field, string Reason, string? Argument);

/// <summary>Guesses what a file's columns are, and shows them.</summary>
internal static class Guessing
{
    /// <summary>Said of a column that is better left out: what union somebody is in is nobody's business here.</summary>
    public const string IsItNeeded = "needed";

    /// <summary>It was so for the last file with these headings.</summary>
    public const string AsBefore = "as-before";

    private const int Sample = 300, Examples = 3, LongestExample = 28;

    public static IReadOnlyList<ColumnShown> Look(OpenTable table, Mapping mapping, DateOnly today)
    {
        var rows = table.Rows().Take(Sample).ToList();
        var guesses = Guess(table, rows, today);
        return [.. guesses.Select((g, at) => Shown(table, rows, g, mapping.Columns.Count == guesses.Count ? mapping.Columns[at] : g.Field))];
    }

    public static IReadOnlyList<ColumnField> Fields(OpenTable table, DateOnly today) => [.. Guess(table, [.. table.Rows().Take(Sample)], today).Select(g => g.Field)];

    /// <summary>What files with the same headings have in common.</summary>
    public static string Sum(OpenTable table) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', table.Findings.Headings))));

    private static IReadOnlyList<ColumnGuess> Guess(OpenTable table, IReadOnlyList<TableRow> rows, DateOnly today) =>
        [.. ColumnGuesser.Guess(table.Findings.Headings, [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => c.Text)])], today)
            .Select(g => g.Field == ColumnField.Unit && IsUnion(table.Findings.Headings[g.Column]) || !ImportFields.Offered.Contains(g.Field)
                ? g with { Field = ColumnField.Ignore, Reason = IsUnion(table.Findings.Headings[g.Column]) ? IsItNeeded : g.Reason } : g)];

    private static bool IsUnion(string heading) => heading.StartsWith("fack", StringComparison.OrdinalIgnoreCase);

    private static ColumnShown Shown(OpenTable table, IReadOnlyList<TableRow> rows, ColumnGuess guess, ColumnField field)
    {
        var examples = rows.Select(r => r[guess.Column].Text.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(Examples)
            .Select(t => field == ColumnField.NationalId || guess.Field == ColumnField.NationalId ? RowCells.Masked(t) : t.Length > LongestExample ? t[..LongestExample] + "\u2026" : t);
        var same = guess.Field == field;
        return new ColumnShown(table.Findings.Headings[guess.Column], string.Join(" \u00B7 ", examples), field, same ? guess.Reason : AsBefore, same ? guess.Argument : null);
    }
}
