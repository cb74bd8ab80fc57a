using System.Globalization;

namespace Verksam.Kernel.Text;

/// <summary>A number as people write it: "12", "1,5", "12.50", "1 000", "1.234,50", "−3", "250 kr", "250:-".</summary>
internal static class WrittenNumber
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly string[] Crowns = ["kr", "kronor", ":-", "SEK"];

    /// <summary>Null for what is no number. A lone comma or point is the sign before the decimals, whatever language is read.</summary>
    public static decimal? In(string written)
    {
        string? line = Bare(written);
        var sign = line.LastIndexOfAny([',', '.']);
        // of two kinds the last stands before the decimals, and the first between the thousands
        var first = sign < 0 ? -1 : line.IndexOf(line[sign] == ',' ? '.' : ',', StringComparison.Ordinal);
        if (first >= 0)
            line = Together(line, line[first], sign);
        return line is not null && decimal.TryParse(line.Replace(',', '.'), Styles, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>
    /// As in a form that somebody reads in a language: there its own sign stands before the decimals, and "1.500" of a Swede is not taken for one and
    /// a half, nor for fifteen hundred.
    /// </summary>
    public static decimal? InForm(string written, CultureInfo reader)
    {
        var line = Bare(written);
        var other = reader.NumberFormat.NumberDecimalSeparator == "," ? '.' : ',';
        if (line.IndexOf(other, StringComparison.Ordinal) < 0 || line.Contains(reader.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal))
            return In(line);
        if (Together(line, other, line.Length) is not { } whole)
            return In(line);
        return reader.NumberFormat.NumberGroupSeparator[0] == other ? In(whole) : null;
    }

    // without what stands between the thousands; null when three digits do not follow each
    private static string? Together(string line, char between, int end)
    {
        var parts = line[..end].Split(between);
        return parts[0].TrimStart('-').Length is >= 1 and <= 3 && !parts[0].StartsWith('0') && parts.Skip(1).All(p => p.Length == 3 && p.All(char.IsAsciiDigit))
            ? string.Concat(parts) + line[end..] : null;
    }

    private static string Bare(string written)
    {
        var line = string.Concat(written.Where(c => !char.IsWhiteSpace(c))).Replace('\u2212', '-');
        return Array.Find(Crowns, c => line.EndsWith(c, StringComparison.OrdinalIgnoreCase)) is { } crowns ? line[..^crowns.Length] : line;
    }
}
