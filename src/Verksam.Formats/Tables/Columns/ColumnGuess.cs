namespace Verksam.Formats.Tables.Columns;

/// <summary>What a column is taken for.</summary>
/// <param name="Column">Counted from 0.</param>
/// <param name="Field">What it is taken for.</param>
/// <param name="Confidence">0 to 1; from 0.75 on a person need hardly look.</param>
/// <param name="Reason">One of the constants of <see cref="ColumnReasons"/>.</param>
/// <param name="Argument">What the reason's constant says; null when it says nothing.</param>
public sealed record ColumnGuess(int Column, ColumnField Field, double Confidence, string Reason, string? Argument = null);

/// <summary>Why a column is taken for something; the program has the words for people.</summary>
public static class ColumnReasons
{
    /// <summary>The heading is a word for it. Argument: the heading.</summary>
    public const string SameHeading = "same-heading";

    /// <summary>The heading is like a word for it. Argument: the word.</summary>
    public const string LikeHeading = "like-heading";

    /// <summary>National identity numbers whose check digits hold. Argument: how many in a hundred.</summary>
    public const string NationalIds = "national-ids";

    /// <summary>E-mail addresses. Argument: how many in a hundred.</summary>
    public const string Emails = "emails";

    /// <summary>Mobile numbers. Argument: how many in a hundred.</summary>
    public const string MobileNumbers = "mobile-numbers";

    /// <summary>Phone numbers. Argument: how many in a hundred.</summary>
    public const string PhoneNumbers = "phone-numbers";

    /// <summary>Postal codes. Argument: how many in a hundred.</summary>
    public const string PostalCodes = "postal-codes";

    /// <summary>Codes of municipalities. Argument: how many different ones.</summary>
    public const string MunicipalityCodes = "municipality-codes";

    /// <summary>Dates. Argument: how many in a hundred.</summary>
    public const string Dates = "dates";

    /// <summary>Years that people living today are born in. Argument: how many in a hundred.</summary>
    public const string BirthYears = "birth-years";

    /// <summary>Words with a number after them, as streets have. Argument: how many in a hundred.</summary>
    public const string Streets = "streets";

    /// <summary>Languages. Argument: how many in a hundred.</summary>
    public const string Languages = "languages";

    /// <summary>Another column is it already. Argument: that column's number, from 0.</summary>
    public const string Taken = "taken";

    /// <summary>Neither heading nor contents tell.</summary>
    public const string Nothing = "nothing";
}
