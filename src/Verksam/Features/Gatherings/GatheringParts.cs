using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings;

/// <summary>Another unit that arranges a gathering together with the one that keeps it.</summary>
internal sealed class CoArranger : Entity<CoArranger>, IAudited
{
    private CoArranger() { }

    public CoArranger(Id<Gathering> gathering, Id<Unit> unit) => (GatheringId, UnitId) = (gathering, unit);

    public Id<Gathering> GatheringId { get; private set; }
    public Id<Unit> UnitId { get; private set; }
}

/// <summary>A commitment of the plan that a gathering carries out.</summary>
internal sealed class GatheringTie : Entity<GatheringTie>, IAudited
{
    private GatheringTie() { }

    public GatheringTie(Id<Gathering> gathering, Id<Commitment> commitment) => (GatheringId, CommitmentId) = (gathering, commitment);

    public Id<Gathering> GatheringId { get; private set; }
    public Id<Commitment> CommitmentId { get; private set; }
}

/// <summary>Something to bring, and who does (ta med).</summary>
internal sealed class BringItem : Entity<BringItem>, IAudited
{
    public const int LongestWhat = 120, LongestNote = 160, Most = 60;

    private BringItem() { }

    public BringItem(Id<Gathering> gathering, int order) => (GatheringId, Order) = (gathering, order);

    public Id<Gathering> GatheringId { get; private set; }
    public int Order { get; private set; }
    public string What { get; private set; } = "";

    /// <summary>Where it is, what it waits for.</summary>
    [Personal]
    public string? Note { get; private set; }

    /// <summary>Who brings it; null when nobody has said so yet.</summary>
    public Id<Person>? ById { get; private set; }

    public bool IsDone { get; private set; }

    public Refusal? Write(string what, string? note)
    {
        if (OneLine.OrNull(what) is not { } line)
            return GatheringRefusals.NameMissing;
        (What, Note) = (line, OneLine.OrNull(note));
        return null;
    }

    public void IsBroughtBy(Id<Person>? person) => ById = person;

    /// <summary>Somebody says so of themselves: the first who does.</summary>
    public Refusal? Take(Id<Person> person)
    {
        if (ById is { } other && other != person)
            return GatheringRefusals.Brought;
        ById = person;
        return null;
    }

    /// <summary>Whoever had taken it does not bring it after all.</summary>
    public Refusal? GiveUp(Id<Person> person)
    {
        if (ById == person)
            ById = null;
        return null;
    }

    public void Tick(bool done) => IsDone = done;
}

/// <summary>Something that a gathering cost, against its budget.</summary>
internal sealed class GatheringCost : Entity<GatheringCost>, IAudited
{
    public const int LongestWhat = 120, Most = 60;

    private GatheringCost() { }

    /// <param name="asked">The id that the form has had since it was shown, so that one sent twice makes one.</param>
    public GatheringCost(Id<Gathering> gathering, string what, decimal amount, Id<GatheringCost>? asked = null) => (Id, GatheringId, What, Amount) = (asked ?? Id, gathering, OneLine.Of(what), amount);

    public Id<Gathering> GatheringId { get; private set; }
    public string What { get; private set; } = "";

    /// <summary>In kronor.</summary>
    public decimal Amount { get; private set; }
}
