using System.Text;
using Shouldly;
using Verksam.Formats;
using Verksam.Formats.Pdf;
using Verksam.Tests.Features.Planning;
using Xunit;

namespace Verksam.Tests.Formats.Pdf;

/// <summary>pdftotext itself, and programs in its place that misbehave.</summary>
public sealed class PdfReaderTests
{
    [Fact]
    public async Task Paragraphs_are_told_apart_and_what_stands_on_every_page_is_left_out()
    {
        var lines = (await Read(SavedPlan.Bytes("Plan.pdf"))).Split('\n');

        lines[0].Trim().ShouldBe("Verksamhetsplan 2026");
        lines.Count(l => l.Contains("Verksamhetsplan 2026", StringComparison.Ordinal) || l.Contains("Sida", StringComparison.Ordinal)).ShouldBe(1);
        // no room between them on the page; only the list's mark tells
        var after = Array.FindIndex(lines, l => l.StartsWith("Partiet centralt", StringComparison.Ordinal));
        (lines[after - 1], lines[after - 2].Contains("bemannas", StringComparison.Ordinal)).ShouldBe(("", true));
    }

    [Fact]
    public async Task Cells_of_a_row_stay_apart() =>
        (await Read(SavedPlan.Bytes("Plan.pdf"))).Split('\n').ShouldContain(l => l.StartsWith("Valupptakt    ", StringComparison.Ordinal) && l.EndsWith("    april", StringComparison.Ordinal));

    [Fact]
    public async Task A_file_with_a_password_is_refused() => (await Refusal(SavedPlan.Bytes("Locked.pdf"))).ShouldBe(UnreadableDocument.Encrypted);

    [Fact]
    public async Task A_page_without_letters_is_refused() => (await Refusal(PdfFile.Page("0 0 m 100 100 l S"))).ShouldBe(UnreadableDocument.NoText);

    [Fact]
    public async Task A_page_with_only_its_number_is_refused() =>
        (await Refusal(PdfFile.Page("BT /F1 12 Tf 50 50 Td (sid 3) Tj ET"))).ShouldBe(UnreadableDocument.NoText);

    [Fact]
    public async Task A_page_of_few_words_is_read() =>
        (await Read(PdfFile.Page("BT /F1 12 Tf 50 50 Td (Vi ska sjunga.) Tj ET"))).Trim().ShouldBe("Vi ska sjunga.");

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("inte alls en pdf")]
    public async Task What_is_no_PDF_is_refused_as_damaged(string content) =>
        (await Refusal(Encoding.UTF8.GetBytes(content))).ShouldBe(UnreadableDocument.Damaged);

    [Fact]
    public async Task A_machine_without_the_program_says_so() =>
        (await Refusal([], new PdfToText { Program = "pdftotext-som-inte-finns" })).ShouldBe(UnreadableDocument.NoPdfProgram);

    [Fact]
    public async Task A_program_that_hangs_is_ended_in_time()
    {
        using var pretender = Pretender.Doing("echo $$ >&2; sleep 600");

        (await Refusal([], pretender.Program with { Longest = TimeSpan.FromSeconds(1) })).ShouldBe(UnreadableDocument.TooSlow);
    }

    [Fact]
    public async Task A_program_that_works_for_ever_is_ended()
    {
        using var pretender = Pretender.Doing("while :; do :; done");

        // the clock ends it, or its share of the processor does
        (await Refusal([], pretender.Program with { Longest = TimeSpan.FromSeconds(1) })).ShouldBeOneOf(UnreadableDocument.TooSlow, UnreadableDocument.Damaged);
    }

    [Theory]
    [InlineData("""while :; do echo '<word xMin="1.0" yMin="1.0" xMax="2.0" yMax="2.0">ord</word>'; done""")]
    [InlineData("while :; do echo '</page>'; done")]
    [InlineData("while :; do printf 'ord utan slut '; done")]
    public async Task A_program_that_talks_for_ever_is_stopped(string doing)
    {
        using var pretender = Pretender.Doing(doing);

        (await Refusal([], pretender.Program, new ReadingLimits { Characters = 100_000 })).ShouldBe(UnreadableDocument.TooMuchText);
    }

    [Fact]
    public async Task A_program_that_complains_much_is_heard_to_the_end()
    {
        using var pretender = Pretender.Doing("i=0; while [ $i -lt 20000 ]; do echo 'Syntax Error: och så vidare' >&2; i=$((i+1)); done; exit 1");

        (await Refusal([], pretender.Program)).ShouldBe(UnreadableDocument.Damaged);
    }

    [Fact]
    public async Task A_program_that_does_not_listen_is_no_hindrance()
    {
        using var pretender = Pretender.Doing("exec 0<&-; exit 3");

        (await Refusal(new byte[5_000_000], pretender.Program)).ShouldBe(UnreadableDocument.Encrypted);
    }

    [Fact]
    public async Task The_program_knows_none_of_our_settings()
    {
        Environment.SetEnvironmentVariable("VERKSAM_TEST_ONLY", "hemligt");
        using var pretender = Pretender.Doing(Pretender.Says("Inget hemligt $VERKSAM_TEST_ONLY"));

        (await Read([], pretender.Program)).Trim().ShouldBe("Inget hemligt");
    }

    [Fact]
    public async Task The_program_can_write_no_file()
    {
        using var pretender = Pretender.Doing("echo ord > \"$0.skrivet\"");

        (await Refusal([], pretender.Program)).ShouldBe(UnreadableDocument.Damaged);
        (new FileInfo(pretender.Program.Program + ".skrivet") is { Exists: true, Length: > 0 }).ShouldBeFalse();
    }

    [Fact]
    public async Task The_program_has_a_bounded_memory()
    {
        using var pretender = Pretender.Doing("x=växa; while :; do x=$x$x; done");

        (await Refusal([], pretender.Program)).ShouldBe(UnreadableDocument.Damaged);
    }

    [Fact]
    public async Task Reading_can_be_called_off()
    {
        using var pretender = Pretender.Doing("sleep 600");
        using var off = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => PdfReader.Read(new MemoryStream(), pretender.Program, null, off.Token));
    }

    private static Task<string> Read(byte[] file, PdfToText? program = null, ReadingLimits? limits = null) =>
        PdfReader.Read(new MemoryStream(file), program, limits, TestContext.Current.CancellationToken);

    private static async Task<string> Refusal(byte[] file, PdfToText? program = null, ReadingLimits? limits = null) =>
        (await Should.ThrowAsync<UnreadableDocument>(() => Read(file, program, limits))).Code;
}
