using Verksam.Bench.Measures;

namespace Verksam.Bench;

/// <summary>What ./measure passes on: the repository's root, then <c>--quick</c>, <c>large</c> and a part of a name, in any order.</summary>
internal sealed record Arguments(string Root, string? Name, bool Large, Effort Effort)
{
    public static Arguments From(string[] args)
    {
        var words = args.Skip(1).ToList();
        var effort = words.Remove("--quick") ? Effort.Quick : Effort.Full;
        var large = words.Remove("large");
        return new(args[0], words.FirstOrDefault(), large, effort);
    }

    public bool Wants(IMeasure measure) =>
        measure.IsLarge == Large && (Name is null || measure.Name.Contains(Name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How long to warm and how often to measure. The quick one says whether the bench works, not what the program costs.</summary>
internal sealed record Effort(int Warming, TimeSpan WarmingTime, int Requests, int Rounds, int Starts, TimeSpan Idle)
{
    public static readonly Effort Full = new(20_000, TimeSpan.FromSeconds(15), 4_000, 5, 7, TimeSpan.FromSeconds(10));

    public static readonly Effort Quick = new(500, TimeSpan.FromSeconds(1), 300, 3, 2, TimeSpan.FromSeconds(1));
}
