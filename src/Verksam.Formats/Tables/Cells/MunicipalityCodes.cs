using System.Collections.Frozen;

namespace Verksam.Formats.Tables.Cells;

/// <summary>The codes of Sweden's 290 municipalities (SCB, Län och kommuner i kodnummerordning): two digits of the county, two of the municipality.</summary>
public static class MunicipalityCodes
{
    private static readonly FrozenSet<string> Known = Spread(
        "01:14 15 17 20 23 25 26 27 28 36 38 39 40 60 62 63 80 81 82 83 84 86 87 88 91 92", "03:05 19 30 31 60 80 81 82",
        "04:28 61 80 81 82 83 84 86 88", "05:09 12 13 60 61 62 63 80 81 82 83 84 86", "06:04 17 42 43 62 65 80 82 83 84 85 86 87",
        "07:60 61 63 64 65 67 80 81", "08:21 34 40 60 61 62 80 81 82 83 84 85", "09:80", "10:60 80 81 82 83",
        "12:14 30 31 33 56 57 60 61 62 63 64 65 66 67 70 72 73 75 76 77 78 80 81 82 83 84 85 86 87 90 91 92 93", "13:15 80 81 82 83 84",
        "14:01 02 07 15 19 21 27 30 35 38 39 40 41 42 43 44 45 46 47 52 60 61 62 63 65 66 70 71 72 73 80 81 82 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99",
        "17:15 30 37 60 61 62 63 64 65 66 80 81 82 83 84 85", "18:14 60 61 62 63 64 80 81 82 83 84 85", "19:04 07 60 61 62 80 81 82 83 84",
        "20:21 23 26 29 31 34 39 61 62 80 81 82 83 84 85", "21:01 04 21 32 61 80 81 82 83 84", "22:60 62 80 81 82 83 84",
        "23:03 05 09 13 21 26 61 80", "24:01 03 04 09 17 18 21 22 25 60 62 63 80 81 82", "25:05 06 10 13 14 18 21 23 60 80 81 82 83 84");

    /// <summary>How many there are.</summary>
    public static int Count => Known.Count;

    /// <summary>Whether there is such a municipality.</summary>
    /// <param name="code">Four digits; three are one that lost its zero in a column of numbers.</param>
    public static bool Has(string code) => Known.Contains(code.Length == 3 ? "0" + code : code);

    private static FrozenSet<string> Spread(params string[] counties) =>
        counties.SelectMany(c => c[3..].Split(' ').Select(code => c[..2] + code)).ToFrozenSet(StringComparer.Ordinal);
}
