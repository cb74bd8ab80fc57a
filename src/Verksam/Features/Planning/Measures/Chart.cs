using System.Globalization;

namespace Verksam.Features.Planning.Measures;

/// <summary>Two lines over a year, month by month: solid is this year, dashed is last year. What was not measured is left out.</summary>
internal sealed record Chart(string Now, string Before, (string X, string Y)? End)
{
    private const decimal Width = 632;
    private const decimal Height = 84;

    public static Chart? Of(IReadOnlyList<decimal?> now, IReadOnlyList<decimal?> before)
    {
        var known = now.Concat(before).OfType<decimal>().ToList();
        if (known.Count < 2)
            return null;
        var (low, high) = (known.Min(), known.Max());
        var room = Math.Max(1m, high - low);
        // a small change must not look large: the axis reaches a fifth of the level beyond what was measured
        (low, high) = (Math.Max(0, low - Math.Max(room / 4, low / 5)), high + (room / 10));
        var last = now.Select((v, i) => (v, i)).LastOrDefault(p => p.v is not null);
        (string, string)? end = last.v is { } value ? (X(last.i), Y(value, low, high)) : null;
        return new Chart(Line(now, low, high), Line(before, low, high), end);
    }

    private static string Line(IReadOnlyList<decimal?> values, decimal low, decimal high) =>
        string.Join(' ', values.Select((v, i) => v is { } value ? $"{X(i)},{Y(value, low, high)}" : null).Where(p => p is not null));

    private static string X(int month) => (4 + (Width * month / 11)).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Y(decimal value, decimal low, decimal high) =>
        (8 + (Height * (1 - ((value - low) / (high - low))))).ToString("0.0", CultureInfo.InvariantCulture);
}
