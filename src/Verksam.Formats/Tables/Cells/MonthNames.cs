namespace Verksam.Formats.Tables.Cells;

/// <summary>The names of months in Swedish, English, Norwegian and Danish, whole or cut to three letters and more.</summary>
internal static class MonthNames
{
    private const int Shortest = 3;

    private static readonly string[][] Names =
    [
        ["januari", "january", "januar"], ["februari", "february", "februar"], ["mars", "march", "marts"], ["april"], ["maj", "may", "mai"],
        ["juni", "june"], ["juli", "july"], ["augusti", "august"], ["september"], ["oktober", "october"], ["november"], ["december", "desember"],
    ];

    /// <summary>The month of a word, 1–12; null when it is none.</summary>
    public static int? Month(string word)
    {
        var plain = word.TrimEnd('.').ToLowerInvariant();
        if (plain.Length < Shortest) return null;
        var at = Array.FindIndex(Names, month => Array.Exists(month, name => name.StartsWith(plain, StringComparison.Ordinal)));
        return at < 0 ? null : at + 1;
    }
}
