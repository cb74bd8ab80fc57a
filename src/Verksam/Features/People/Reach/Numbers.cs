namespace Verksam.Features.People.Reach;

/// <summary>Phone numbers as the same text for the same number: E.164 where the country is known, Sweden where nothing else is said.</summary>
internal static class Numbers
{
    public static string Fold(string written)
    {
        var text = written.Replace("(0)", "", StringComparison.Ordinal);
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return text.TrimStart().StartsWith('+') ? "+" + digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..]
            : digits.StartsWith('0') ? "+46" + digits[1..]
            : digits;
    }
}
