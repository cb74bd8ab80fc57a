using System.Globalization;

namespace Verksam.Bench;

/// <summary>One measure's result. No value holds a space, so that a line can be split at spaces and at the first equals sign.</summary>
/// <param name="Ratio">What is held against the goal: times the floor, or the figure itself where the goal is absolute; null when it could not be had.</param>
internal sealed record Line(string Name, double? Ratio, double Goal, string Ours, string Floor, string Load)
{
    public static Line Missing(string name, double goal, string why) => new(name, null, goal, why, "-", "-");

    public override string ToString()
    {
        var ratio = Ratio is { } known ? known.ToString(known < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture) : "?";
        var verdict = Ratio <= Goal ? "ok" : "short";
        return string.Create(CultureInfo.InvariantCulture, $"{Name} ratio={ratio} goal=<={Goal} {verdict} ours={Ours} floor={Floor} load={Load}");
    }
}
