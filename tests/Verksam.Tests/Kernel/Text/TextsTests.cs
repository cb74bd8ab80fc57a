using System.Globalization;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Xunit;

namespace Verksam.Tests.Kernel.Text;

public sealed class TextsTests
{
    private readonly Texts _texts = new();

    public TextsTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Swedish;

    [Fact]
    public void One_and_many_have_their_own_forms()
    {
        _texts.Count("Planning.Living.ChapterCount", 1).ShouldBe("ett åtagande");
        _texts.Count("Planning.Living.ChapterCount", 12).ShouldBe("tolv åtaganden");
        _texts.Count("Planning.Living.ChapterCount", 13).ShouldBe("13 åtaganden");
    }

    [Theory]
    [InlineData("Ui.Errors", "en uppgift behöver rättas. Resten är kvar.")]
    [InlineData("Planning.Living.ProposalLead", "ett åtagande, inget är beslutat än. Numren är preliminära.")]
    [InlineData("Planning.Review.LeftToPropose", "ett förslag är kvar att granska.")]
    [InlineData("Planning.Borders.Unmarked", "en mening är inte markerad.")]
    [InlineData("Planning.Living.Late", "ett är försenat.")]
    [InlineData("Planning.Owners.Given", "ett åtagande är utdelat.")]
    [InlineData("Planning.Amendments.Open", "ett är inte avgjort.")]
    [InlineData("Planning.Parts.Silent", "en har inte svarat.")]
    public void One_is_en_or_ett_as_the_word_wants(string key, string said) => _texts.Count(key, 1).ShouldBe(said);

    [Fact]
    public void A_key_without_a_text_is_shown_as_it_is() => _texts["Planning.NoSuchThing"].ShouldBe("Planning.NoSuchThing");

    [Fact]
    public void A_refusal_is_said_by_its_code() => _texts[new Refusal("Ui.Form.NotUnderstood", "x7")].ShouldBe("Vi förstår inte ”x7”.");

    [Fact]
    public void English_is_there_for_who_asks()
    {
        CultureInfo.CurrentUICulture = Languages.English;

        _texts["Planning.Menu"].ShouldBe("The plan");
    }
}
