using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Text;
using Verksam.Tests.Formats.Docx;
using Xunit;

namespace Verksam.Tests.Formats.Text;

public sealed class PlainTextTests
{
    private const string Plan = "Vi ska växa – minst 5 %\r\nÅr för år\t€";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16BE", true }, { "windows-1252", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_text_is_read_whatever_it_was_written_with(string name, bool marked)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Plan)];
        using var file = new OneWayStream(new MemoryStream(bytes));
        (await PlainText.Read(file, cancellation: TestContext.Current.CancellationToken)).ShouldBe(Plan);
    }

    [Fact]
    public void Nothing_is_a_text_too() => PlainText.Decode([]).ShouldBe("");

    [Theory]
    [InlineData("PNG\0\0\0\rIHDR")]
    [InlineData("\u0001\u0002\u0003 växa")]
    [InlineData("%PDF-1.7\n\u0081\u008D\u008F\u0090")]
    public void What_is_not_text_is_refused(string content) =>
        Should.Throw<UnreadableDocument>(() => PlainText.Decode(Encoding.Latin1.GetBytes(content)))
            .Code.ShouldBe(UnreadableDocument.NotText);

    [Fact]
    public void Text_in_UTF_16_without_a_mark_is_refused_not_garbled() =>
        Should.Throw<UnreadableDocument>(() => PlainText.Decode(Encoding.Unicode.GetBytes(Plan))).Code.ShouldBe(UnreadableDocument.NotText);

    [Fact]
    public void A_single_stray_control_character_is_forgiven()
    {
        var text = new string('a', 500) + "\u000B";
        PlainText.Decode(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
    }

    [Theory]
    [InlineData(100, UnreadableDocument.TooMuchText)]
    [InlineData(10_000, UnreadableDocument.TooBig)]
    public async Task A_text_too_long_is_refused(int length, string code)
    {
        var limits = new ReadingLimits { Characters = 50 };
        using var file = new OneWayStream(new MemoryStream(Encoding.UTF8.GetBytes(new string('a', length))));
        (await Should.ThrowAsync<UnreadableDocument>(() => PlainText.Read(file, limits))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_text_as_large_as_can_be_is_read_within_its_bounds() =>
        (await HostileProcess.Read("text", path => File.WriteAllText(path, new string('å', ReadingLimits.Default.Characters))))
            .ShouldBe("read");

    [Fact]
    public async Task A_hundred_megabytes_are_refused_within_bounds() =>
        (await HostileProcess.Read("text", path => File.WriteAllBytes(path, new byte[100 << 20]))).ShouldBe(UnreadableDocument.TooBig);
}
