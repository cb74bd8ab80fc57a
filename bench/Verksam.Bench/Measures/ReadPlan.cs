using System.Diagnostics;
using Verksam.PlanReading;

namespace Verksam.Bench.Measures;

/// <summary>Seconds to read a plan of a given length in this process; the best of some, null when there is no reader yet.</summary>
internal static class ReadPlan
{
    public const int Megabyte = 1_000_000;

    public static double? Seconds(int length, Effort effort)
    {
        var text = LongPlan.Of(length);
        var best = double.MaxValue;
        for (var i = 0; i < effort.Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            if (!Read(text)) return null;
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static bool Read(string text)
    {
        try
        {
            var plan = PlanReader.ReadText(text, 2026);
            Console.Error.WriteLine($"measure: {plan.Commitments.Count} commitments in {text.Length} characters");
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}

internal sealed class ReadPlanSeconds : IMeasure
{
    public string Name => "read-plan-seconds";

    public double Goal => 1;

    public Task<Line> Take(Workbench bench) => Task.FromResult(ReadPlan.Seconds(ReadPlan.Megabyte, bench.Effort) is { } seconds
        ? new Line(Name, seconds, Goal, Workbench.Text($"{seconds:0.000}s"), "-", "1MB,best-of-" + Workbench.Text($"{bench.Effort.Rounds},{Workbench.Busy}"))
        : Line.Missing(Name, Goal, "missing"));
}

/// <summary>Ten times the text in ten times the time is 1; twenty times the time is 2.</summary>
internal sealed class ReadPlanLinear : IMeasure
{
    public string Name => "read-plan-linear";

    public double Goal => 2;

    public Task<Line> Take(Workbench bench)
    {
        var tenth = ReadPlan.Seconds(ReadPlan.Megabyte / 10, bench.Effort);
        var whole = ReadPlan.Seconds(ReadPlan.Megabyte, bench.Effort);
        return Task.FromResult(tenth is { } small && whole is { } large
            ? new Line(Name, large / (small * 10), Goal, Workbench.Text($"{large:0.000}s"), Workbench.Text($"10x{small:0.0000}s"), "1MB/0.1MB," + Workbench.Busy)
            : Line.Missing(Name, Goal, "missing"));
    }
}
