using System.Globalization;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Sharing;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.PlanReading;

namespace Verksam.Features.Planning;

/// <summary>How an interpretation is said in few words.</summary>
internal sealed class Wording(Texts texts, OurTime time)
{
    /// <summary>"Elva av 53 åtaganden är klara."</summary>
    public string Done(int done, int all) =>
        all == 1 ? texts[done == 0 ? "Planning.Living.OnlyOpen" : "Planning.Living.OnlyDone"]
        : done == 0 ? texts["Planning.Living.NoneDone", all] : texts.Capital(texts.Count("Planning.Living.Done", done, all));

    /// <summary>A sentence for each count that is not zero.</summary>
    public string Sentences(params (string Text, int Count)[] counts) =>
        string.Join(' ', counts.Where(c => c.Count > 0).Select(c => texts.Capital(texts.Count(c.Text, c.Count))));

    /// <summary>Which are not done, in as few words: how many are on their way, at risk, late, not begun, and without anybody.</summary>
    public string Others(IEnumerable<CarriedRow> rows)
    {
        var all = rows.ToList();
        return Sentences(("Planning.Overview.OnTrack", Of(Status.OnTrack)), ("Planning.Overview.AtRisk", Of(Status.AtRisk)), ("Planning.Living.Late", Of(Status.Late)),
            ("Planning.Overview.NotStarted", Of(Status.NotStarted)), ("Planning.Living.Unowned", all.Count(r => r.Owner is null && r.Status != Status.Dropped)),
            ("Planning.Living.Struck", Of(Status.Dropped)));

        int Of(Status status) => all.Count(r => r.Status == status);
    }

    /// <summary>"1 försenat", "3 försenade": for legends, in figures.</summary>
    public string Tally(Status status, int count) => $"{count} {texts.Form($"Planning.Status.{status}.Many", count)}";

    public string Kind(CommitmentKind kind) => texts[$"Planning.Kind.{kind}"];

    public string Modality(Modality modality) => texts[$"Planning.Modality.{modality}"];

    /// <summary>What is wanted is so many in a hundred: the reader keeps the plan's own word for it first in what is measured.</summary>
    public static bool IsShare(Interpretation reading) =>
        reading.MeasureWhat?.Split(' ')[0].ToLowerInvariant() is "procent" or "procentenheter" or "hälften" || reading.MeasureWhat?.StartsWith('%') == true;

    /// <summary>"minst 4", "minst 85 procent", "alla", "ska öka"; null without a measure.</summary>
    public string? Measure(Interpretation reading)
    {
        if (reading.MeasureDirection is not { } direction)
            return null;
        var value = reading.MeasureValue is { } number ? Said(number, IsShare(reading)) : null;
        var key = direction is MeasureDirection.Exactly && value is null ? "Planning.Measure.All" : $"Planning.Measure.{direction}{(value is null ? "" : "Value")}";
        var said = texts[key, value];
        return reading.MeasurePer is { } per ? texts["Planning.Measure.Per", said, per] : said;
    }

    /// <summary>"minst 4: konserter"; of a share that says no more, "minst 85 procent".</summary>
    public string? MeasureOf(Interpretation reading) =>
        reading.MeasureWhat is { } what && !(IsShare(reading) && !what.Contains(' ', StringComparison.Ordinal)) ? $"{Measure(reading)}: {what}" : Measure(reading);

    /// <summary>What to count, and what was last said of it: nobody remembers the figure from last month.</summary>
    public string? CountHint(Commitment commitment, Said said) => (commitment.Reading.MeasureWhat, said.Count) switch
    {
        (var what, null) => what,
        (var what, { } before) => $"{(what is null ? "" : texts.Capital(what) + ". ")}{texts["Planning.Commitment.CountBefore", Said(before)]}",
    };

    /// <summary>"Tre av fem", "412, mot 398 samma dag i fjol"; what is not measured is said so, never 0.</summary>
    public string Progress(CarriedRow row)
    {
        var reading = row.Commitment.Reading;
        var count = row.Count;
        var what = reading.MeasureWhat ?? "";
        var share = row.Now is null ? IsShare(reading) : row.Now.Of is not null;
        return (count, reading) switch
        {
            (_, { MeasureDirection: null }) => Rule(row.Standing),
            (null, _) => row.Standing.Rule == "nothing" ? texts["Planning.Progress.NotMeasured"] : Rule(row.Standing),
            ({ } now, { MeasureDirection: MeasureDirection.Increase or MeasureDirection.Decrease }) => row.LastYear is { } before
                ? texts["Planning.Progress.LastYear", Said(now, share), Said(before.Compared, share)] : texts["Planning.Progress.NoLastYear", Said(now, share)],
            ({ } now, { MeasureValue: not null }) when share => texts["Planning.Progress.OfShare", Said(now, share), Measure(reading)],
            ({ } now, { MeasureValue: { } wanted }) => texts["Planning.Progress.Of", Said(now), Said(wanted), what],
            ({ } now, _) => texts["Planning.Progress.SoFar", Said(now), reading.MeasureDirection == MeasureDirection.Exactly ? "" : what].Trim(), // all of them: "3 varje förening" says nothing
        };
    }

    /// <summary>"2 av 3", "76 %", "inte mätt": a unit's part.</summary>
    public string SoFar(PartRow row) => SoFar(row.Now, row.Count, row.Part.Wanted);

    /// <summary>The same of all parts together.</summary>
    public string Together(CarriedRow row) => SoFar(row.Now, row.Count, IsShare(row.Commitment.Reading) || row.Parts.All(p => p.Part.Wanted is null) ? row.Commitment.Reading.MeasureValue : row.Parts.Sum(p => p.Part.Wanted));

    private string SoFar(Figure? figure, decimal? count, decimal? wanted) => (figure, count, wanted) switch
    {
        ({ Of: { } of } share, _, _) => texts["Planning.Progress.Share", Said(share.Value), Said(of), Said(share.Compared)],
        (_, null, _) => texts["Planning.Measures.NotMeasured"],
        (_, { } now, { } all) => texts["Planning.Progress.Of", Said(now), Said(all), ""].Trim(),
        (_, { } now, null) => Said(now),
    };

    /// <summary>Why it stands as it does.</summary>
    public string Rule(Standing standing) => texts[$"Planning.Rule.{standing.Rule}", Said(standing.Limit), Said(standing.All)];

    private string Said(decimal value, bool share) => share ? texts["Planning.Percent", Said(value)] : Said(value);

    private static string Said(decimal? value) => value is { } known ? Said(known) : "";

    private static string Said(decimal value) => value.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>"31 december", "1 mars–31 maj", the plan's words when no day can be told; null when nothing is said.</summary>
    public string? Due(Interpretation reading)
    {
        if (reading.DueEvery is { } every)
            return every;
        return reading.DueTo is { } to ? time.ShortDay(to) : reading.DueWords;
    }

    /// <summary>How the plan's words were understood, in full.</summary>
    public string? DueRead(Interpretation reading) => (reading.DueFrom, reading.DueTo) switch
    {
        (_, null) => null,
        ({ } from, { } to) when from == to => texts["Planning.Due.Day", time.Day(to)],
        ({ } from, { } to) => texts["Planning.Due.Period", time.Day(from), time.Day(to)],
        (_, { } to) => texts["Planning.Due.By", time.Day(to)],
    };

    /// <summary>What is understood otherwise, field by field, from what to what.</summary>
    public IReadOnlyList<(string Label, string? From, string? To)> Changes(Interpretation was, Interpretation now) => Different(
        (texts["Planning.Field.Due"], was.DueWords ?? DueRead(was), now.DueWords ?? DueRead(now)),
        (texts["Planning.Field.Measure"], Measure(was), Measure(now)),
        (texts["Planning.Field.What"], was.MeasureWhat, now.MeasureWhat),
        (texts["Planning.Field.Kind"], Kind(was.Kind), Kind(now.Kind)),
        (texts["Planning.Field.Modality"], Modality(was.Modality), Modality(now.Modality)),
        (texts["Planning.Commitment.PlanNames"], was.Responsible, now.Responsible));

    /// <summary>Those that differ.</summary>
    public static IReadOnlyList<(string Label, string? From, string? To)> Different(params (string Label, string? From, string? To)[] fields) =>
        [.. fields.Where(f => f.From != f.To)];

    /// <summary>"Meningen har ”ska”. Säker."</summary>
    public string Why(Commitment commitment)
    {
        var reasons = commitment.Why.Select(Because);
        var sure = texts[commitment.Confidence switch { >= 0.9 => "Planning.Sure.Very", >= FoundCommitment.Sure => "Planning.Sure.Quite", _ => "Planning.Sure.Not" }];
        return $"{string.Join(' ', reasons)} {sure}".Trim();
    }

    /// <summary>"ny ansvarig Ulla Ek", "klart senast 30 november", "stryks": what a board is proposed.</summary>
    public string Proposal(Matter matter, string? owner) => matter.Kind switch
    {
        MatterKind.NewDay => texts["Planning.Matter.NewDaySaid", time.Day(matter.Day!.Value)],
        MatterKind.NewOwner => texts["Planning.Matter.NewOwnerSaid", owner ?? texts["Planning.Matter.Gone"]],
        _ => texts["Planning.Matter.Drop"],
    };

    private string Because(Reason reason)
    {
        var key = $"Planning.Why.{reason.Code}";
        return texts.Has(key) ? texts[key, reason.Words] : texts["Planning.Why.other"];
    }
}
