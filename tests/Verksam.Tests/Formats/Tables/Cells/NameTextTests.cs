using Shouldly;
using Verksam.Formats.Tables.Cells;
using Xunit;

namespace Verksam.Tests.Formats.Tables.Cells;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("AF KLINTBERG", "af Klintberg")]
    [InlineData("MCDONALD", "McDonald")]
    [InlineData("O'BRIEN", "O'Brien")]
    [InlineData("BERG-ÅKERBLAD", "Berg-Åkerblad")]
    [InlineData("DE LA GARDIE", "de la Gardie")]
    [InlineData("VON", "Von")]
    [InlineData("BERG III", "Berg III")]
    [InlineData("ÖSTMARK", "Östmark")]
    [InlineData("af Klintberg", "af Klintberg")]
    [InlineData("MacDonald", "MacDonald")]
    [InlineData("  Berg \u00A0 Ek ", "Berg Ek")]
    [InlineData("Å", "Å")]
    public void A_family_name_in_capitals_gets_its_case(string text, string name) => NameText.Family(text).ShouldBe(name);

    [Theory]
    [InlineData("ANNA-KARIN", "Anna-Karin")]
    [InlineData("Anna - Karin", "Anna-Karin")]
    [InlineData("VAN ANH", "Van Anh")]
    [InlineData("LÉA", "Léa")]
    [InlineData("A.B.", "A.B.")]
    [InlineData("\u200BÅsa", "Åsa")]
    public void A_given_name_in_capitals_gets_its_case(string text, string name) => NameText.Given(text).ShouldBe(name);

    [Theory]
    [InlineData("Berg, Åsa", "Åsa", "Berg")]
    [InlineData("Åsa Berg", "Åsa", "Berg")]
    [InlineData("AF KLINTBERG, ANNA-KARIN", "Anna-Karin", "af Klintberg")]
    [InlineData("Anna Maria von Essen", "Anna Maria", "von Essen")]
    [InlineData("Åsa", "Åsa", "")]
    [InlineData("", "", "")]
    [InlineData("Berg,", "", "Berg")]
    public void A_whole_name_is_taken_apart(string text, string given, string family) => NameText.Split(text).ShouldBe((given, family));
}
