using Shouldly;
using Verksam.Formats.Mime;
using Xunit;

namespace Verksam.Tests.Formats.Mime;

public sealed class BodyTextTests
{
    [Theory]
    [InlineData("Hej", "7bit", "Hej\r\n")]
    [InlineData("Hej\ndu\r\n", "7bit", "Hej\r\ndu\r\n")]
    [InlineData("Nästa år är bra.", "quoted-printable", "N=C3=A4sta =C3=A5r =C3=A4r bra.\r\n")]
    [InlineData("1 + 1 = två", "quoted-printable", "1 + 1 =3D tv=C3=A5\r\n")]
    [InlineData("slut \n", "quoted-printable", "slut=20\r\n")]
    [InlineData("From Anna", "quoted-printable", "=46rom Anna\r\n")]
    [InlineData("Från Anna\n.\nFrom", "quoted-printable", "Fr=C3=A5n Anna\r\n=2E\r\nFrom\r\n")]
    [InlineData("a\u0000b", "quoted-printable", "a=00b\r\n")]
    [InlineData("Привет", "base64", "0J/RgNC40LLQtdGCDQo=\r\n")]
    [InlineData("", "7bit", "")]
    public void A_text_is_written_in_seven_bits(string text, string encoding, string body) =>
        BodyText.Encode(text).ShouldBe((encoding, body));

    [Fact]
    public void Half_a_character_becomes_a_mark_for_it() => BodyText.Encode("halv \uD83C").Body.ShouldBe("halv =EF=BF=BD\r\n");

    [Fact]
    public void Long_lines_are_broken_softly_at_76()
    {
        var (_, body) = BodyText.Encode(string.Concat(Enumerable.Repeat("växa mer ", 100)) + "\n" + new string('x', 76) + "\n"
            + new string('å', 25));
        body.Split("\r\n").ShouldAllBe(line => line.Length <= 76);
        body.ShouldContain($"\r\n{new string('x', 76)}\r\n");
    }
}
