using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Replanning;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class ReplanTests
{
    private static readonly Id<Person> Lena = Id<Person>.New();
    private static readonly Decision May = new(" Kyrkan är stängd ", " Styrelsen § 7 ", FakeTime.Today);
    private static readonly Interpretation Before = new() { MeasureDirection = MeasureDirection.AtLeast, MeasureValue = 4, MeasureWhat = "konserter" };
    private static readonly Interpretation After = Before with { MeasureValue = 3 };

    private readonly Commitment _four = InMemory.Commitment(Before);

    [Fact]
    public void A_change_keeps_what_was_and_what_is_with_its_reason_and_decision()
    {
        _four.Change(After, May, Lena, FakeTime.Start, out var replan).ShouldBeNull();

        _four.Reading.ShouldBe(After);
        (replan!.Kind, replan.Was, replan.Is, replan.Reason, replan.DecidedBy, replan.DecidedOn, replan.By, replan.At)
            .ShouldBe((ReplanKind.Changed, Before, After, "Kyrkan är stängd", "Styrelsen § 7", FakeTime.Today, Lena, FakeTime.Start));
    }

    [Fact]
    public void Nothing_changed_is_no_decision()
    {
        _four.Change(Before with { }, May, Lena, FakeTime.Start, out var replan)!.Code.ShouldBe("Planning.Refused.NothingChanged");
        replan.ShouldBeNull();
    }

    [Fact]
    public void It_is_dropped_once_and_taken_up_again_once()
    {
        _four.Resume(May, Lena, FakeTime.Start, out _)!.Code.ShouldBe("Planning.Refused.NotDropped");
        _four.DropFromPlan(May, Lena, FakeTime.Start, out var dropped).ShouldBeNull();
        _four.DroppedOn.ShouldBe(FakeTime.Today);
        _four.DropFromPlan(May, Lena, FakeTime.Start, out _)!.Code.ShouldBe("Planning.Refused.AlreadyDropped");
        _four.Resume(May, Lena, FakeTime.Start, out var resumed).ShouldBeNull();
        _four.DroppedOn.ShouldBeNull();
        (dropped!.WasDroppedOn, resumed!.WasDroppedOn).ShouldBe(((DateOnly?)null, (DateOnly?)FakeTime.Today));
    }

    [Fact]
    public void Turned_back_step_by_step_it_is_as_the_meeting_adopted_it()
    {
        var steps = new List<Replan>();
        Take(_four.Change(After, May, Lena, FakeTime.Start, out var changed), changed);
        Take(_four.DropFromPlan(May, Lena, FakeTime.Start, out var dropped), dropped);
        Take(_four.Resume(May, Lena, FakeTime.Start, out var resumed), resumed);

        _four.TurnBack(steps[2]);
        (_four.DroppedOn, _four.Reading).ShouldBe((FakeTime.Today, After));
        _four.TurnBack(steps[1]);
        (_four.DroppedOn, _four.Reading).ShouldBe((null, After));
        _four.TurnBack(steps[0]);
        _four.Reading.ShouldBe(Before);

        void Take(Refusal? refusal, Replan? step)
        {
            refusal.ShouldBeNull();
            steps.Add(step!);
        }
    }

    [Fact]
    public void A_handover_is_kept_when_somebody_else_carries_it_and_only_then()
    {
        _four.HandTo(Lena, null, null, FakeTime.Start);
        _four.HandTo(Lena, Lena, null, FakeTime.Start); // one is not one's own deputy
        _four.HandTo(null, Lena, null, FakeTime.Start);

        _four.Handovers.Select(h => (h.OwnerId, h.DeputyId)).ShouldBe([(Lena, null), (null, Lena)]);
    }
}
