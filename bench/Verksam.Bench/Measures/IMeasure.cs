namespace Verksam.Bench.Measures;

/// <summary>One line of ./measure. A new one is a class here and a word in Program.cs.</summary>
internal interface IMeasure
{
    string Name { get; }

    /// <summary>At most this.</summary>
    double Goal { get; }

    /// <summary>Takes minutes by itself: only <c>./measure large</c> runs it.</summary>
    bool IsLarge => false;

    Task<Line> Take(Workbench bench);
}
