using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Review;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Planning;

/// <summary>A draft of a plan that is in no database, and somebody who goes through it.</summary>
internal sealed class InMemory
{
    private InMemory(PlanAsRead read)
    {
        Plan = new Plan(Id<Unit>.New(), Plans.Year);
        Version = PlanVersion.BringIn(Plan.Id, 1, read.Document, "Inklistrad text", null, FakeTime.Start);
        All = [.. read.Commitments.Select(found => Verksam.Features.Planning.Commitment.Found(Plan.Id, Version.Id, found))];
    }

    public static Id<Person> Reviewer { get; } = Id<Person>.New();

    public Plan Plan { get; }
    public PlanVersion Version { get; }
    public List<Commitment> All { get; }
    public IReadOnlyList<Commitment> Shown => Reviewing.Order(All, Version.Id);

    /// <summary>What is taken for commitments, in the order of the text; each with "…" where it is broken off.</summary>
    public IReadOnlyList<string> Words => [.. Shown.Select(WordsOf)];

    public static InMemory Read(string text) => new(PlanReader.ReadText(text, Plans.Year));

    /// <summary>A commitment that is understood so, whatever it says.</summary>
    public static Commitment Commitment(Interpretation reading)
    {
        var commitment = Verksam.Features.Planning.Commitment.Found(
            Id<Plan>.New(), Id<PlanVersion>.New(), new FoundCommitment([new TextRange(0, 5)], "Hålla", null, default, default, null, null, null, [], 0.9));
        commitment.Accept(reading, Reviewer, FakeTime.Start);
        return commitment;
    }

    public string WordsOf(Commitment commitment) => string.Join(" … ", commitment.RangesIn(Version.Id).Select(r => r.In(Version.Text)));

    /// <summary>One press: a request reads everything anew, so each has a reviewing of its own.</summary>
    public Reviewing Press() => new(Version, Plan.Year, All, Reviewer, FakeTime.Start);
}
