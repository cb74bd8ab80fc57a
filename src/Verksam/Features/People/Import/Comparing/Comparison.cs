using System.Globalization;
using Verksam.Features.People.Belonging;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>Field by field: what a row says against what is known. Only what would change is told.</summary>
internal static class Comparison
{
    public static IReadOnlyList<Change> Of(Said said, Known known, Rules rules) => [.. All(said, known, rules)];

    private static IEnumerable<Change> All(Said said, Known known, Rules rules) =>
        Identity(said, known).Concat(Ways(said, known)).Concat(Belonging(said, known, rules)).Concat(Added(said, known));

    private static IEnumerable<Change> Identity(Said said, Known known)
    {
        if (said.Number is { } number && number != known.Number)
            yield return new(ImportField.Number, known.Number, number);
        if (Known.Fold(said.Name) != Known.Fold(known.Name))
            yield return new(ImportField.Name, known.Name, said.Name);
        if (said.Born is { } born && born != known.Born)
            yield return new(ImportField.Born, Day(known.Born), Day(born)!);
        else if (said is { Born: null, BirthYear: { } year } && year != (known.Born?.Year ?? known.BirthYear))
            yield return new(ImportField.BirthYear, (known.Born?.Year ?? known.BirthYear)?.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));
        if (said.Language is { } language && language != known.Language)
            yield return new(ImportField.Language, known.Language, language);
    }

    private static IEnumerable<Change> Ways(Said said, Known known)
    {
        if (!known.KeepsAddress && Missing(said.Emails, known.Emails, Folding.Email) is { Count: > 0 } emails)
            yield return new(ImportField.Email, Replaced(said.Emails, known.Emails), Join(emails));
        if (Missing(said.Phones, known.Phones, Folding.Phone) is { Count: > 0 } phones)
            yield return new(ImportField.Phone, Replaced(said.Phones, known.Phones), Join(phones));
        if (said.Home?.Over(known.Home) is { } home && home != known.Home && !string.Equals(home.Line, known.Home?.Line, StringComparison.OrdinalIgnoreCase))
            yield return new(ImportField.Home, known.Home?.Line, home.Line);
    }

    private static IEnumerable<Change> Belonging(Said said, Known known, Rules rules)
    {
        if (said.Unit is { } unit && unit != known.Unit)
            yield return new(ImportField.Unit, known.Unit.ToString(), unit.ToString());
        if (Becomes(said, known, rules) is { } kind && kind != known.Relation)
            yield return new(ImportField.Relation, known.Relation?.ToString(), kind.ToString());
        if (said.PaidTo is { } paid && (known.PaidTo is null || paid > known.PaidTo))
            yield return new(ImportField.PaidTo, Day(known.PaidTo), Day(paid)!);
    }

    // a row of a whole register that tells no relation still tells that somebody is there
    private static RelationKind? Becomes(Said said, Known known, Rules rules) => said.Relation
        ?? (rules.IsWhole && (known.Relation is null or RelationKind.Former) ? rules.Kind : null);

    private static IEnumerable<Change> Added(Said said, Known known)
    {
        if (said.IsProtected && !known.IsProtected)
            yield return new(ImportField.Protected, null, bool.TrueString);
        if (said.Tags.Where(t => !known.Tags.Contains(AppDb.Folded(t))).ToList() is { Count: > 0 } tags)
            yield return new(ImportField.Tags, null, Join(tags));
        if (said.Note is { } note && !known.Notes.Contains(note))
            yield return new(ImportField.Note, null, note);
    }

    /// <summary>What the file has and the person has not.</summary>
    public static List<string> Missing(IReadOnlyList<string> said, IReadOnlyList<string> known, Func<string, string> fold) =>
        said.Count == 0 ? [] : [.. said.Where(s => !known.Any(k => fold(k) == fold(s)))];

    /// <summary>One for one is another in its place; with several nobody can tell which is old, and all stay.</summary>
    public static string? Replaced(IReadOnlyList<string> said, IReadOnlyList<string> known) => said.Count == 1 && known.Count == 1 ? known[0] : null;

    private static string Join(IEnumerable<string> values) => string.Join(", ", values);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
