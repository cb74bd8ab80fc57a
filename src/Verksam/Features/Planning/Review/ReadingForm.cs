using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Ui;

namespace Verksam.Features.Planning.Review;

/// <summary>The fields where a person says how a passage is to be understood.</summary>
internal sealed class ReadingForm
{
    public const string NoMeasure = "";
    public const string All = "All";

    public CommitmentKind Kind { get; set; }

    public Modality Modality { get; set; }

    [StringLength(Interpretation.LongestWords)]
    public string? Responsible { get; set; }

    /// <summary>"" for none, "All" for every one, else a <see cref="MeasureDirection"/>.</summary>
    public string? Measure { get; set; }

    [Amount(0, 1_000_000_000_000)]
    public decimal? Value { get; set; }

    [StringLength(Interpretation.LongestWhat)]
    public string? What { get; set; }

    [StringLength(Interpretation.LongestWords)]
    public string? Due { get; set; }

    public static ReadingForm Of(Interpretation reading) => new()
    {
        Kind = reading.Kind,
        Modality = reading.Modality,
        Responsible = reading.Responsible,
        Measure = reading switch
        {
            { MeasureDirection: null } => NoMeasure,
            { MeasureDirection: MeasureDirection.Exactly, MeasureValue: null } => All,
            _ => reading.MeasureDirection.ToString(),
        },
        Value = reading.MeasureValue,
        What = reading.MeasureWhat,
        Due = reading.DueWords,
    };

    /// <summary>The fields after another has saved meanwhile.</summary>
    /// <param name="label">The name of a field for people.</param>
    /// <param name="show">How a field's value is said.</param>
    public void Settle(TwoWrote wrote, Interpretation now, Func<string, string> label, Func<string, string?, string> show)
    {
        var stands = Of(now);
        Kind = Enum.Parse<CommitmentKind>(One(nameof(Kind), stands.Kind.ToString()) ?? stands.Kind.ToString()); // a form without the field leaves it as it is
        Modality = Enum.Parse<Modality>(One(nameof(Modality), stands.Modality.ToString()) ?? stands.Modality.ToString());
        Responsible = One(nameof(Responsible), stands.Responsible);
        Measure = One(nameof(Measure), stands.Measure);
        Value = One(nameof(Value), stands.Value?.ToString("0.##", CultureInfo.CurrentCulture)) is { } value ? decimal.Parse(value, CultureInfo.CurrentCulture) : null;
        What = One(nameof(What), stands.What);
        Due = One(nameof(Due), stands.Due);

        string? One(string field, string? current) => wrote.Settle($"Reading.{field}", label(field), current, said => show(field, said));
    }

    /// <summary>What the fields say; what was not touched stays as it was read.</summary>
    public Refusal? Read(Interpretation was, int year, out Interpretation reading)
    {
        reading = was with { Kind = Kind, Modality = Modality, Responsible = Blank(Responsible) };
        if (!ReadMeasure(was, ref reading))
            return PlanningRefusals.BadMeasure;
        return Blank(Due) == was.DueWords ? null : CheckDue(reading = ReadDue(reading, year), year);
    }

    // a day that is none would leave it at the end of the year, unsaid; "när isen har lagt sig" is no day and means none
    private static Refusal? CheckDue(Interpretation reading, int year) => reading switch
    {
        { DueWords: null } => null,
        { DueTo: null, DueEvery: null } when reading.DueWords.Any(char.IsAsciiDigit) => PlanningRefusals.DueNotRead with { Facts = [reading.DueWords] },
        { DueTo: { } to } when to < new DateOnly(year, 1, 1) => PlanningRefusals.DueBeforeTheYear with { Facts = [reading.DueWords, year.ToString(CultureInfo.InvariantCulture)] },
        _ => null,
    };

    private bool ReadMeasure(Interpretation was, ref Interpretation reading)
    {
        var none = string.IsNullOrEmpty(Measure);
        var direction = none ? (MeasureDirection?)null : Measure == All ? MeasureDirection.Exactly
            : Enum.TryParse<MeasureDirection>(Measure, out var said) ? said : null;
        if (!none && direction is null)
            return false;
        reading = reading with
        {
            MeasureDirection = direction,
            MeasureValue = none || Measure == All ? null : Value,
            MeasureWhat = none ? null : Blank(What) ?? was.MeasureWhat,
            MeasurePer = none ? null : was.MeasurePer,
        };
        return direction is not (MeasureDirection.AtLeast or MeasureDirection.Exactly) || Measure == All || Value is not null;
    }

    // the reader understands a date wherever it stands: it is given the words as a plan of their own
    private Interpretation ReadDue(Interpretation reading, int year)
    {
        if (Blank(Due) is not { } words)
            return reading with { DueWords = null, DueFrom = null, DueTo = null, DueEvery = null };
        var whole = new TextRange(0, words.Length);
        var alone = new PlanDocument(words, [new Block(BlockKind.Paragraph, 0, whole)]);
        var due = PlanReader.Interpret(alone, [whole], year).Due;
        return reading with { DueWords = words, DueFrom = due?.From, DueTo = due?.To, DueEvery = due?.Every is { Length: <= Interpretation.LongestWord } every ? every : null };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
