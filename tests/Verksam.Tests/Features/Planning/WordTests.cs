using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Replanning;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>A person's own word, given with a reason, holds until there is a newer fact.</summary>
public sealed class WordTests
{
    private static readonly Id<Person> Yusuf = Id<Person>.New();

    private static readonly DateTimeOffset Morning = FakeTime.Start;

    [Theory]
    [InlineData(nameof(Status.Done))]
    [InlineData(nameof(Status.OnTrack))]
    [InlineData(nameof(Status.AtRisk))]
    [InlineData(nameof(Status.Late))]
    public void A_word_stands_above_every_rule_but_a_decision(string word)
    {
        var four = Four();
        Tell(four, "Vi har räknat", 4, null, Morning.AddDays(-1));
        Tell(four, "Så är det", null, Enum.Parse<Status>(word), Morning);

        Now(four, Morning).ShouldBe(new Standing(Enum.Parse<Status>(word), "word"));
        four.DropFromPlan(new Decision("Ingen tid", "Styrelsen", FakeTime.Today), Yusuf, Morning, out _).ShouldBeNull();
        Now(four, Morning).Status.ShouldBe(Status.Dropped);
    }

    [Fact]
    public void A_later_count_overtakes_a_word()
    {
        var four = Four();
        Tell(four, "Det går trögt", null, Status.AtRisk, Morning);
        Tell(four, null, 4, null, Morning.AddDays(1));

        Now(four, Morning.AddDays(1)).Rule.ShouldBe("count");
    }

    [Fact]
    public void A_count_of_the_same_afternoon_overtakes_the_mornings_word()
    {
        var four = Four();
        Tell(four, "Det går trögt", null, Status.AtRisk, Morning);
        Tell(four, null, 4, null, Morning.AddHours(6));

        Now(four, Morning.AddHours(7)).Rule.ShouldBe("count");
    }

    [Fact]
    public void A_count_given_together_with_a_word_does_not_overtake_it()
    {
        var four = Four();
        Tell(four, "Två ställdes in", 4, Status.AtRisk, Morning);

        Now(four, Morning.AddDays(3)).ShouldBe(new Standing(Status.AtRisk, "word"));
    }

    [Fact]
    public void A_line_without_a_count_leaves_the_word()
    {
        var four = Four();
        Tell(four, "Det går trögt", null, Status.AtRisk, Morning);
        Tell(four, "Vi ringde runt", null, null, Morning.AddDays(2));

        Now(four, Morning.AddDays(2)).Rule.ShouldBe("word");
    }

    [Theory]
    [InlineData(nameof(Status.OnTrack), "due")]
    [InlineData(nameof(Status.AtRisk), "due")]
    [InlineData(nameof(Status.Done), "word")]
    [InlineData(nameof(Status.Late), "word")]
    public void That_the_last_day_has_passed_is_news_to_all_but_what_was_done_or_late(string word, string rule)
    {
        var four = Four(due: FakeTime.Today.AddDays(5));
        Tell(four, "Vi hinner nog", null, Enum.Parse<Status>(word), Morning);

        Now(four, Morning.AddDays(5)).Rule.ShouldBe("word");
        Now(four, Morning.AddDays(6)).Rule.ShouldBe(rule);
    }

    [Fact]
    public void A_word_given_after_the_last_day_holds()
    {
        var four = Four(due: FakeTime.Today.AddDays(-5));
        Tell(four, "Styrelsen har gett oss en månad till", null, Status.OnTrack, Morning);

        Now(four, Morning.AddDays(20)).ShouldBe(new Standing(Status.OnTrack, "word"));
    }

    [Fact]
    public void Another_figure_than_the_measure_had_then_overtakes_a_word()
    {
        var four = Four();
        four.Report(Yusuf, "Det går trögt", null, Status.AtRisk, 2, Morning, out _).ShouldBeNull();

        Now(four, Morning.AddDays(1), new Figure(2)).Rule.ShouldBe("word");
        Now(four, Morning.AddDays(1), new Figure(4)).Rule.ShouldBe("count");
    }

    [Fact]
    public void Reports_in_any_order_tell_the_same_as_the_commitment_remembers()
    {
        var four = Four();
        Report[] told = [Tell(four, "Ett", 1, null, Morning), Tell(four, "Trögt", null, Status.AtRisk, Morning.AddDays(1)), Tell(four, "Tre", 3, null, Morning.AddDays(2))];

        Said.Of(told.Reverse()).ShouldBe(Said.Now(four));
        Said.Of(told.Take(1)).ShouldBe(new Said(Morning, null, null, null, 1, Morning));
        Said.Of([]).ShouldBe(Said.Nothing);
    }

    private static Commitment Four(DateOnly? due = null) => InMemory.Commitment(new Interpretation
    {
        MeasureDirection = MeasureDirection.AtLeast,
        MeasureValue = 4,
        MeasureWhat = "möten",
        DueTo = due ?? new(2026, 12, 31),
    });

    private static Report Tell(Commitment commitment, string? text, decimal? count, Status? word, DateTimeOffset at)
    {
        commitment.Report(Yusuf, text, count, word, null, at, out var report).ShouldBeNull();
        return report!;
    }

    private static Standing Now(Commitment commitment, DateTimeOffset now, Figure? figure = null) =>
        Standing.Of(FactsOf.Of(commitment, 2026, Said.Now(commitment), figure, null), DateOnly.FromDateTime(now.DateTime), new StandingLimits());
}
