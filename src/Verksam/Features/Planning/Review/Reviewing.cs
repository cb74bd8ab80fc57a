using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Review;

/// <summary>
/// A person goes through what the reader found in a draft: yes, no, cut in two, make one, add; and says where what was carried already stands. The text never changes.
/// Every act leaves a step that can be taken back.
/// </summary>
internal sealed class Reviewing(PlanVersion version, int year, List<Commitment> all, Id<Person> by, DateTimeOffset now)
{
    private readonly PlanDocument _document = version.Document;

    public ReviewStep? Step { get; private set; }

    public List<Commitment> Created { get; } = [];

    public List<Commitment> Removed { get; } = [];

    /// <summary>What was found, in the order of the text; what was joined into another is not shown.</summary>
    public IReadOnlyList<Commitment> Shown => Order(all, version.Id);

    public static IReadOnlyList<Commitment> Order(IEnumerable<Commitment> all, Id<PlanVersion> version) =>
        [.. all.Where(c => c.Review != ReviewState.Joined && c.RangesIn(version).Count > 0).OrderBy(c => c.RangesIn(version)[0].Start)];

    public void Accept(Commitment commitment, Interpretation reading)
    {
        if (commitment.Number is null)
            Do([commitment], () => commitment.Accept(reading, by, now));
    }

    /// <summary>No; one that is carried already only leaves this text.</summary>
    public void Drop(Commitment commitment) => Do([commitment], () =>
    {
        if (commitment.Number is null)
            commitment.Drop(by, now);
        else
            commitment.MarkIn(version.Id, []);
    });

    /// <summary>What was lost stands in the new text in other words: those of <paramref name="found"/>.</summary>
    public Refusal? Same(Commitment lost, Commitment found)
    {
        if (found.Number is not null || lost.RangesIn(version.Id).Count > 0)
            return PlanningRefusals.AlreadyMarked;
        Do([lost, found], () =>
        {
            Remark(lost, found.RangesIn(version.Id));
            found.JoinedInto(by, now);
        });
        return null;
    }

    /// <summary>They do not stand in the new text, and leave the plan when it is adopted.</summary>
    public void Leave(IReadOnlyList<Commitment> lost)
    {
        if (lost.Count > 0)
            Do(lost, () => { });
    }

    /// <summary>All that nobody has looked at and the reader is sure of.</summary>
    public int AcceptSure()
    {
        var sure = all.Where(c => c is { Review: ReviewState.Open, IsDoubtful: false }).ToList();
        if (sure.Count > 0)
            Do(sure, () => sure.ForEach(c => c.Accept(c.Reading, by, now)));
        return sure.Count;
    }

    public Refusal? Split(Commitment commitment, int at)
    {
        if (commitment.Number is not null)
            return PlanningRefusals.IsCarried;
        var ranges = commitment.RangesIn(version.Id);
        if (!Cuts.Of(_document.Text, ranges).Contains(at))
            return PlanningRefusals.CannotCutThere;
        var (before, after) = Cuts.Apart(_document.Text, ranges, at);
        Do([commitment], () =>
        {
            Remark(commitment, before);
            Create(after);
        });
        return null;
    }

    public Refusal? Join(Commitment commitment, bool withNext)
    {
        var shown = Shown;
        var index = shown.ToList().IndexOf(commitment) + (withNext ? 1 : -1);
        if (index < 0 || index >= shown.Count)
            return PlanningRefusals.NobodyBeside;
        var other = shown[index];
        if (other.Number is not null)
            return PlanningRefusals.IsCarried;
        var ranges = commitment.RangesIn(version.Id).Concat(other.RangesIn(version.Id)).OrderBy(r => r.Start).ToList();
        Do([commitment, other], () =>
        {
            Remark(commitment, Sentences.Close(_document, ranges));
            other.JoinedInto(by, now);
        });
        return null;
    }

    public Refusal? Add(TextRange range)
    {
        var trimmed = Sentences.Trim(_document.Text, range);
        if (trimmed.Length == 0 || !Sentences.InOneBlock(_document, trimmed))
            return PlanningRefusals.NotThere;
        if (Shown.Any(c => c.RangesIn(version.Id).Any(r => r.Start < trimmed.End && trimmed.Start < r.End)))
            return PlanningRefusals.AlreadyMarked;
        Do([], () => Create([trimmed]).Accept(Interpretation.Of(Read([trimmed])), by, now));
        return null;
    }

    public Refusal? StartEarlier(Commitment commitment) => Stretch(commitment, Sentences.Before);

    public Refusal? EndLater(Commitment commitment) => Stretch(commitment, Sentences.After);

    public void Undo(ReviewStep last)
    {
        foreach (var was in last.Before)
            all.Single(c => c.Id.Value == was.Id).Restore(version.Id, was);
        Removed.AddRange(all.Where(c => last.Created.Contains(c.Id.Value)));
        all.RemoveAll(Removed.Contains);
    }

    private Refusal? Stretch(Commitment commitment, Func<PlanDocument, TextRange, TextRange?> further)
    {
        var ranges = commitment.RangesIn(version.Id);
        if (ranges.Count != 1 || further(_document, ranges[0]) is not { } stretched)
            return PlanningRefusals.NotThere;
        if (Shown.Any(c => c != commitment && c.RangesIn(version.Id).Any(r => r.Start < stretched.End && stretched.Start < r.End)))
            return PlanningRefusals.AlreadyMarked;
        Do([commitment], () => Remark(commitment, [stretched]));
        return null;
    }

    // what is carried is understood as it was decided: it gets new borders, nothing else
    private void Remark(Commitment commitment, IReadOnlyList<TextRange> ranges)
    {
        if (commitment.Number is null)
            commitment.Remark(version.Id, Read(ranges));
        else
            commitment.MarkIn(version.Id, ranges);
    }

    private FoundCommitment Read(IReadOnlyList<TextRange> ranges) => PlanReader.Interpret(_document, ranges, year);

    private Commitment Create(IReadOnlyList<TextRange> ranges)
    {
        var created = Commitment.Found(version.PlanId, version.Id, Read(ranges));
        Created.Add(created);
        all.Add(created);
        return created;
    }

    private void Do(IReadOnlyList<Commitment> touched, Action act)
    {
        var before = touched.Select(c => c.Capture(version.Id)).ToList();
        act();
        Step = new ReviewStep(version.Id, by, now, before, [.. Created.Select(c => c.Id.Value)]);
    }
}
