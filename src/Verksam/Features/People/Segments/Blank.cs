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

/// <param name="Ahead">Days from today it begins with.</param>
internal sealed record DayBlank(string Label, int Ahead = 0) : Blank(Label)
{
    public override string First(Wording wording) => wording.Time.Today.AddDays(Ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override bool IsRight(string answer) => Parsed(answer) is not null;

    public override string Said(string answer, Wording wording) => Parsed(answer) is { } day ? wording.Time.Day(day) : answer;

    private static DateOnly? Parsed(string answer) =>
        DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Membership.Within(day) : null;
}

internal sealed record TextBlank(string Label, int Longest = 80) : Blank(Label)
{
    public override string First(Wording wording) => "";

    public override bool IsRight(string answer) => answer.Length <= Longest && !string.IsNullOrWhiteSpace(answer);

    public override string Said(string answer, Wording wording) => answer.Length == 0 ? "…" : $"”{answer}”";
}
