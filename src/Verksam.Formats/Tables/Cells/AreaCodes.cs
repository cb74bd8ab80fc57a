namespace Verksam.Formats.Tables.Cells;

/// <summary>
/// The area codes of Sweden, which tell where a number is cut (PTS, Telefoninummerplanens disposition: 264 areas). Written without the first zero.
/// </summary>
internal static class AreaCodes
{
    private const string Stockholm = "8";

    private static readonly HashSet<string> Cities =
        ["11", "13", "16", "18", "19", "21", "23", "26", "31", "33", "35", "36", "40", "42", "44", "46", "54", "60", "63", "90"];

    // Two digits, and the third digits that follow them
    private static readonly HashSet<string> Areas = Spread(
        "12:01235", "14:01234", "15:01256789", "17:13456", "22:01234567", "24:013678", "25:0138", "27:018", "28:01", "29:0123457",
        "30:01234", "32:0125", "34:056", "37:012", "38:0123", "39:023", "41:01345678", "43:0135", "45:145679", "47:01246789",
        "48:0156", "49:012345689", "50:0123456", "51:012345", "52:01234568", "53:01234", "55:012345", "56:0345", "57:013", "58:012345679",
        "59:01", "61:123", "62:01234", "64:023457", "65:01237", "66:0123", "67:012", "68:0247", "69:012356", "91:01234568",
        "92:0123456789", "93:02345", "94:0123", "95:01234", "96:01", "97:0135678", "98:01");

    /// <summary>Mobile phones and what is like them: seven digits follow.</summary>
    public static bool IsMobile(string national) => national is ['7', '0' or '2' or '3' or '6' or '9', ..];

    /// <summary>How many digits of a number without its zero are the area code; 0 when there is no such area.</summary>
    public static int Length(string national)
    {
        if (national.StartsWith(Stockholm, StringComparison.Ordinal)) return 1;
        if (national.Length < 3) return 0;
        // 010, 020 and the 07s are not of any place; 077 is shared cost, 075 a person's own number
        if (national is ['1' or '2', '0', ..] or ['7', '0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '9', ..]) return 2;
        return Cities.Contains(national[..2]) ? 2 : Areas.Contains(national[..3]) ? 3 : 0;
    }

    /// <summary>How many areas there are.</summary>
    public static int Count => 1 + Cities.Count + Areas.Count;

    private static HashSet<string> Spread(params string[] groups) =>
        [.. groups.SelectMany(g => g[3..].Where(char.IsAsciiDigit).Select(third => g[..2] + third))];
}
