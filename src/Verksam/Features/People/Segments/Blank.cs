using System.Globalization;
using Verksam.Features.People.Belonging;

namespace Verksam.Features.People.Segments;

/// <summary>A place to fill in, in the sentence of a condition.</summary>
/// <param name="Label">The key of what it is called to those who do not see the sentence.</param>
internal abstract record Blank(string Label)
{
    /// <summary>The answer that asks for no one in particular.</summary>
    public const string Any = "*";

    /// <summary>What it holds when the condition is new.</summary>
    public abstract string First(Wording wording);

    /// <summary>Whether an answer can be asked for, whether or not what it names exists.</summary>
    public abstract bool IsRight(string answer);

    /// <summary>How an answer reads in the sentence.</summary>
    public virtual string Said(string answer, Wording wording) => answer;
}

/// <summary>One of a few, or of what the organisation has.</summary>
/// <param name="Options">To choose from, of what the one who asks may know.</param>
/// <param name="Right">Whether a text can be an answer at all.</param>
internal sealed record ChoiceBlank(string Label, Func<Wording, IReadOnlyList<Option>> Options, Func<string, bool> Right) : Blank(Label)
{
    public override string First(Wording wording) => Options(wording) is [var first, ..] ? first.Value : "";

    public override bool IsRight(string answer) => Right(answer);

    // what one may not know the name of is still asked for: a segment saved above reads the same below
    public override string Said(string answer, Wording wording) => Options(wording).FirstOrDefault(o => o.Value == answer)?.Text ?? wording.Texts["Segments.Unknown"];
}

/// <param name="In">A heading it stands under, when there are many.</param>
internal sealed record Option(string Value, string Text, string? In = null);

internal sealed record NumberBlank(string Label, int Least, int Most, int Start) : Blank(Label)
{
    public override string First(Wording wording) => Start.ToString(CultureInfo.InvariantCulture);

    public override bool IsRight(string answer) => int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most;
}

/// <summary>A day: a certain one, or one that follows the day somebody asks ("idag-365"), so that what is saved does not grow old.</summary>
/// <param name="Ahead">Days from today it begins with.</param>
internal sealed record DayBlank(string Label, int Ahead = 0) : Blank(Label)
{
    private const string Today = "idag";
    private const int Furthest = 36_600;

    /// <summary>What one may choose instead of a certain day.</summary>
    public static readonly IReadOnlyList<int> Steps = [0, -1, -7, -30, -90, -180, -365, 7, 30, 90, 365];

    public override string First(Wording wording) => From(Ahead);

    public override bool IsRight(string answer) => IsCertain(answer) || Days(answer) is not null;

    public override string Said(string answer, Wording wording) =>
        Days(answer) is { } days ? Said(days, wording) : Parsed(answer) is { } day ? wording.Texts["Segments.Day.Of", wording.Time.Day(day)] : answer;

    public static string From(int days) => days == 0 ? Today : string.Create(CultureInfo.InvariantCulture, $"{Today}{days:+0;-0}");

    public static bool IsCertain(string answer) => Parsed(answer) is not null;

    /// <summary>"i dag", "för 30 dagar sedan", "om ett år".</summary>
    public static string Said(int days, Wording wording) => days switch
    {
        0 => wording.Texts["Segments.Day.Today"],
        -365 => wording.Texts["Segments.Day.YearAgo"],
        365 => wording.Texts["Segments.Day.InAYear"],
        < 0 => wording.Texts.Count("Segments.Day.Ago", -days),
        _ => wording.Texts.Count("Segments.Day.In", days),
    };

    /// <summary>The day that an answer means when it is asked on a day.</summary>
    public static DateOnly On(string answer, DateOnly today) => Days(answer) is { } days ? today.AddDays(days) : DateOnly.ParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // how far from the day one asks; null when it is a certain day, or none
    private static int? Days(string answer) => answer == Today ? 0
        : answer.StartsWith(Today, StringComparison.Ordinal) && answer.Length > Today.Length + 1 && answer[Today.Length] is '+' or '-'
            && int.TryParse(answer.AsSpan(Today.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= Furthest
            ? answer[Today.Length] == '-' ? -days : days : null;

    private static DateOnly? Parsed(string answer) =>
        DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Membership.Within(day) : null;
}

internal sealed record TextBlank(string Label, int Longest = 80) : Blank(Label)
{
    public override string First(Wording wording) => "";

    public override bool IsRight(string answer) => answer.Length <= Longest && !string.IsNullOrWhiteSpace(answer);

    public override string Said(string answer, Wording wording) => answer.Length == 0 ? "…" : $"”{answer}”";
}
