using Shouldly;
using Verksam.Features.Help;
using Xunit;

namespace Verksam.Tests.Features.Help;

public sealed class LeafWriterTests
{
    [Fact]
    public void Markup_in_the_text_comes_out_as_text()
    {
        var body = Write("# Titel\n\n<script>alert(1)</script>\n\nEtt <b onclick=x>ord</b>.").Body;

        body.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        body.ShouldContain("Ett &lt;b onclick=x&gt;ord&lt;/b&gt;.");
    }

    [Fact]
    public void A_heading_has_an_anchor_with_the_letters_of_its_words()
    {
        var leaf = Write("# Följ upp\n\n## Årets dagar\n\n### Så går det");

        leaf.Title.ShouldBe("Följ upp");
        leaf.Sections.ShouldBe([new("årets-dagar", "Årets dagar", true), new("så-går-det", "Så går det", false)]);
        leaf.Body.ShouldContain("<h2 id=\"årets-dagar\">");
    }

    [Fact]
    public void A_link_to_a_file_leads_to_its_page() =>
        Write("# A\n\n[a](index.md) [b](planen.md#granska) [c](https://example.org/x)").Body
            .ShouldContain("""<a href="/hjalp">a</a> <a href="/hjalp/planen#granska">b</a> <a href="https://example.org/x">c</a>""");

    [Fact]
    public void A_table_is_a_table() => Write("# A\n\n| a | b |\n| --- | --- |\n| 1 | 2 |").Body.ShouldContain("<td>2</td>");

    [Fact]
    public void A_picture_takes_its_place_before_it_is_there()
    {
        var png = new byte[24];
        (png[18], png[19], png[22], png[23]) = (4, 0x80, 3, 0); // 1152 by 768

        var body = LeafWriter.Write("# A\n\n![En bild](bilder/x.png)", file => new Picture(file, png)).Body;

        body.ShouldContain($"src=\"{new Picture("x.png", png).Address}\"");
        body.ShouldContain("width=\"768\" height=\"512\"");
    }

    private static Leaf Write(string markdown) => LeafWriter.Write(markdown, _ => null);
}
