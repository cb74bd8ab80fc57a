using System.Diagnostics.CodeAnalysis;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Docx;
using Xunit;
using static Verksam.Tests.Formats.Docx.DocxFile;

namespace Verksam.Tests.Formats.Docx;

public sealed class BrokenDocxTests
{
    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Noise that is the same each time")]
    public async Task A_file_with_any_byte_wrong_is_read_or_refused_and_nothing_else()
    {
        var whole = WithBody(Paragraph("Vi ska växa") + Paragraph("Mål", "<w:pStyle w:val=\"Rubrik1\"/>"),
            Style("Rubrik1", "heading 1")).ToArray();
        var random = new Random(2027);
        for (var n = 0; n < 3_000; n++)
        {
            var broken = (byte[])whole.Clone();
            for (var hit = random.Next(1, 4); hit > 0; hit--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            await ReadOrRefuse(broken);
        }
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_refused()
    {
        var whole = WithBody(Paragraph("Vi ska växa")).ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            (await ReadOrRefuse(whole[..length])).ShouldNotBeNull($"cut at {length}");
        }
    }

    [Fact]
    public async Task A_file_that_goes_on_for_ever_is_refused_while_it_comes()
    {
        var limits = new ReadingLimits { InputBytes = 100_000 };
        using var file = new OneWayStream(new MemoryStream(new byte[1_000_000]));
        (await Should.ThrowAsync<UnreadableDocument>(() => DocxReader.Read(file, limits))).Code.ShouldBe(UnreadableDocument.TooBig);
    }

    // Any other exception fails the test
    private static async Task<string?> ReadOrRefuse(byte[] file)
    {
        try
        {
            await DocxReader.Read(new MemoryStream(file));
            return null;
        }
        catch (UnreadableDocument refusal)
        {
            return refusal.Code;
        }
    }
}
