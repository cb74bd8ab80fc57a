using System.Diagnostics.CodeAnalysis;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Odt;
using Verksam.Tests.Features.Planning;
using Xunit;
using static Verksam.Tests.Formats.Odt.OdtFile;

namespace Verksam.Tests.Formats.Odt;

/// <summary>Files made to fill the memory, to take all time or to fetch.</summary>
public sealed class HostileOdtTests
{
    private const long Million = 1_000_000;

    [Theory]
    [InlineData("nothing that unpacks to a gigabyte", "<text:bookmark-end text:name=\"x\"/>", 32 * Million, UnreadableDocument.UnpacksTooBig)]
    [InlineData("a million empty paragraphs", "<text:p/>", Million, UnreadableDocument.TooManyParagraphs)]
    [InlineData("a million cells", "<table:table-cell/>", Million, UnreadableDocument.TooManyParagraphs)]
    [InlineData("spaces without end", "<text:s text:c=\"999999999\"/>", Million, UnreadableDocument.TooMuchText)]
    [InlineData("open lists without end", "<text:list>", 5 * Million, UnreadableDocument.Damaged)]
    [InlineData("open frames without end", "<draw:frame>", 5 * Million, UnreadableDocument.Damaged)]
    [InlineData("styles without end", "<style:style style:family=\"paragraph\" style:name=\"x\"/>", 400_000, "read")]
    public async Task A_body_of(string what, string piece, long times, string outcome) =>
        (await Read(path => WriteRepeated(path, "", piece, times, ""))).ShouldBe(outcome, what);

    [Theory]
    [InlineData("one giant text", "<text:p>", "växa ", "</text:p>")]
    [InlineData("one giant attribute", "<text:p a=\"", "växa ", "\"/>")]
    [InlineData("giant white space", "<text:p>", "     ", "</text:p>")]
    [InlineData("countless attributes", "<text:p ", "a='' ", "/>")]
    public async Task A_body_with(string what, string start, string piece, string end) =>
        (await Read(path => WriteRepeated(path, start, piece, 6 * Million, end))).ShouldBe(UnreadableDocument.TooMuchText, what);

    [Fact]
    public async Task A_billion_laughs_are_refused() =>
        (await Read(path => File.WriteAllBytes(path, Package(("content.xml", Content("<text:p>&a;</text:p>")
            .Replace("<office:document-content", "<!DOCTYPE d [<!ENTITY b \"ha\"><!ENTITY a \"&b;&b;\">]><office:document-content", StringComparison.Ordinal))).ToArray())))
            .ShouldBe(UnreadableDocument.Damaged);

    [Fact]
    public async Task As_much_as_is_taken_is_read()
    {
        var cell = $"<table:table-cell><text:p>{new string('x', 390)}</text:p></table:table-cell>";
        (await Read(path => WriteRepeated(path, "<table:table>", $"<table:table-row>{cell}{cell}</table:table-row>", 4_900, "</table:table>"))).ShouldBe("read");
    }

    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Noise that is the same each time")]
    public async Task A_file_with_any_byte_wrong_is_read_or_refused_and_nothing_else()
    {
        var whole = SavedPlan.Bytes("Plan.odt");
        var random = new Random(2027);
        var refused = 0;
        for (var n = 0; n < 1_000; n++)
        {
            var broken = (byte[])whole.Clone();
            for (var hit = random.Next(1, 4); hit > 0; hit--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            refused += await IsRefused(broken) ? 1 : 0;
        }
        refused.ShouldBeInRange(1, 999);
    }

    private static async Task<bool> IsRefused(byte[] file)
    {
        try
        {
            await OdtReader.Read(new MemoryStream(file), null, TestContext.Current.CancellationToken);
            return false;
        }
        catch (UnreadableDocument)
        {
            return true;
        }
    }

    private static Task<string> Read(Action<string> make) => HostileProcess.Read("odt", make);
}
