using Shouldly;
using Verksam.Features.Planning;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class ReviewingTests
{
    private const string Text = "# Kören\n\nKören bildades 1974. Vi ska sjunga i maj och resa i juni. Vi ska hålla minst två konserter.\n\n# Noter\n\nStyrelsen ska köpa noter.";

    private readonly InMemory _plan = InMemory.Read(Text);

    [Fact]
    public void To_split_gives_two_to_review_anew()
    {
        _plan.Press().Accept(_plan.Shown[0], _plan.Shown[0].Reading);
        var press = _plan.Press();

        press.Split(_plan.Shown[0], CutIn(0)).ShouldBeNull();

        _plan.Words.ShouldBe(["Vi ska sjunga i maj", "och resa i juni.", "Vi ska hålla minst två konserter.", "Styrelsen ska köpa noter."]);
        _plan.Shown.Take(2).ShouldAllBe(c => c.Review == ReviewState.Open && c.ReviewedBy == null);
        _plan.Shown[0].Reading.DueTo.ShouldBe(new DateOnly(2026, 5, 31));
        press.Created.ShouldBe([_plan.Shown[1]]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void Where_there_is_no_cut_it_is_not_cut(int at)
    {
        var press = _plan.Press();

        press.Split(_plan.Shown[0], at).ShouldBe(PlanningRefusals.CannotCutThere);

        press.Step.ShouldBeNull();
        _plan.Words.Count.ShouldBe(3);
    }

    [Fact]
    public void To_join_makes_one_passage_of_two_that_stand_side_by_side()
    {
        var press = _plan.Press();

        press.Join(_plan.Shown[0], withNext: true).ShouldBeNull();

        _plan.Words.ShouldBe(["Vi ska sjunga i maj och resa i juni. Vi ska hålla minst två konserter.", "Styrelsen ska köpa noter."]);
        _plan.All.Count(c => c.Review == ReviewState.Joined).ShouldBe(1);
    }

    [Fact]
    public void To_join_over_a_heading_keeps_two_ranges()
    {
        _plan.Press().Join(_plan.Shown[2], withNext: false).ShouldBeNull();

        _plan.Words.ShouldBe(["Vi ska sjunga i maj och resa i juni.", "Vi ska hålla minst två konserter. … Styrelsen ska köpa noter."]);
        _plan.Shown[1].Passages.Count.ShouldBe(2);
    }

    [Fact]
    public void At_the_edges_there_is_nobody_to_join_with()
    {
        _plan.Press().Join(_plan.Shown[0], withNext: false).ShouldBe(PlanningRefusals.NobodyBeside);
        _plan.Press().Join(_plan.Shown[2], withNext: true).ShouldBe(PlanningRefusals.NobodyBeside);
    }

    [Fact]
    public void What_a_person_points_at_is_taken_and_accepted()
    {
        _plan.Press().Add(Find("Kören bildades 1974.")).ShouldBeNull();

        _plan.Words[0].ShouldBe("Kören bildades 1974.");
        (_plan.Shown[0].Review, _plan.Shown[0].ReviewedBy).ShouldBe((ReviewState.Accepted, InMemory.Reviewer));
    }

    [Fact]
    public void What_is_marked_cannot_be_added_again_not_even_in_part()
    {
        _plan.Press().Add(Find("resa i juni")).ShouldBe(PlanningRefusals.AlreadyMarked);
        _plan.Press().Add(Find("Kören bildades 1974. Vi ska")).ShouldBe(PlanningRefusals.AlreadyMarked);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 3)]
    [InlineData(0, 100_000)]
    [InlineData(3, 12)] // over the end of the heading
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(2, int.MaxValue)]
    public void Where_there_is_no_sentence_nothing_is_added(int start, int length)
    {
        _plan.Press().Add(new TextRange(start, length)).ShouldBe(PlanningRefusals.NotThere);

        _plan.All.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("Kören")]
    [InlineData("Noter")]
    public void A_heading_promises_nothing(string heading) => _plan.Press().Add(Find(heading)).ShouldBe(PlanningRefusals.NotThere);

    [Fact]
    public void Borders_move_by_sentences_and_stop_at_the_next_one()
    {
        _plan.Press().StartEarlier(_plan.Shown[0]).ShouldBeNull();
        _plan.Words[0].ShouldBe("Kören bildades 1974. Vi ska sjunga i maj och resa i juni.");

        _plan.Press().EndLater(_plan.Shown[0]).ShouldBe(PlanningRefusals.AlreadyMarked);
        _plan.Press().StartEarlier(_plan.Shown[0]).ShouldBe(PlanningRefusals.NotThere);
        _plan.Press().EndLater(_plan.Shown[2]).ShouldBe(PlanningRefusals.NotThere);
    }

    [Fact]
    public void All_sure_ones_are_accepted_and_neither_the_doubtful_nor_the_decided()
    {
        var plan = InMemory.Read("Vi ska sjunga. Vi ska resa.\n\n- sommarkväll vid sjön\n- vi ses på torget i maj");
        plan.Press().Drop(plan.Shown[0]);
        var doubtful = plan.All.Where(c => c.IsDoubtful).ToList();
        doubtful.ShouldNotBeEmpty();

        plan.Press().AcceptSure().ShouldBe(plan.All.Count - doubtful.Count - 1);

        plan.Shown[0].Review.ShouldBe(ReviewState.Dropped);
        doubtful.ShouldAllBe(c => c.Review == ReviewState.Open);
        var again = plan.Press();
        again.AcceptSure().ShouldBe(0);
        again.Step.ShouldBeNull();
    }

    private int CutIn(int index) => Verksam.Features.Planning.Review.Cuts.Of(_plan.Version.Text, _plan.Shown[index].RangesIn(_plan.Version.Id))[0];

    private TextRange Find(string words) => new(_plan.Version.Text.IndexOf(words, StringComparison.Ordinal), words.Length);
}
