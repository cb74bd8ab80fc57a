using Shouldly;
using Verksam.Features.Planning.NextYear;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning.NextYear;

public sealed class NextTextTests
{
    private const string Plan = """
        # Verksamhetsplan 2026
        Förslag från styrelsen, 11 januari

        ## Konserter

        Kören bildades 1974. Vi ska hålla minst fyra konserter. Styrelsen ska boka kyrkan före 1 maj 2026.

        ## Resor

        Vi ska:

        - åka till Åland i augusti
        - besöka en annan kör
        """;

    [Fact]
    public void All_is_there_but_who_proposed_it_and_the_title_is_of_the_new_year()
    {
        var text = Written();

        text.ShouldStartWith("# Verksamhetsplan 2027\n\n## Konserter\n\nKören bildades 1974.");
        text.ShouldNotContain("Förslag");
        text.ShouldEndWith("- åka till Åland i augusti\n- besöka en annan kör");
    }

    [Fact]
    public void What_stays_behind_leaves_no_mark()
    {
        Written("Vi ska hålla minst fyra konserter.").ShouldContain("Kören bildades 1974. Styrelsen ska boka kyrkan före 1 maj 2026.");
        Written("åka till Åland i augusti").ShouldEndWith("Vi ska:\n\n- besöka en annan kör");
    }

    [Fact]
    public void A_heading_with_nothing_left_under_it_goes_too() =>
        Written("Kören bildades 1974. Vi ska hålla minst fyra konserter. Styrelsen ska boka kyrkan före 1 maj 2026.").ShouldNotContain("Konserter");

    [Fact]
    public void The_reader_reads_it_as_the_same_plan()
    {
        var (was, now) = (PlanReader.ReadText(Plan), PlanReader.ReadText(Written()));

        now.Year.ShouldBe(2027);
        now.Commitments.Select(c => (c.Chapter, Words(c, now.Document))).ShouldBe(was.Commitments.Select(c => (c.Chapter, Words(c, was.Document))));
        now.Commitments.Count.ShouldBe(4);
    }

    [Fact]
    public void It_is_counted_how_often_the_old_year_is_named() =>
        NextText.Mentions(Lines(), 2026).ShouldBe(1);

    private static string Words(FoundCommitment c, PlanDocument document) => string.Concat(c.Ranges.Select(r => r.In(document.Text)));

    private static string Written(params string[] left) => NextText.Written(Lines(left));

    private static IReadOnlyList<NextLine> Lines(params string[] left)
    {
        var document = PlanReader.ReadText(Plan).Document;
        return NextText.Of(document, left.Select(words => new TextRange(document.Text.IndexOf(words, StringComparison.Ordinal), words.Length)), 2026);
    }
}
