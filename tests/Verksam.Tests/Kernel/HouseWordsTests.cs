using System.Globalization;
using Shouldly;
using Verksam.Kernel.Text;
using Xunit;

namespace Verksam.Tests.Kernel;

public sealed class HouseWordsTests
{
    private static readonly HouseWords Own = HouseWords.Read(HouseWords.None.With("sv", new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["association"] = ["en klubb", "klubb", "klubben", "klubbar", "klubbarna"],
    }));

    [Theory]
    [InlineData("[Associations]", "Klubbar", "Föreningar")]
    [InlineData("Här är [the-association]s plan, en av [the-associations].", "Här är klubbens plan, en av klubbarna.", "Här är föreningens plan, en av föreningarna.")]
    [InlineData("[A-association]|{0} [associations]", "En klubb|{0} klubbar", "En förening|{0} föreningar")]
    [InlineData("[A-district] med [associations]", "Ett distrikt med klubbar", "Ett distrikt med föreningar")]
    [InlineData("Välj [x] eller [", "Välj [x] eller [", "Välj [x] eller [")]
    [InlineData("Inga hakar", "Inga hakar", "Inga hakar")]
    public void A_text_is_said_with_the_houses_words_or_those_of_the_texts(string text, string own, string standard)
    {
        CultureInfo.CurrentUICulture = Languages.Swedish;
        Own.Say(text, Standard).ShouldBe(own);
        HouseWords.None.Say(text, Standard).ShouldBe(standard);
    }

    [Fact]
    public void The_words_of_one_language_are_not_those_of_another()
    {
        var both = HouseWords.Read(Own.With("en", new Dictionary<string, string[]>(StringComparer.Ordinal) { ["association"] = ["a club", "club", "the club", "clubs", "the clubs"] }));

        both.Of("sv", "association")![1].ShouldBe("klubb");
        both.Of("en", "association")![1].ShouldBe("club");
        both.Of("sv", "plan").ShouldBeNull();
    }

    [Fact]
    public async Task What_one_request_has_at_hand_is_not_the_others()
    {
        await Task.Run(() => HouseWords.Now = Own);

        HouseWords.Now.ShouldBe(HouseWords.None);
    }

    private static string Standard(string noun) => noun == "association" ? "en förening;förening;föreningen;föreningar;föreningarna" : "ett distrikt;distrikt;distriktet;distrikt;distrikten";
}
