using Shouldly;
using Verksam.Features.Planning.Review;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class SentencesTests
{
    private static readonly PlanDocument Document = InMemory.Read("# Kören\n\nVi sjunger. Vi ska resa. Det blir kul.\n\nVi ska vila.").Version.Document;

    [Theory]
    [InlineData("Vi ska resa.", "Vi sjunger. Vi ska resa.")]
    [InlineData("Det blir kul.", "Vi ska resa. Det blir kul.")]
    [InlineData("Vi sjunger.", null)]
    [InlineData("Vi ska vila.", null)] // never into the paragraph before
    public void A_passage_grows_backwards_by_one_sentence_of_its_block(string passage, string? grown) =>
        (Sentences.Before(Document, Find(passage))?.In(Document.Text)).ShouldBe(grown);

    [Theory]
    [InlineData("Vi ska resa.", "Vi ska resa. Det blir kul.")]
    [InlineData("Det blir kul.", null)]
    [InlineData("Vi sjunger. Vi ska resa.", "Vi sjunger. Vi ska resa. Det blir kul.")]
    public void And_forwards(string passage, string? grown) => (Sentences.After(Document, Find(passage))?.In(Document.Text)).ShouldBe(grown);

    [Fact]
    public void Nothing_is_before_the_first_sentence()
    {
        Sentences.Before(Document, Find("Vi sjunger.")).ShouldBeNull();
        Sentences.Before(Document, Find("Vi ska vila.")).ShouldBeNull();
    }

    [Fact]
    public void Ranges_with_only_spaces_between_become_one_but_never_over_a_line()
    {
        Sentences.Close(Document, [Find("Vi sjunger."), Find("Vi ska resa."), Find("Vi ska vila.")]).Select(r => r.In(Document.Text))
            .ShouldBe(["Vi sjunger. Vi ska resa.", "Vi ska vila."]);
        Sentences.Close(Document, [Find("Det blir kul."), Find("Vi ska vila.")]).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 5, 1, 3)] // " abc "
    [InlineData(0, 1, 1, 0)]
    [InlineData(4, 1, 4, 0)]
    public void White_space_at_the_edges_does_not_belong(int start, int length, int from, int left)
    {
        var trimmed = Sentences.Trim(" abc ", new TextRange(start, length));

        trimmed.Length.ShouldBe(left);
        if (left > 0)
            trimmed.Start.ShouldBe(from);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(3, 9)]
    [InlineData(9, 1)]
    [InlineData(2, -1)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(5, int.MaxValue)]
    public void What_is_not_in_the_text_is_nothing(int start, int length) => Sentences.Trim(" abc ", new TextRange(start, length)).Length.ShouldBe(0);

    [Fact]
    public void What_no_passage_touches_is_unmarked()
    {
        Sentences.Unmarked(Document, [Find("Vi ska vila."), Find("ska resa")]).Select(r => r.In(Document.Text)).ShouldBe(["Vi sjunger.", "Det blir kul."]);
        Sentences.Unmarked(Document, []).Count.ShouldBe(4);
        Sentences.Unmarked(Document, [new TextRange(0, Document.Text.Length)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_passage_over_two_blocks_is_in_none()
    {
        Sentences.InOneBlock(Document, Find("Vi ska vila.")).ShouldBeTrue();
        Sentences.InOneBlock(Document, new TextRange(Find("Det blir kul.").Start, Document.Text.Length - Find("Det blir kul.").Start)).ShouldBeFalse();
    }

    private static TextRange Find(string words) => new(Document.Text.IndexOf(words, StringComparison.Ordinal), words.Length);
}
