namespace Verksam.Features.People.Listing;

/// <summary>What a list of people can tell beside the name. The names are what addresses and the database say: never rename.</summary>
internal enum ListColumn
{
    Enhet,
    Uppdrag,
    Gickmed,
    Avgift,
    Konto,
    Epost,
    Ort,
    Kan,
    Taggar,
    Fodd,
    Nummer,
}

internal static class ListColumns
{
    /// <summary>More would not fit on a line.</summary>
    public const int Most = 6;

    public static readonly IReadOnlyList<ListColumn> Usual = [ListColumn.Enhet, ListColumn.Uppdrag, ListColumn.Gickmed, ListColumn.Konto];

    /// <summary>"enhet,gickmed": those that there are, each once, in their own order; not more than fit.</summary>
    public static IReadOnlyList<ListColumn>? Read(IEnumerable<string?> asked) => All(asked).Take(Most).ToList() is { Count: > 0 } columns ? columns : null;

    /// <summary>Also more than fit.</summary>
    public static IEnumerable<ListColumn> All(IEnumerable<string?> asked) =>
        asked.SelectMany(a => (a ?? "").Split(',')).Select(a => Enum.TryParse<ListColumn>(a, ignoreCase: true, out var c) && Enum.IsDefined(c) && !char.IsAsciiDigit(a.Trim()[0]) ? c : (ListColumn?)null)
            .OfType<ListColumn>().Distinct().Order();

    public static string Written(IEnumerable<ListColumn> columns) => string.Join(',', columns.Select(c => c.ToString().ToLowerInvariant()));
}
