using Shouldly;
using Verksam.Kernel.Search;
using Xunit;

namespace Verksam.Tests.Kernel.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Åsa  Öberg", "åsa öberg")]
    [InlineData("A\u030Asa", "åsa")] // as some computers write å
    [InlineData("tove@norrsjo.example", "tove norrsjo example")]
    [InlineData("\"anna\" OR b* NEAR(c -d)", "anna or b near c d")]
    [InlineData("070-174 06", "4670174 06", "467017406")]
    [InlineData("+46 (0)70 174", "4670174")]
    [InlineData("0046 70 174", "4670174")]
    [InlineData("1989-05-01", "19890501")]
    [InlineData("🎉", "")]
    [InlineData("🎉 fest", "fest")]
    [InlineData("\uD83C", "")] // half a sign
    [InlineData("***", "")]
    [InlineData(null, "")]
    public void What_is_typed_becomes_letters_and_digits(string? typed, string words, string? whole = null) =>
        string.Join(' ', SearchWords.Of(typed).Words).ShouldBe(whole ?? words);

    [Fact]
    public void A_thousand_characters_are_cut()
    {
        var words = SearchWords.Of(new string('å', 1000) + " b");

        words.Text.Length.ShouldBe(SearchWords.Longest);
        words.Words.Single().Length.ShouldBe(40);
        SearchWords.Of(string.Join(' ', Enumerable.Repeat("ab", 500))).Words.Count.ShouldBe(8);
    }

    [Fact]
    public void One_letter_is_not_enough()
    {
        SearchWords.Of("å").IsEnough.ShouldBeFalse();
        SearchWords.Of("åk").IsEnough.ShouldBeTrue();
    }
}
