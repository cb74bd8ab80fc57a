using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Html;
using Xunit;

namespace Verksam.Tests.Formats.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public async Task White_space_counts_as_one_space_and_br_as_a_break() =>
        (await Read("<p>\n Vi   <i>ska</i> <b> växa</b><br>i år&nbsp;&amp; n&auml;sta\u00AD</p>")).ShouldBe([new DocumentParagraph("Vi ska växa\ni år\u00A0& nästa")]);

    [Fact]
    public async Task Preformatted_text_stands_as_it_is() => (await Read("<pre>Mål\n  1. sjunga\n</pre>")).Single().Text.ShouldBe("Mål\n  1. sjunga");

    [Fact]
    public async Task Headings_and_titles_are_known() =>
        (await Read("<h1>A</h1><h3>B</h3><p class=MsoTitle>C</p><h1 class=\"title\">D</h1><div role=heading aria-level=4>E</div><p>F</p>"))
            .Select(p => p.HeadingLevel).ShouldBe([1, 3, 0, 0, 4, null]);

    [Fact]
    public async Task Unclosed_paragraphs_and_items_end_where_the_next_begins() =>
        (await Read("<p>Ett<p>Två<ul><li>a<li>b<ol><li>c</ol>efter<li></ul>Sist")).Select(p => (p.Text, p.ListLevel))
            .ShouldBe([("Ett", null), ("Två", null), ("a", 1), ("b", 1), ("c", 2), ("efter", null), ("Sist", null)]);

    [Fact]
    public async Task A_row_is_a_paragraph_and_a_layout_table_is_its_paragraphs() =>
        (await Read("<table><tr><th>Vad<th>Vem<th>När<tr><td>Torgmöte<td><td>maj</table><table><tr><td><h2>Mål</h2><p>Text<td></table>"))
            .Select(p => (p.Text, p.Bold, p.HeadingLevel)).ShouldBe([("Vad\tVem\tNär", true, null), ("Torgmöte\t\tmaj", false, null), ("Mål", false, 2), ("Text", false, null)]);

    [Theory]
    [InlineData("<nav>Bort</nav>")]
    [InlineData("<header>Bort</header>")]
    [InlineData("<footer>Bort</footer>")]
    [InlineData("<aside>Bort</aside>")]
    [InlineData("<form><label>Bort</label><input value=Bort><button>Bort</button></form>")]
    [InlineData("<script>Bort</script><style>Bort</style><noscript>Bort</noscript><template><p>Bort</template>")]
    [InlineData("<div hidden>Bort</div><div aria-hidden=true>Bort</div><div style='display : none'>Bort</div>")]
    [InlineData("<div role=navigation>Bort</div><div role=banner>Bort</div>")]
    [InlineData("<div id=cookie-notice><p>Bort</p></div><section class='CookieConsent'>Bort</section>")]
    [InlineData("<div title=header>Bort</div><a class=sdfootnoteanc>Bort</a><div id=sdfootnote1>Bort</div><a href='#_ftn1'>Bort</a><div id=ftn1>Bort</div>")]
    [InlineData("<!-- Bort --><svg><text>Bort</text></svg><select><option>Bort</select><textarea>Bort</textarea>")]
    public async Task What_is_not_the_text_is_left_out(string html) =>
        (await Read($"<title>Bort</title><body>{html}<p>Kvar</p>")).ShouldBe([new DocumentParagraph("Kvar")]);

    [Theory]
    [InlineData("<p>Bort</p><main><header><h1>A</h1></header><p>B</p></main><p>Bort</p>")]
    [InlineData("<p>Bort</p><div role=main><h1>A</h1>B</div>")]
    [InlineData("<p>Bort</p><article><h1>A</h1>B</article>")]
    [InlineData("<main> </main><article><h1>A</h1>B</article>")]
    [InlineData("<form><h1>A</h1><p>B</p><input></form>")]
    [InlineData("<article><h1>A</h1></article><article>B</article>")]
    public async Task The_main_part_is_preferred_when_there_is_one(string html) => (await Read(html)).Select(p => p.Text).ShouldBe(["A", "B"]);

    [Theory]
    [InlineData("utf-8", "<p>Växa</p>")]
    [InlineData("iso-8859-1", "<p>Växa – ”nu”</p>")]
    [InlineData("iso-8859-1", "<meta charset=utf-8><p>Växa</p>")]
    [InlineData("utf-8", "<meta charset=iso-8859-1><p>Växa</p>")]
    [InlineData("macintosh", "<meta http-equiv=Content-Type content='text/html; charset=macintosh'><p>Växa</p>")]
    [InlineData("utf-16", "\uFEFF<p>Växa</p>")]
    [InlineData("macintosh", "<meta charset=macintosh><p>Växa</p>")]
    public async Task Letters_are_right_whatever_they_are_saved_as(string encoding, string html)
    {
        var saved = encoding switch
        {
            "iso-8859-1" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            "macintosh" => CodePagesEncodingProvider.Instance.GetEncoding("macintosh")!,
            _ => Encoding.GetEncoding(encoding),
        };
        (await Read(saved.GetBytes(html))).Single().Text.ShouldStartWith("Växa");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused() =>
        (await Should.ThrowAsync<UnreadableDocument>(() => Read([.. "<html>"u8, 0, 1, 2]))).Code.ShouldBe(UnreadableDocument.NotText);

    private static Task<IReadOnlyList<DocumentParagraph>> Read(string html) => Read(Encoding.UTF8.GetBytes(html));

    private static Task<IReadOnlyList<DocumentParagraph>> Read(byte[] html) =>
        HtmlReader.Read(new MemoryStream(html), null, TestContext.Current.CancellationToken);
}
