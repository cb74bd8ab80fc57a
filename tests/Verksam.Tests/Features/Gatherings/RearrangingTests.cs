using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Time;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings;

/// <summary>What a rearrangement does with one gathering, without a database.</summary>
public sealed class RearrangingTests
{
    private const string Link = "https://moten.example/vinter";

    [Fact]
    public void It_is_moved_by_the_clock_on_the_wall()
    {
        var gathering = Published(new DateOnly(2026, 3, 24), 18, 20);

        Change(gathering, RearrangeKind.Move, a => a.Moves(7, null, null)).ShouldBeNull(); // summer time begins in between

        Words(gathering).ShouldBe("2026-03-31 18.00–20.00");
        gathering.Sequence.ShouldBe(1);
        gathering.Why.ShouldBe("Restriktioner.");
    }

    [Theory]
    [InlineData(0, "19:00", null, "2026-03-24 19.00–21.00")]
    [InlineData(0, null, "22:00", "2026-03-24 18.00–22.00")]
    [InlineData(-3, "10:00", "11:30", "2026-03-21 10.00–11.30")]
    [InlineData(0, "23:00", null, "2026-03-24 23.00–01.00")]
    public void Its_hours_are_what_is_said_and_else_as_they_were(int days, string? from, string? to, string expected)
    {
        var gathering = Published(new DateOnly(2026, 3, 24), 18, 20);

        Change(gathering, RearrangeKind.Move, a => a.Moves(days, Hour(from), Hour(to))).ShouldBeNull();

        Words(gathering).ShouldBe(expected);
    }

    [Fact]
    public void It_becomes_digital_both_or_is_somewhere_else()
    {
        var (digital, both, elsewhere) = (Published(), Published(), Published());

        Change(digital, RearrangeKind.Digital, a => a.GoesOnline(Link));
        Change(both, RearrangeKind.Hybrid, a => a.GoesOnline(Link));
        Change(elsewhere, RearrangeKind.Place, a => a.Takes(null, "Parken"));

        (digital.Spot, digital.Link).ShouldBe((null, Link));
        (both.Spot, both.Link).ShouldBe(("Salen", Link));
        (elsewhere.Spot, elsewhere.Link).ShouldBe(("Parken", null));
    }

    [Fact]
    public void What_ends_before_it_begins_or_is_not_published_is_left()
    {
        var (wrong, draft) = (Published(), Draft());

        Change(wrong, RearrangeKind.Move, a => a.Moves(0, new TimeOnly(21, 0), new TimeOnly(20, 0))).ShouldBe(GatheringRefusals.EndsBeforeItBegins);
        Change(draft, RearrangeKind.Cancel, _ => null).ShouldBe(GatheringRefusals.NotNow);

        (wrong.Sequence, wrong.Why, draft.State).ShouldBe((0, null, GatheringState.Draft));
    }

    [Fact]
    public void It_becomes_as_it_was_and_calendars_are_told_again()
    {
        foreach (var kind in new[] { RearrangeKind.Cancel, RearrangeKind.Digital, RearrangeKind.Move })
        {
            var gathering = Published();
            var before = new RearrangedGathering(Id<Rearrangement>.New(), gathering);
            var was = (gathering.Starts, gathering.Ends, gathering.Spot, gathering.Link, gathering.State, gathering.Why);
            Change(gathering, kind, a => kind == RearrangeKind.Move ? a.Moves(1, null, null) : kind == RearrangeKind.Digital ? a.GoesOnline(Link) : null).ShouldBeNull();

            gathering.IsAsItWas(before, FakeTime.Start);

            (gathering.Starts, gathering.Ends, gathering.Spot, gathering.Link, gathering.State, gathering.Why).ShouldBe(was);
            gathering.Sequence.ShouldBe(2);
        }
    }

    [Fact]
    public void It_can_be_taken_back_for_ten_minutes()
    {
        var asked = Asked(RearrangeKind.Cancel);
        asked.IsUndoable(FakeTime.Start).ShouldBeFalse();
        asked.Done(FakeTime.Start);

        asked.IsUndoable(FakeTime.Start.AddMinutes(9)).ShouldBeTrue();
        asked.IsUndoable(FakeTime.Start.AddMinutes(10)).ShouldBeFalse();
    }

    private static Refusal? Change(Gathering gathering, RearrangeKind kind, Func<Rearrangement, Refusal?> how)
    {
        var asked = Asked(kind);
        how(asked).ShouldBeNull();
        return RearrangeJob.Change(asked, gathering, FakeTime.Start);
    }

    private static Rearrangement Asked(RearrangeKind kind)
    {
        var asked = new Rearrangement(kind, Guid.CreateVersion7(), Id<Person>.New(), FakeTime.Start);
        asked.Says("Restriktioner.").ShouldBeNull();
        return asked;
    }

    private static Gathering Draft(DateOnly? day = null, int from = 18, int to = 20)
    {
        var gathering = new Gathering(Id<Unit>.New(), "meeting", Id<Person>.New(), FakeTime.Start);
        gathering.Describe("Ett möte", "meeting", null, null);
        var on = day ?? new DateOnly(2026, 3, 24);
        gathering.Take(new Hours(OurTime.At(on, new TimeOnly(from, 0)), OurTime.At(on, new TimeOnly(to, 0))), new Whereabouts(null, "Salen", null), FakeTime.Start).ShouldBeNull();
        return gathering;
    }

    private static Gathering Published(DateOnly? day = null, int from = 18, int to = 20)
    {
        var gathering = Draft(day, from, to);
        gathering.Publish(FakeTime.Start).ShouldBeNull();
        return gathering;
    }

    private static TimeOnly? Hour(string? hour) => hour is null ? null : TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture);

    private static string Words(Gathering gathering) => $"{OurTime.DayOf(gathering.Starts):yyyy-MM-dd} {GatheringWords.Hours(gathering.Starts, gathering.Ends)}";
}
