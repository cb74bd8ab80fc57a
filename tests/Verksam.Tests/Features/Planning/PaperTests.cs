using Shouldly;
using Verksam.Features.Planning.Living;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class PaperTests
{
    [Fact]
    public void Every_word_is_laid_out_once_and_in_order()
    {
        var plan = InMemory.Read("# Kören\n\nVi sjunger. Vi ska hålla två konserter.\n\n# Resor\n\nVi ska åka till Åland.\n- noter\n- stolar");
        var paper = Lay(plan);

        string.Join('\n', paper.Chapters.SelectMany(c => c.Blocks).Select(b => b.Text))
            .ShouldBe(string.Join('\n', plan.Version.Document.Blocks.Where(b => b.Kind is not (BlockKind.Title or BlockKind.Byline)).Select(b => b.Range.In(plan.Version.Text))));
        paper.Chapters.SelectMany(c => c.Marks).ShouldBe(plan.Words);
    }

    [Fact]
    public void An_introduction_that_promises_nothing_is_not_counted() =>
        Chapters("Vi är en kör i Alnäs.\n\n# Konserter\n\nVi ska hålla två konserter.\n\n# Resor\n\nVi ska åka till Åland.")
            .ShouldBe([(0, null, 0), (1, "Konserter", 1), (2, "Resor", 1)]);

    [Fact]
    public void An_introduction_that_promises_something_is_the_first_chapter() =>
        Chapters("Vi ska vara en kör för alla.\n\n# Konserter\n\nVi ska hålla två konserter.\n\n# Resor\n\nVi ska åka till Åland.")
            .ShouldBe([(1, null, 1), (2, "Konserter", 1), (3, "Resor", 1)]);

    [Fact]
    public void A_chapter_that_promises_nothing_keeps_its_number() =>
        Chapters("# Bakgrund\n\nKören bildades 1974.\n\n# Konserter\n\nVi ska hålla två konserter.")
            .ShouldBe([(1, "Bakgrund", 0), (2, "Konserter", 1)]);

    [Fact]
    public void A_plans_own_numbers_are_taken_when_every_chapter_has_one() =>
        Laid("3. Konserter|5. Resor").ShouldBe([3, 5]);

    [Theory]
    [InlineData("3. Konserter|Resor")] // one has none
    [InlineData("3. Konserter|3. Resor")] // two have the same
    public void Else_the_chapters_are_counted(string headings) => Laid(headings).ShouldBe([1, 2]);

    [Fact]
    public void A_year_in_a_heading_is_not_its_number() => Laid("2026 års resor|2027 års resor").ShouldBe([1, 2]);

    [Fact]
    public void The_uppermost_headings_are_chapters_whatever_level_they_have()
    {
        var document = Document((BlockKind.Heading, 2, "Konserter"), (BlockKind.Heading, 3, "Våren"), (BlockKind.Paragraph, 0, "Vi sjunger."), (BlockKind.Heading, 2, "Resor"));

        var paper = Paper.Lay<string>(document, []);

        paper.Chapters.Select(c => c.Heading).ShouldBe(["Konserter", "Resor"]);
        paper.Chapters[0].Blocks.Select(b => b.Level).ShouldBe([1, 2, 0]);
    }

    [Fact]
    public void Title_and_bylines_stand_above_the_chapters()
    {
        var document = Document((BlockKind.Title, 0, "Verksamhetsplan 2026"), (BlockKind.Byline, 0, "Antagen i mars"), (BlockKind.Heading, 1, "Konserter"));

        var paper = Paper.Lay<string>(document, []);

        (paper.Title, paper.Bylines.Single(), paper.Chapters.Single().Heading).ShouldBe(("Verksamhetsplan 2026", "Antagen i mars", "Konserter"));
    }

    [Fact]
    public void A_passage_in_several_ranges_ends_once_at_its_last()
    {
        var document = Document((BlockKind.Paragraph, 0, "Vi ska sjunga."), (BlockKind.ListItem, 1, "i maj"), (BlockKind.ListItem, 1, "i juni"));

        var pieces = Paper.Lay(document, [("juni", (IReadOnlyList<TextRange>)[new(0, 13), new(21, 6)])]).Chapters.Single().Blocks.SelectMany(b => b.Pieces).ToList();

        pieces.ShouldBe([new("Vi ska sjunga", "juni", false), new(".", null, false), new("i maj", null, false), new("i juni", "juni", true)]);
    }

    [Fact]
    public void Passages_side_by_side_leave_nothing_between_them()
    {
        var document = Document((BlockKind.Paragraph, 0, "Sjunga och resa"));

        var pieces = Paper.Lay(document, [("b", (IReadOnlyList<TextRange>)[new(7, 8)]), ("a", [new(0, 7)])]).Chapters.Single().Blocks.Single().Pieces;

        pieces.ShouldBe([new("Sjunga ", "a", true), new("och resa", "b", true)]);
    }

    [Fact]
    public void A_text_without_anything_has_no_chapters() => Paper.Lay<string>(new PlanDocument("", []), []).Chapters.ShouldBeEmpty();

    private static Paper<string> Lay(InMemory plan) =>
        Paper.Lay(plan.Version.Document, plan.Shown.Select(c => (plan.WordsOf(c), c.RangesIn(plan.Version.Id))));

    private static IEnumerable<(int, string?, int)> Chapters(string text) => Lay(InMemory.Read(text)).Chapters.Select(c => (c.Number, c.Heading, c.Marks.Count));

    private static IEnumerable<int> Laid(string headings) =>
        Paper.Lay<string>(Document([.. headings.Split('|').Select(h => (BlockKind.Heading, 1, h))]), []).Chapters.Select(c => c.Number);

    private static PlanDocument Document(params (BlockKind Kind, int Level, string Text)[] blocks)
    {
        var text = string.Join('\n', blocks.Select(b => b.Text));
        var at = 0;
        return new PlanDocument(text, [.. blocks.Select(b =>
        {
            var block = new Block(b.Kind, b.Level, new TextRange(at, b.Text.Length));
            at = block.Range.End + 1;
            return block;
        })]);
    }
}
