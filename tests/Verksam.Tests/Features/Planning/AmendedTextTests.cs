using Shouldly;
using Verksam.Features.People;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class AmendedTextTests
{
    private static readonly PlanDocument Plan = PlanReader.ReadText("""
        # Konserter

        Vi ska hålla fyra konserter. Vi ska bjuda in en gäst.

        - Styrelsen ska boka kyrkan.
        - Kören ska öva varje vecka.

        # Resor

        Vi ska åka till Åland.
        """, 2026).Document;

    [Fact]
    public void Nothing_amended_is_the_same_text_in_the_same_blocks()
    {
        var same = AmendedText.Apply(Plan, []);
        same.Text.ShouldBe(Plan.Text);
        same.Blocks.ShouldBe(Plan.Blocks);
    }

    [Fact]
    public void Words_are_changed_where_they_stand() =>
        Amended(Change("fyra konserter", "fem konserter")).ShouldBe(Plan.Text.Replace("fyra konserter", "fem konserter", StringComparison.Ordinal));

    [Fact]
    public void A_struck_sentence_leaves_no_hole() =>
        Amended(Strike("Vi ska hålla fyra konserter.")).ShouldContain("Konserter\nVi ska bjuda in en gäst.\nStyrelsen");

    [Fact]
    public void A_struck_point_takes_its_block_with_it()
    {
        var amended = AmendedText.Apply(Plan, [AmendedText.Of(Plan, Strike("Styrelsen ska boka kyrkan."))]);
        amended.Blocks.Count.ShouldBe(Plan.Blocks.Count - 1);
        amended.Text.ShouldNotContain("kyrkan");
    }

    [Fact]
    public void An_addition_to_running_text_is_a_sentence_and_to_a_list_a_point()
    {
        Amended(Add("Vi ska bjuda in en gäst.", "Gästen ska få lön.")).ShouldContain("en gäst. Gästen ska få lön.\nStyrelsen");
        var list = AmendedText.Apply(Plan, [AmendedText.Of(Plan, Add("Styrelsen ska boka kyrkan.", "Vi ska baka kakor."))]);
        list.Blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => b.Range.In(list.Text)).ShouldBe(["Styrelsen ska boka kyrkan.", "Vi ska baka kakor.", "Kören ska öva varje vecka."]);
    }

    [Fact]
    public void After_a_heading_comes_a_paragraph_and_not_another_heading()
    {
        var amended = AmendedText.Apply(Plan, [AmendedText.Of(Plan, Add("Resor", "Vi reser med tåg."))]);
        amended.Blocks.Single(b => b.Range.In(amended.Text) == "Vi reser med tåg.").Kind.ShouldBe(BlockKind.Paragraph);
        amended.Blocks.Count(b => b.Kind == BlockKind.Heading).ShouldBe(2);
    }

    [Fact]
    public void Several_are_taken_in_at_once_and_every_block_is_where_it_says()
    {
        Amendment[] all = [Strike("Kören ska öva varje vecka."), Change("fyra", "fem"), Add("Vi ska åka till Åland.", "Vi ska åka hem."), Add("Vi ska åka till Åland.", "Snart.")];
        var amended = AmendedText.Apply(Plan, [.. all.Select(a => AmendedText.Of(Plan, a))]);

        amended.Text.ShouldEndWith("Resor\nVi ska åka till Åland. Vi ska åka hem. Snart.");
        amended.Text.ShouldContain("hålla fem konserter");
        string.Join('\n', amended.Blocks.Select(b => b.Range.In(amended.Text))).ShouldBe(amended.Text);
    }

    [Fact]
    public void Two_that_want_the_same_words_are_told_of()
    {
        AmendedText.Overlapping([Change("fyra konserter", "fem"), Strike("Vi ska hålla fyra konserter.")]).ShouldNotBeNull();
        AmendedText.Overlapping([Change("fyra", "fem"), Strike("Vi ska bjuda in en gäst.")]).ShouldBeNull();
        AmendedText.Overlapping([Add("Vi ska åka till Åland.", "A."), Add("Vi ska åka till Åland.", "B.")]).ShouldBeNull();
    }

    [Theory]
    [InlineData(nameof(AmendmentKind.Change), " ")]
    [InlineData(nameof(AmendmentKind.Change), "fyra")]
    [InlineData(nameof(AmendmentKind.Add), null)]
    public void New_words_are_wanted_where_something_is_to_be_said(string kind, string? words) =>
        Empty("fyra").Move("Lena", Enum.Parse<AmendmentKind>(kind), words, null, "fyra")!.Code.ShouldBe("Planning.Refused.NoNewWords");

    [Fact]
    public void What_is_decided_is_not_taken_back_by_whoever_moved_it()
    {
        var struck = Strike("fyra");
        struck.Decide(Ruling.Rejected, FakeTime.Start);
        struck.Withdraw(FakeTime.Start)!.Code.ShouldBe("Planning.Refused.IsDecided");
        struck.Decide(Ruling.None, FakeTime.Start);
        struck.Withdraw(FakeTime.Start).ShouldBeNull();
        struck.Decision.ShouldBe(Ruling.Withdrawn);
    }

    private static string Amended(Amendment amendment) => AmendedText.Apply(Plan, [AmendedText.Of(Plan, amendment)]).Text;

    private static Amendment Change(string words, string to) => Moved(words, AmendmentKind.Change, to);

    private static Amendment Strike(string words) => Moved(words, AmendmentKind.Strike, null);

    private static Amendment Add(string words, string more) => Moved(words, AmendmentKind.Add, more);

    private static Amendment Moved(string words, AmendmentKind kind, string? to)
    {
        var amendment = Empty(words);
        amendment.Move("Lena Lund", kind, to, null, words).ShouldBeNull();
        return amendment;
    }

    private static Amendment Empty(string words) =>
        new(Id<PlanVersion>.New(), 1, new TextRange(Plan.Text.IndexOf(words, StringComparison.Ordinal), words.Length), Id<Person>.New(), FakeTime.Start);
}
