namespace Verksam.Formats.Tables.Cells;

/// <summary>What a cell was read as, or a stable code of why not.</summary>
/// <param name="Value">What was read; the type's default when it was not.</param>
/// <param name="Wrong">One of the constants of <see cref="CellWrongs"/>; null when it was read.</param>
public readonly record struct CellReading<T>(T Value, string? Wrong)
{
    /// <summary>It was read.</summary>
    public bool IsRead => Wrong is null;

    internal static CellReading<T> Of(T value) => new(value, null);

    internal static CellReading<T> Not(string wrong) => new(default!, wrong);
}

/// <summary>Why a cell is not what it should be; the program has the words for people.</summary>
public static class CellWrongs
{
    /// <summary>Nothing stands there.</summary>
    public const string Empty = "empty";

    /// <summary>Letters where digits belong.</summary>
    public const string Letters = "letters";

    /// <summary>Too few digits.</summary>
    public const string TooShort = "too-short";

    /// <summary>Too many digits or letters.</summary>
    public const string TooLong = "too-long";

    /// <summary>The calendar has no such day: 31 February.</summary>
    public const string NoSuchDay = "no-such-day";

    /// <summary>A day that has not come.</summary>
    public const string NotYet = "not-yet";

    /// <summary>The last digit does not follow from the others.</summary>
    public const string CheckDigit = "check-digit";

    /// <summary>The number of a company or an association.</summary>
    public const string Organisation = "organisation";

    /// <summary>Not a date in any form that we know.</summary>
    public const string NotADate = "not-a-date";

    /// <summary>A date that may be one day or another, and the column does not tell which.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>There is no such area code.</summary>
    public const string AreaCode = "area-code";

    /// <summary>An e-mail address has one @.</summary>
    public const string At = "at";

    /// <summary>What stands before the @ cannot.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>What stands after the @ is no domain.</summary>
    public const string Domain = "domain";

    /// <summary>No such postal code can be.</summary>
    public const string PostalCode = "postal-code";

    /// <summary>Neither yes nor no.</summary>
    public const string NeitherYesNorNo = "neither";
}
