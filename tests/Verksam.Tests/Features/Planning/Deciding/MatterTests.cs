using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Replanning;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning.Deciding;

public sealed class MatterTests
{
    private static readonly DateOnly Later = FakeTime.Today.AddDays(90);

    private static readonly Id<Person> Tove = Id<Person>.New();
    private static readonly Id<Person> Yusuf = Id<Person>.New();
    private static readonly Id<Person> Ragnar = Id<Person>.New();
    private static readonly Id<Person> Birgitta = Id<Person>.New();

    private readonly Plan _plan = new(Cast.District.Id, 2026);
    private readonly Commitment _commitment;
    private readonly Sitting _sitting;

    public MatterTests()
    {
        _sitting = new Sitting(_plan.Id, "Distriktsstyrelsen", FakeTime.Today, Tove, FakeTime.Start);
        var whole = new TextRange(0, 19);
        _commitment = Commitment.Found(_plan.Id, Id<PlanVersion>.New(), new FoundCommitment([whole], "Vi ska boka kyrkan.", null, CommitmentKind.Activity, Modality.Must, null, null, null, [], 0.9));
    }

    [Fact]
    public void A_new_day_that_is_approved_is_a_replan_by_the_boards_decision()
    {
        var matter = Matter.NewDay(_sitting, _commitment, Later, "Kyrkan är stängd", Tove, FakeTime.Start);

        Decide(matter, MatterState.Approved, out var replan).ShouldBeNull();

        (_commitment.Reading.DueTo, _commitment.Reading.DueWords).ShouldBe((Later, "senast 8 juni 2026"));
        (replan!.Kind, replan.DecidedBy, replan.DecidedOn, replan.Reason).ShouldBe((ReplanKind.Changed, "Distriktsstyrelsen § 47", FakeTime.Today, "Kyrkan är stängd"));
        (matter.State, matter.Minutes).ShouldBe((MatterState.Approved, "§ 47"));
    }

    [Fact]
    public void A_new_owner_that_is_approved_has_it_in_hand()
    {
        _commitment.HandTo(Yusuf, Ragnar, null, FakeTime.Start);

        Decide(Matter.NewOwner(_sitting, _commitment, Birgitta, null, Tove, FakeTime.Start), MatterState.Approved, out var replan).ShouldBeNull();

        (_commitment.OwnerId, _commitment.DeputyId).ShouldBe((Birgitta, Ragnar));
        replan.ShouldBeNull();
    }

    [Fact]
    public void What_is_dropped_is_dropped_from_the_day_of_the_meeting()
    {
        Decide(Matter.Drop(_sitting, _commitment, null, Tove, FakeTime.Start), MatterState.Approved, out var replan).ShouldBeNull();

        _commitment.DroppedOn.ShouldBe(FakeTime.Today);
        replan!.Kind.ShouldBe(ReplanKind.Dropped);
    }

    [Theory]
    [InlineData(MatterState.Rejected)]
    [InlineData(MatterState.Tabled)]
    internal void What_is_not_approved_changes_nothing(MatterState state)
    {
        var was = _commitment.Reading;
        var matter = Matter.NewDay(_sitting, _commitment, Later, null, Tove, FakeTime.Start);

        Decide(matter, state, out var replan).ShouldBeNull();

        (_commitment.Reading, replan, matter.State).ShouldBe((was, null, state));
    }

    [Fact]
    public void Nothing_is_decided_twice()
    {
        var matter = Matter.Drop(_sitting, _commitment, null, Tove, FakeTime.Start);
        Decide(matter, MatterState.Rejected, out _);

        Decide(matter, MatterState.Approved, out _).ShouldBe(PlanningRefusals.IsDecided);
        _commitment.DroppedOn.ShouldBeNull();
    }

    [Fact]
    public void What_was_dropped_meanwhile_is_not_given_a_new_day()
    {
        _commitment.DropFromPlan(new("Nej", "Årsmötet", FakeTime.Today), Tove, FakeTime.Start, out _);

        Decide(Matter.NewDay(_sitting, _commitment, Later, null, Tove, FakeTime.Start), MatterState.Approved, out _).ShouldBe(PlanningRefusals.AlreadyDropped);
    }

    private Refusal? Decide(Matter matter, MatterState state, out Replan? replan) =>
        matter.Decide(_commitment, _sitting, state, "§ 47", Tove, FakeTime.Start, out replan);
}
