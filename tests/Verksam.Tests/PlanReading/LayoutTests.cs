using Shouldly;
using Verksam.PlanReading;
using Xunit;
using static Verksam.Tests.PlanReading.Reading;

namespace Verksam.Tests.PlanReading;

public sealed class LayoutTests
{
    [Fact]
    public void Title_organisation_and_year_are_found()
    {
        var plan = PlanReader.ReadText("Handlingsplan för Sjöbo roddklubb 2027\n\nTräning\n\nVi ska ro.\n");
        (plan.Title, plan.Organisation, plan.Year).ShouldBe(("Handlingsplan för Sjöbo roddklubb 2027", "Sjöbo roddklubb", 2027));
    }

    [Fact]
    public void Words_broken_at_a_line_end_are_made_whole_and_compounds_with_and_are_not() =>
        Texts("Sektionen ska under hela året arbeta för att verksam-\nheten växer, och bjuda in till både region-\n"
            + "och kommunträffar i hela länet.\n")
            .ShouldBe(["Sektionen ska under hela året arbeta för att verksamheten växer, och bjuda in till både region- "
                + "och kommunträffar i hela länet."]);

    [Fact]
    public void Lines_broken_by_the_page_are_joined_and_page_numbers_go()
    {
        const string text = "Verksamhetsplan 2026\n\nLokalen\n\n"
            + "Föreningen ska under våren bygga om köket så att det blir plats för\nen större spis, och\n\n          3\n"
            + "\nmåla väggarna i den stora salen.\n";
        PlanReader.ReadText(text).Commitments.Single().Text
            .ShouldBe("Föreningen ska under våren bygga om köket så att det blir plats för en större spis, och måla "
                + "väggarna i den stora salen.");
    }

    [Fact]
    public void A_table_of_contents_is_left_out() =>
        PlanReader.ReadText("Verksamhetsplan 2026\n\nInnehåll\nInledning ..... 2\nVi ska vinna ..... 3\n\nLopp\n\n"
            + "Vi ska springa.\n").Commitments.Count.ShouldBe(1);

    [Fact]
    public void The_web_page_around_a_plan_is_left_out()
    {
        var plan = PlanReader.ReadText(
            "Hem / Om oss / Planer\nMeny\nLogga in\n\nVerksamhetsplan 2026\n\nLopp\n\nVi ska springa.\n\n"
                + "Dela den här sidan\ninfo@exempel.org\n");
        plan.Document.Text.ShouldBe("Verksamhetsplan 2026\nLopp\nVi ska springa.");
    }

    [Theory]
    [InlineData("Medlemsvård")]
    [InlineData("3.2 Medlemsvård")]
    [InlineData("## Medlemsvård")]
    [InlineData("**Medlemsvård**")]
    [InlineData("MEDLEMSVÅRD")]
    public void Headings_are_seen_however_they_are_set(string heading) =>
        Commitments($"{heading}\n\nNya medlemmar ska välkomnas.\n").Single().Chapter!.ShouldEndWith("edlemsvård", Case.Insensitive);

    [Fact]
    public void A_heading_that_takes_responsibility_is_a_commitment_and_its_items_are_its_subjects()
    {
        var found = Commitments("AU ansvarar för studierna\nDetta ska ske genom att:\n\n- hålla kurser\n");
        found.Select(c => (c.Chapter, c.Responsible)).ShouldBe([("Arbetet", "AU"), ("AU ansvarar för studierna", "AU")]);
    }

    [Fact]
    public void Abbreviations_and_dates_do_not_end_sentences() =>
        Texts("Vi ska köpa verktyg, t.ex. Hammare och ca. 10 sågar m.m. till verkstaden den 1. Maj är sista dag.").Count().ShouldBe(1);

    [Fact]
    public void Paragraphs_tell_their_headings_and_lists()
    {
        var plan = PlanReader.ReadParagraphs(
        [
            new SourceParagraph("Verksamhetsplan 2026", 0), new SourceParagraph("Resor", 1),
            new SourceParagraph("Vi ska:"), new SourceParagraph("åka till Åland", null, 1), new SourceParagraph("Fest", null, null, true),
                new SourceParagraph("Vi ska dansa."),
        ]);
        plan.Commitments.Select(c => (c.Chapter, c.Text)).ShouldBe([("Resor", "åka till Åland"), ("Fest", "Vi ska dansa.")]);
    }

    [Fact]
    public void A_passage_that_a_person_points_at_is_read_with_its_chapter_and_lead_in()
    {
        var document = Plan("Klubben ska:\n- ordna cup\n- bakverk\n").Document;
        var at = document.Text.IndexOf("bakverk", StringComparison.Ordinal);
        var found = PlanReader.Interpret(document, [new TextRange(at, 7)], Year);
        (found.Text, found.Chapter, found.Modality, found.Responsible).ShouldBe(("bakverk", "Arbetet", Modality.Must, "Klubben"));
    }

    [Fact]
    public void What_no_rule_takes_can_be_pointed_at_and_is_doubtful()
    {
        var document = Plan("Himlen är blå.").Document;
        var at = document.Text.IndexOf("Himlen", StringComparison.Ordinal);
        PlanReader.Interpret(document, [new TextRange(at, 14)], Year).ShouldSatisfyAllConditions(
            c => c.IsDoubtful.ShouldBeTrue(), c => c.Reasons.Single().Code.ShouldBe("pointed-at"));
    }

    [Fact]
    public void Ranges_that_are_joined_are_one_text() =>
        PlanReader.Interpret(new PlanDocument("Vi ska dansa. Hela natten.", [new Block(BlockKind.Paragraph, 0, new TextRange(0, 26))]),
            [new TextRange(0, 13), new TextRange(14, 12)], null).Text.ShouldBe("Vi ska dansa. Hela natten.");

    [Fact]
    public void Json_has_the_keys_of_the_annotation()
    {
        var json = PlanJson.Write(Plan("Kören ska hålla minst två konserter på hösten."));
        json.ShouldContain("\"direction\": \"at least\"");
        json.ShouldContain("\"due\": \"på hösten\"");
    }
}
