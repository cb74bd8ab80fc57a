using System.Globalization;
using Verksam.Features.Planning.Carrying;

namespace Verksam.Features.Planning.Overview;

/// <summary>A sign on the annual wheel: something with a day, on the ring of its chapter.</summary>
internal sealed record WheelMark(string Name, string Url, DateOnly Day, Status Status, int Ring, double X, double Y)
{
    public string Glyph => Status switch
    {
        Status.Late => Wheel.Path($"M{X - 11:0.0} {Y - 11:0.0}h22v22h-22Z"),
        Status.AtRisk => Wheel.Path($"M{X:0.0} {Y - 14:0.0}l14.5 25h-29Z"),
        _ => "",
    };

    /// <summary>The name in lines that fit the hub.</summary>
    public IReadOnlyList<string> Lines => Wheel.InHub(Name);
}

/// <summary>A day of the year on the rim of the wheel: a feast, a meeting, an election.</summary>
internal sealed record RimMark(string Name, string Url, DateOnly Day, double X, double Y)
{
    public string Glyph => Wheel.Path($"M{X:0.0} {Y - 9:0.0}l9 9-9 9-9-9Z");
}

/// <summary>The year as a wheel: the angle is the day, the ring is the chapter. Drawn in a square of 720 around its middle.</summary>
internal sealed class Wheel
{
    public const double Middle = 360;
    public const double Outer = 322;
    public const double Core = 104;
    private const double Closest = 30;

    private readonly List<WheelMark> _marks = [];
    private readonly List<RimMark> _rim = [];
    private readonly int _year;

    public Wheel(int year, int rings)
    {
        _year = year;
        Rings = Math.Clamp(rings, 1, 8);
    }

    public int Rings { get; }

    public IReadOnlyList<WheelMark> Marks => _marks;

    public IReadOnlyList<RimMark> Rim => _rim;

    public double Radius(int ring) => Core + ((Outer - Core) * (ring + 0.5) / Rings);

    public void Put(string name, string url, DateOnly day, Status status, int ring)
    {
        var at = Math.Min(ring, Rings - 1);
        var (x, y) = Free(day, at);
        _marks.Add(new WheelMark(name, url, day, status, at, x, y));
    }

    /// <summary>Puts a day on the rim; two that fall together stand beside each other.</summary>
    public void PutOnRim(string name, string url, DateOnly day)
    {
        for (var step = 0; ; step++)
        {
            var (x, y) = At(day, Outer, step * 20 / Outer);
            if (step <= 40 && _rim.Exists(m => Math.Abs(m.X - x) < 16 && Math.Abs(m.Y - y) < 16))
                continue;
            _rim.Add(new RimMark(name, url, day, x, y));
            return;
        }
    }

    public (double X, double Y) At(DateOnly day, double radius, double further = 0)
    {
        var days = DateTime.IsLeapYear(_year) ? 366 : 365;
        var angle = ((2 * Math.PI * (day.DayOfYear - 1)) / days) + further;
        return (Middle + (radius * Math.Sin(angle)), Middle - (radius * Math.Cos(angle)));
    }

    public DateOnly FirstOf(int month) => new(_year, month, 1);

    /// <summary>The part of the year that is gone.</summary>
    public string Gone(DateOnly today)
    {
        var large = today.DayOfYear > 183 ? 1 : 0;
        var (ox, oy) = At(today, Outer);
        var (cx, cy) = At(today, Core);
        return Path($"M360 {Middle - Outer:0.0}A{Outer} {Outer} 0 {large} 1 {ox:0.0} {oy:0.0}L{cx:0.0} {cy:0.0}A{Core} {Core} 0 {large} 0 360 {Middle - Core:0.0}Z");
    }

    /// <summary>A name in lines that fit the hub.</summary>
    public static IReadOnlyList<string> InHub(string name)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length > 16)
                lines.Add("");
            lines[^1] = (lines[^1] + " " + word).Trim();
        }
        return lines.Count <= 3 ? lines : [.. lines.Take(2), lines[2] + " …"];
    }

    public static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);

    // two signs of one day and ring would hide each other: the later one moves on along its ring
    private (double X, double Y) Free(DateOnly day, int ring)
    {
        for (var step = 0; ; step++)
        {
            var (x, y) = At(day, Radius(ring), step * Closest / Radius(ring));
            if (step > 40 || !_marks.Exists(m => Math.Abs(m.X - x) < Closest - 4 && Math.Abs(m.Y - y) < Closest - 4))
                return (x, y);
        }
    }
}
