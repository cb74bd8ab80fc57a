namespace Verksam.Formats.Tables.Cells;

/// <summary>Swedish postal codes (Svensk standard SS 613401: five digits, a space after the third).</summary>
public static class PostalCodeText
{
    private const int Digits = 5;

    /// <summary>Reads a code: "831 31", "83131", "SE-831 31", "S-831 31".</summary>
    /// <returns>"831 31"; or empty, letters, too-short, too-long, postal-code.</returns>
    public static CellReading<string> Read(string text)
    {
        var tight = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '-'));
        if (tight.StartsWith("SE", StringComparison.OrdinalIgnoreCase)) tight = tight[2..];
        else if (tight.StartsWith('S') || tight.StartsWith('s')) tight = tight[1..];
        return tight.Length == 0 ? Not(CellWrongs.Empty)
            : !tight.All(char.IsAsciiDigit) ? Not(CellWrongs.Letters)
            : tight.Length < Digits ? Not(CellWrongs.TooShort)
            : tight.Length > Digits ? Not(CellWrongs.TooLong)
            // The first are Stockholm's, the last Kiruna's
            : string.CompareOrdinal(tight, "10000") < 0 || string.CompareOrdinal(tight, "98499") > 0 ? Not(CellWrongs.PostalCode)
            : CellReading<string>.Of($"{tight[..3]} {tight[3..]}");
    }

    private static CellReading<string> Not(string wrong) => CellReading<string>.Not(wrong);
}
