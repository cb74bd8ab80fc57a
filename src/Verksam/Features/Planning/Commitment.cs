using System.Globalization;
using System.Text.Json;
using Verksam.Features.People;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Replanning;
using Verksam.Kernel;
using Verksam.PlanReading;

namespace Verksam.Features.Planning;

/// <summary>What a person has said of something the reader found. Stored as a number: never renumber.</summary>
internal enum ReviewState
{
    Open = 0,
    Accepted = 1,
    Dropped = 2,

    /// <summary>Became part of another when two were made one.</summary>
    Joined = 3,
}

/// <summary>One promise of the plan: where it stands in each version's text, and how it is understood.</summary>
internal sealed class Commitment : Entity<Commitment>, IAudited, IVersioned
{
    public const int LongestNote = 4_000;

    private readonly List<Passage> _passages = [];
    private readonly List<Handover> _handovers = [];

    private Commitment() { }

    public static Commitment Found(Id<Plan> plan, Id<PlanVersion> version, FoundCommitment found)
    {
        var commitment = new Commitment
        {
            PlanId = plan,
            Reading = Interpretation.Of(found),
            AsRead = JsonSerializer.Serialize(Interpretation.Of(found)),
            Confidence = found.Confidence,
            Reasons = JsonSerializer.Serialize(found.Reasons),
        };
        commitment.Mark(version, found.Ranges);
        return commitment;
    }

    public Id<Plan> PlanId { get; private set; }

    /// <summary>Given at adoption, with <see cref="Running"/>: "4.4". Never changed, never given to another.</summary>
    public int? Chapter { get; private set; }

    public int? Running { get; private set; }

    public ReviewState Review { get; private set; }
    public Id<Person>? ReviewedBy { get; private set; }
    public DateTimeOffset? ReviewedAt { get; private set; }

    public Interpretation Reading { get; private set; } = new();

    /// <summary>How the reader first took it, as JSON: what was changed can be shown.</summary>
    public string AsRead { get; private set; } = "{}";

    public double Confidence { get; private set; }

    /// <summary>Why the reader took it, as JSON.</summary>
    public string Reasons { get; private set; } = "[]";

    /// <summary>The one of the year before that it carries on, when there is any.</summary>
    public Id<Commitment>? CarriesOnId { get; private set; }

    public void CarriesOn(Id<Commitment>? earlier) => CarriesOnId = earlier;

    public IReadOnlyList<Passage> Passages => _passages;
    /// <summary>Who has carried it, from when.</summary>
    public IReadOnlyList<Handover> Handovers => _handovers;

    public int Revision { get; set; }

    public string? Number => Chapter is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Chapter}.{Running}");

    public bool IsDoubtful => Confidence < FoundCommitment.Sure;

    public bool IsChanged => Original != Reading;

    public Interpretation Original => JsonSerializer.Deserialize<Interpretation>(AsRead)!;

    public IReadOnlyList<Reason> Why => JsonSerializer.Deserialize<List<Reason>>(Reasons)!;

    public IReadOnlyList<TextRange> RangesIn(Id<PlanVersion> version) =>
        [.. _passages.Where(p => p.VersionId == version).OrderBy(p => p.Start).Select(p => p.Range)];

    /// <summary>The plan's words for it, letter by letter.</summary>
    public string WordsIn(PlanVersion version) => string.Join(" … ", RangesIn(version.Id).Select(range => range.In(version.Text)));

    public void Accept(Interpretation reading, Id<Person> by, DateTimeOffset now)
    {
        Reading = reading;
        Decide(ReviewState.Accepted, by, now);
    }

    public void Drop(Id<Person> by, DateTimeOffset now) => Decide(ReviewState.Dropped, by, now);

    public void JoinedInto(Id<Person> by, DateTimeOffset now) => Decide(ReviewState.Joined, by, now);

    /// <summary>New borders: read anew, to be reviewed anew.</summary>
    public void Remark(Id<PlanVersion> version, FoundCommitment found)
    {
        Mark(version, found.Ranges);
        Reading = Interpretation.Of(found);
        AsRead = JsonSerializer.Serialize(Reading);
        Reasons = JsonSerializer.Serialize(found.Reasons);
        Confidence = found.Confidence;
        Review = ReviewState.Open;
        ReviewedBy = null;
        ReviewedAt = null;
    }

    public void GetNumber(int chapter, int running)
    {
        if (Chapter is not null)
            throw new InvalidOperationException("A commitment has its number already.");
        Chapter = chapter;
        Running = running;
    }

    // --- carrying it out -------------------------------------------------------------------

    /// <summary>A person, never a group.</summary>
    public Id<Person>? OwnerId { get; private set; }

    public Id<Person>? DeputyId { get; private set; }

    public DateOnly? DroppedOn { get; private set; }

    /// <summary>The measure that counts it by itself (see Measures), or null when people say how many.</summary>
    public string? MeasureCode { get; private set; }

    /// <summary>The latest of what its reports say; the reports themselves are kept.</summary>
    public DateTimeOffset? NewsAt { get; private set; }

    public Status? Word { get; private set; }
    public DateTimeOffset? WordAt { get; private set; }

    /// <summary>What its measure said when the word was given: another figure is a newer fact.</summary>
    public decimal? FigureAtWord { get; private set; }

    public decimal? Count { get; private set; }
    public DateTimeOffset? CountedAt { get; private set; }

    public bool IsCarriedBy(Id<Person> person) => OwnerId == person || DeputyId == person;

    public void HandTo(Id<Person>? owner, Id<Person>? deputy, Id<Person>? by, DateTimeOffset now)
    {
        deputy = deputy == owner ? null : deputy;
        if ((OwnerId, DeputyId) == (owner, deputy))
            return;
        (OwnerId, DeputyId) = (owner, deputy);
        _handovers.Add(new Handover(Id, owner, deputy, by, now));
    }

    /// <summary>What those who carry it and those who edit the plan keep in mind; not shown to others.</summary>
    [Personal]
    public string? Note { get; private set; }

    public void Write(string? note) => Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    public void Follow(string? measure) => MeasureCode = string.IsNullOrEmpty(measure) ? null : measure;

    public Refusal? Report(Id<Person> by, string? text, decimal? count, Status? word, decimal? figure, DateTimeOffset now, out Report? report)
    {
        if (Carrying.Report.Of(Id, by, text, count, word, figure, now, out report) is { } refusal)
            return refusal;
        NewsAt = now;
        if (count is not null)
            (Count, CountedAt) = (count, now);
        if (word is not null)
            (Word, WordAt, FigureAtWord) = (word, now, figure);
        return null;
    }

    /// <summary>Something that shows the work was linked to it: that is news.</summary>
    public void HasNews(DateTimeOffset now) => NewsAt = now;

    /// <summary>To be understood otherwise from now on. The words of the plan stay.</summary>
    public Refusal? Change(Interpretation reading, Decision decision, Id<Person> by, DateTimeOffset now, out Replan? replan)
    {
        replan = null;
        if (reading == Reading)
            return PlanningRefusals.NothingChanged;
        replan = new Replan(this, ReplanKind.Changed, decision, by, now) { Is = reading };
        Reading = reading;
        return null;
    }

    /// <summary>The board or a meeting decides not to do it.</summary>
    public Refusal? DropFromPlan(Decision decision, Id<Person> by, DateTimeOffset now, out Replan? replan)
    {
        replan = null;
        if (DroppedOn is not null)
            return PlanningRefusals.AlreadyDropped;
        replan = new Replan(this, ReplanKind.Dropped, decision, by, now);
        DroppedOn = decision.On;
        return null;
    }

    /// <summary>To be done after all.</summary>
    public Refusal? Resume(Decision decision, Id<Person> by, DateTimeOffset now, out Replan? replan)
    {
        replan = null;
        if (DroppedOn is null)
            return PlanningRefusals.NotDropped;
        replan = new Replan(this, ReplanKind.Resumed, decision, by, now);
        DroppedOn = null;
        return null;
    }

    /// <summary>As it was before a later decision or handover. Only for one that is not saved: history is not rewritten.</summary>
    public void TurnBack(Replan later) => (Reading, DroppedOn) = later.Kind == ReplanKind.Changed ? (later.Was, DroppedOn) : (Reading, later.WasDroppedOn);

    public void TurnBack(Handover? last) => (OwnerId, DeputyId) = (last?.OwnerId, last?.DeputyId);

    /// <summary>How it stood, so that a step can be taken back.</summary>
    public Snapshot Capture(Id<PlanVersion> version) => new(Id.Value, Review, ReviewedBy?.Value, ReviewedAt, Reading, AsRead, Confidence, Reasons, RangesIn(version));

    public void Restore(Id<PlanVersion> version, Snapshot was)
    {
        Review = was.Review;
        ReviewedBy = was.ReviewedBy is { } by ? new Id<Person>(by) : null;
        ReviewedAt = was.ReviewedAt;
        Reading = was.Reading;
        AsRead = was.AsRead;
        Confidence = was.Confidence;
        Reasons = was.Reasons;
        Mark(version, was.Ranges);
    }

    private void Decide(ReviewState state, Id<Person> by, DateTimeOffset now)
    {
        Review = state;
        ReviewedBy = by;
        ReviewedAt = now;
    }

    /// <summary>It stands there in that version too.</summary>
    public void MarkIn(Id<PlanVersion> version, IReadOnlyList<TextRange> ranges) => Mark(version, ranges);

    private void Mark(Id<PlanVersion> version, IReadOnlyList<TextRange> ranges)
    {
        if (RangesIn(version).SequenceEqual(ranges))
            return;
        _passages.RemoveAll(p => p.VersionId == version);
        _passages.AddRange(ranges.Select(range => new Passage(Id, version, range)));
    }

    internal sealed record Snapshot(
        Guid Id, ReviewState Review, Guid? ReviewedBy, DateTimeOffset? ReviewedAt, Interpretation Reading, string AsRead,
        double Confidence, string Reasons, IReadOnlyList<TextRange> Ranges);
}
