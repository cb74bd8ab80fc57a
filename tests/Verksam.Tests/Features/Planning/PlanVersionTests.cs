using System.Text;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class PlanVersionTests
{
    private static readonly DateOnly Today = FakeTime.Today;

    [Fact]
    public void A_text_is_kept_in_one_form_and_no_road_changes_it()
    {
        var version = InMemory.Read("Vi ska a\u030aka till A\u030aland.\r\nDet blir kul.\r\rHej").Version;

        version.Text.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        version.Text.ShouldContain("åka till Åland");
        version.Text.ShouldNotContain('\r');
        typeof(PlanVersion).GetProperty(nameof(PlanVersion.Text))!.SetMethod!.IsPrivate.ShouldBeTrue();
    }

    [Fact]
    public void A_draft_becomes_a_proposal_and_then_adopted()
    {
        var version = Draft();

        version.Propose(0, 1, 0, FakeTime.Start).ShouldBeNull();
        (version.State, version.ProposedAt, version.CanBeReviewed).ShouldBe((VersionState.Proposal, FakeTime.Start, false));

        version.Adopt(" Årsmötet i Alnäs ", Today, " § 14 ", Today).ShouldBeNull();
        (version.State, version.Meeting, version.AdoptedOn, version.Minutes).ShouldBe((VersionState.Adopted, "Årsmötet i Alnäs", Today, "§ 14"));
    }

    [Fact]
    public void What_is_not_reviewed_to_its_end_or_promises_nothing_is_no_proposal()
    {
        var version = Draft();

        version.Propose(1, 5, 0, FakeTime.Start).ShouldBe(PlanningRefusals.NotReviewed);
        version.Propose(0, 0, 0, FakeTime.Start).ShouldBe(PlanningRefusals.NoCommitments);
        version.Propose(0, 5, 1, FakeTime.Start).ShouldBe(PlanningRefusals.LostUnanswered);

        version.State.ShouldBe(VersionState.Draft);
    }

    [Fact]
    public void A_proposal_can_be_taken_back_and_shown_again()
    {
        var version = Proposal();

        version.Withdraw().ShouldBeNull();

        (version.State, version.ProposedAt).ShouldBe((VersionState.Draft, null));
        version.Propose(0, 1, 0, FakeTime.Start).ShouldBeNull();
    }

    [Fact]
    public void A_meeting_that_has_not_been_has_decided_nothing()
    {
        var version = Proposal();

        version.Adopt("Årsmötet", Today.AddDays(1), null, Today).ShouldBe(PlanningRefusals.MeetingInTheFuture);

        (version.State, version.Meeting).ShouldBe((VersionState.Proposal, null));
        version.Adopt("Årsmötet", Today, "  ", Today).ShouldBeNull();
        version.Minutes.ShouldBeNull();
    }

    [Fact]
    public void A_draft_cannot_be_adopted() => Draft().Adopt("Årsmötet", Today, null, Today).ShouldBe(PlanningRefusals.NotAProposal);

    [Fact]
    public void What_is_adopted_stays_as_the_meeting_decided()
    {
        var version = Proposal();
        version.Adopt("Årsmötet", Today, "§ 14", Today);

        version.Adopt("Ett annat möte", Today, "§ 2", Today).ShouldBe(PlanningRefusals.NotAProposal);
        version.Withdraw().ShouldBe(PlanningRefusals.NotAProposal);
        version.Propose(0, 1, 0, FakeTime.Start).ShouldBe(PlanningRefusals.NotADraft);
        version.Discard();

        (version.State, version.Meeting, version.Minutes).ShouldBe((VersionState.Adopted, "Årsmötet", "§ 14"));
    }

    [Fact]
    public void What_is_put_aside_is_not_taken_up_again()
    {
        var version = Draft();
        version.Discard();

        version.State.ShouldBe(VersionState.Discarded);
        version.Propose(0, 1, 0, FakeTime.Start).ShouldBe(PlanningRefusals.NotADraft);
        version.Withdraw().ShouldBe(PlanningRefusals.NotAProposal);
    }

    private static PlanVersion Draft() => InMemory.Read("Vi ska hålla två konserter.").Version;

    private static PlanVersion Proposal()
    {
        var version = Draft();
        version.Propose(0, 1, 0, FakeTime.Start);
        return version;
    }
}
