using System.Diagnostics.CodeAnalysis;
using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Html;
using Verksam.Tests.Features.Planning;
using Xunit;

namespace Verksam.Tests.Formats.Html;

/// <summary>Pages made to fill the memory or to take all time: as large as is taken, of nothing but one thing.</summary>
public sealed class HostileHtmlTests
{
    // as much as is read at all
    private const int Most = 2 << 20;

    [Theory]
    [InlineData("nested blocks", "<div>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("nested marks that are opened anew in each paragraph", "<b a='x'><p>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("marks of all kinds", "<b><i><u><s><em><p>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("lists in lists", "<ul><li>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("tables in tables", "<table><tr><td>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("what tables push out", "<table><b>x", UnreadableDocument.TooManyParagraphs)]
    [InlineData("links in links", "<a>x<p>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("paragraphs", "<p>x", UnreadableDocument.TooManyParagraphs)]
    [InlineData("ends of nothing", "</p>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("ends of what was never begun", "</b>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("comments", "<!---->", UnreadableDocument.TooManyParagraphs)]
    [InlineData("words", "växa ", "read")]
    [InlineData("letters by name", "&aring;", "read")]
    [InlineData("names that are none", "&a", "read")]
    [InlineData("drawings in drawings", "<svg><g>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("breaks", "<br>", UnreadableDocument.TooManyParagraphs)]
    [InlineData("forms that are searched for text", "<form><div class=cookie>", UnreadableDocument.TooManyParagraphs)]
    public async Task A_page_of(string what, string piece, string outcome) => (await Read("", piece, "")).ShouldBe(outcome, what);

    [Theory]
    [InlineData("one giant attribute", "<p class='", "växa ", "'>Text")]
    [InlineData("one giant picture", "<img src='", "växa ", "'>Text")]
    [InlineData("one giant comment", "<!--", "växa ", "-->Text")]
    [InlineData("one giant script", "<script>", "växa ", "</script>Text")]
    [InlineData("one giant style", "<style>", "växa ", "</style>Text")]
    [InlineData("one giant name", "<", "växa", ">Text")]
    [InlineData("countless attributes", "<p ", "a{0} ", ">Text")]
    public async Task A_page_with(string what, string start, string piece, string end) => (await Read(start, piece, end)).ShouldBe("read", what);

    [Fact]
    public async Task Marks_that_are_never_alike_are_survived() => (await HostileProcess.Read("html", path =>
        File.WriteAllText(path, string.Concat(Enumerable.Range(0, 60_000).Select(n => $"<font class={n}><p>"))))).ShouldBe(UnreadableDocument.TooManyParagraphs);

    [Fact]
    public async Task Many_notices_deep_in_each_other_are_survived()
    {
        var nested = string.Concat(Enumerable.Repeat("<form><div class=cookie>", 120)) + string.Concat(Enumerable.Repeat("<i></i>", 19_000));
        (await HostileProcess.Read("html", path => File.WriteAllText(path, nested))).ShouldBe("read");
    }

    [Fact]
    public async Task A_page_too_big_is_refused() => (await Read("", "<i>", "", Most + 100)).ShouldBe(UnreadableDocument.TooBig);

    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Noise that is the same each time")]
    public async Task A_page_with_any_byte_wrong_is_read()
    {
        var whole = SavedPlan.Bytes("Plan.html");
        var random = new Random(2027);
        for (var n = 0; n < 1_000; n++)
        {
            var broken = (byte[])whole.Clone();
            for (var hit = random.Next(1, 20); hit > 0; hit--) broken[random.Next(broken.Length)] = (byte)random.Next(32, 256);
            (await HtmlReader.Read(new MemoryStream(broken), null, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        }
    }

    private static Task<string> Read(string start, string piece, string end, int length = Most) => HostileProcess.Read("html", path =>
    {
        using var page = new StreamWriter(path, append: false, new UTF8Encoding(false));
        page.Write(start);
        var room = length - start.Length - end.Length - 10;
        var size = Encoding.UTF8.GetByteCount(piece) + (piece.Contains('{', StringComparison.Ordinal) ? 4 : 0);
        for (var n = 0; n < room / size; n++) page.Write(piece.Replace("{0}", $"{n}", StringComparison.Ordinal));
        page.Write(end);
    });
}
