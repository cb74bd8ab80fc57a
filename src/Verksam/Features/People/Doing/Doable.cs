namespace Verksam.Features.People.Doing;

/// <summary>How much time one has. Stored as a number: never renumber.</summary>
internal enum Spare
{
    /// <summary>All the time in the world.</summary>
    Any = 0,

    TenMinutes = 1,
    Hour = 2,
    Evening = 3,
}

/// <summary>What one would rather. Stored as a number: never renumber.</summary>
[Flags]
internal enum Taste
{
    /// <summary>Whatever.</summary>
    Any = 0,

    Home = 1,
    Out = 2,
    Writing = 4,
    People = 8,
}

/// <summary>Something that this person can do this week.</summary>
/// <param name="Title">"Ta ett pass på Storsjöyran".</param>
/// <param name="Icon">What it is drawn with.</param>
/// <param name="Meta">"2 minuter · hemifrån", "lördag 30 juli 18.00–21.00 · Östersund".</param>
/// <param name="What">One sentence.</param>
internal sealed record Doable(string Title, string Icon, string Meta, string What)
{
    public required Spare Takes { get; init; }
    public required Taste Suits { get; init; }
    public required IReadOnlyList<DoableAct> Acts { get; init; }

    /// <summary>How well it fits, more is better: what one can or likes, when one is free, how near, and that somebody waits for an answer.</summary>
    public int Fit { get; init; }

    public bool Is(Choice choice) => (choice.Time == Spare.Any || choice.Time == Takes) && (choice.Rather == Taste.Any || Suits.HasFlag(choice.Rather));
}

/// <summary>Something to press.</summary>
/// <param name="Posts">It is done at once; else one is taken there.</param>
internal sealed record DoableAct(string Text, string Url, string? Icon = null, bool Posts = false, bool IsQuiet = false);

/// <summary>What somebody has time for and would rather, as the address says it.</summary>
internal sealed record Choice(Spare Time, Taste Rather)
{
    private static readonly (string Word, Spare Time)[] Times = [("alla", Spare.Any), ("10", Spare.TenMinutes), ("60", Spare.Hour), ("kvall", Spare.Evening)];

    private static readonly (string Word, Taste Taste)[] Tastes = [("alla", Taste.Any), ("hemma", Taste.Home), ("ute", Taste.Out), ("skriva", Taste.Writing), ("prata", Taste.People)];

    public static readonly Choice All = new(Spare.Any, Taste.Any);

    public bool IsAll => this == All;

    /// <summary>What stands in an address; what nobody knows is everything.</summary>
    public static Choice Read(string? time, string? taste) =>
        new(Times.FirstOrDefault(t => t.Word == time).Time, Tastes.FirstOrDefault(t => t.Word == taste).Taste);

    public static IReadOnlyList<(string Word, Spare Time)> AllTimes => Times;
    public static IReadOnlyList<(string Word, Taste Taste)> AllTastes => Tastes;

    public static string WordOf(Spare time) => Times.First(t => t.Time == time).Word;

    /// <summary>"hemma prata": for several.</summary>
    public static string WordsOf(Taste tastes) => string.Join(' ', Tastes.Where(t => t.Taste != Taste.Any && tastes.HasFlag(t.Taste)).Select(t => t.Word));

    public string Query => $"tid={WordOf(Time)}&kan={(Rather == Taste.Any ? "alla" : WordsOf(Rather))}";
}
