using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class CommitmentTests
{
    private static readonly Id<Person> Yusuf = Id<Person>.New(), Lena = Id<Person>.New();

    private readonly Commitment _four = InMemory.Commitment(new Interpretation());

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void Nothing_said_is_no_report(string? text) => Refused(text, null, null, "NothingSaid");

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", 3)]
    public void A_word_needs_its_reason(string? text, int? count) => Refused(text, count, Status.Done, "WordNeedsReason");

    [Theory]
    [InlineData(nameof(Status.Dropped))]
    [InlineData(nameof(Status.NotStarted))]
    public void Some_words_are_not_for_one_person_to_say(string word) => Refused("För att", null, Enum.Parse<Status>(word), "NotAWord");

    [Fact]
    public void A_count_alone_is_a_report()
    {
        _four.Report(Yusuf, null, 3, null, null, FakeTime.Start, out var report).ShouldBeNull();

        (report!.Text, report.Count, report.By, report.At, report.CommitmentId).ShouldBe(("", 3, Yusuf, FakeTime.Start, _four.Id));
        (_four.Count, _four.CountedAt, _four.NewsAt, _four.Word).ShouldBe((3, FakeTime.Start, FakeTime.Start, null));
    }

    [Fact]
    public void What_a_later_report_does_not_say_stays_as_it_was()
    {
        _four.Report(Yusuf, "Tre är hållna", 3, Status.OnTrack, 3, FakeTime.Start, out _);
        _four.Report(Lena, " Lokalen är bokad ", null, null, null, FakeTime.Start.AddDays(1), out var report);

        report!.Text.ShouldBe("Lokalen är bokad");
        Said.Now(_four).ShouldBe(new Said(FakeTime.Start.AddDays(1), Status.OnTrack, FakeTime.Start, 3, 3, FakeTime.Start));
    }

    [Fact]
    public void The_owner_and_the_deputy_carry_it_and_nobody_else()
    {
        _four.HandTo(Yusuf, Lena, null, FakeTime.Start);

        _four.IsCarriedBy(Yusuf).ShouldBeTrue();
        _four.IsCarriedBy(Lena).ShouldBeTrue();
        _four.IsCarriedBy(Id<Person>.New()).ShouldBeFalse();
    }

    [Fact]
    public void One_person_is_not_both_owner_and_deputy()
    {
        _four.HandTo(Yusuf, Yusuf, null, FakeTime.Start);

        (_four.OwnerId, _four.DeputyId).ShouldBe((Yusuf, null));
    }

    [Fact]
    public void To_follow_nothing_is_to_follow_what_people_write()
    {
        _four.Follow("people");
        _four.MeasureCode.ShouldBe("people");

        _four.Follow("");

        _four.MeasureCode.ShouldBeNull();
    }

    private void Refused(string? text, int? count, Status? word, string code)
    {
        _four.Report(Yusuf, text, count, word, null, FakeTime.Start, out var report)!.Code.ShouldBe("Planning.Refused." + code);

        report.ShouldBeNull();
        Said.Now(_four).ShouldBe(Said.Nothing);
    }
}
