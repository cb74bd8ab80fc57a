namespace Verksam.Kernel.Waiting;

/// <summary>Something that waits for whoever asks: what is to be done, why, until when, and where that is done.</summary>
/// <param name="Key">What it is known by: the word of its kind, and an id where there are several.</param>
/// <param name="Title">What is to be done: "Ring sju nya medlemmar".</param>
/// <param name="Why">A sentence or two.</param>
/// <param name="Status">"late" cannot be put off; "at-risk" and "on-track" can, for some days.</param>
/// <param name="Minutes">About how long it takes: see <see cref="Takes"/>.</param>
internal sealed record Need(string Key, string Title, string Why, string Status, int Minutes)
{
    /// <summary>The last day in time.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Since when it has waited, of what has no last day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The plan's own words for it, letter by letter.</summary>
    public string? Words { get; init; }

    /// <summary>Where the plan asks for it.</summary>
    public NeedPassage? Passage { get; init; }

    public IReadOnlyList<NeedAct> Acts { get; init; } = [];

    /// <summary>The gathering it is about, as a calendar says it.</summary>
    public NeedOccasion? Occasion { get; init; }

    /// <summary>It is somebody else's to begin with, or somebody has been asked and may still answer: a calendar shows it all the same.</summary>
    public bool IsWithOthers { get; init; }

    public bool CannotWait => Status == "late";
}

/// <summary>A numbered passage of a plan: "3.5" and where it stands.</summary>
internal sealed record NeedPassage(string Number, string Url);

/// <summary>Something to press.</summary>
/// <param name="Url">Where it is done; null when it is done in place, by the need's key.</param>
internal sealed record NeedAct(string Text, string? Url);

/// <summary>When something is that needs somebody, and how the calendar says what it needs.</summary>
internal sealed record NeedOccasion(string Title, DateTimeOffset Starts, DateTimeOffset Ends, string Page)
{
    public required string Status { get; init; }
    public required string What { get; init; }
    public required NeedAct Do { get; init; }
}

/// <summary>What came of an act that was done in place.</summary>
internal sealed record NeedDone(string Said, bool CanBeTakenBack = false, Refusal? No = null)
{
    public static NeedDone Refused(Refusal no) => new("", No: no);
}

/// <summary>Rules of thumb: how many minutes it takes an ordinary person who has done it before.</summary>
internal static class Takes
{
    /// <summary>To ring somebody and write down what came of it.</summary>
    public const int Call = 5;

    /// <summary>To ask others by letter, or remind them.</summary>
    public const int Asking = 2;

    /// <summary>To look through what a machine was not sure of, a row.</summary>
    public const int Doubt = 1;

    /// <summary>To put one address or one account right.</summary>
    public const int Mending = 3;

    /// <summary>To write how something went.</summary>
    public const int Report = 5;

    /// <summary>To read something through and let it out.</summary>
    public const int Reading = 5;

    /// <summary>To find somebody for something: a talk or two.</summary>
    public const int Finding = 10;

    /// <summary>To prepare or write down one decision.</summary>
    public const int Decision = 5;
}
