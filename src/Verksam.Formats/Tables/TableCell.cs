using System.Globalization;

namespace Verksam.Formats.Tables;

/// <summary>What a file says that a cell holds. A text file says text of everything.</summary>
public enum CellKind
{
    /// <summary>Text, also none.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, with a time or without.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>What a formula that failed shows, such as #N/A.</summary>
    Error,
}

/// <summary>
/// A cell, as text whatever it holds: a number with a point and no exponent ("0.5"), a day as "2022-05-31", a day with a time as
/// "2022-05-31 14:30", a truth value as "TRUE" or "FALSE".
/// </summary>
public readonly record struct TableCell
{
    private readonly string? _text;

    internal TableCell(string text, CellKind kind = CellKind.Text) => (_text, Kind) = (text, kind);

    /// <summary>What stands there; empty when nothing does.</summary>
    public string Text => _text ?? "";

    /// <summary>What the file says it is.</summary>
    public CellKind Kind { get; }

    /// <summary>Nothing but white space stands there.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(_text);

    /// <summary>A cell of text.</summary>
    public static TableCell FromString(string text) => new(text);

    /// <summary>A day.</summary>
    public static TableCell Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date);

    /// <summary>A number.</summary>
    public static TableCell Of(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), CellKind.Number);

    /// <summary>A truth value.</summary>
    public static TableCell Of(bool value) => new(value ? "TRUE" : "FALSE", CellKind.Boolean);

    /// <summary>A cell of text.</summary>
    public static implicit operator TableCell(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
