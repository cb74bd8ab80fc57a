using Shouldly;
using Verksam.PlanReading;
using Xunit;
using static Verksam.Tests.PlanReading.Reading;

namespace Verksam.Tests.PlanReading;

/// <summary>Which line is the heading that a commitment stands under.</summary>
public sealed class ChapterTests
{
    [Theory]
    [InlineData("Mål:")]
    [InlineData("Mål 2026:")]
    [InlineData("Övergripande mål:")]
    [InlineData("Förslag på åtgärder:")]
    public void A_label_leaves_the_chapter_as_it_is(string label) =>
        Commitments($"Rodd\n\n{label}\n\n- Utbilda fler styrmän\n").Single().Chapter.ShouldBe("Rodd");

    [Fact]
    public void A_label_tells_what_stands_under_it() =>
        Commitments("Rodd\n\nDagsläge:\nEn grupp om tio ror på torsdagar.\n\nMål:\n- Samordna båtarna\n")
            .Select(c => (c.Text, c.Kind, c.Chapter)).ShouldBe([("Samordna båtarna", CommitmentKind.Goal, "Rodd")]);

    [Fact]
    public void A_label_is_a_heading_where_there_is_no_other() =>
        PlanReader.ReadText("Verksamhetsplan 2026\n\nAktiviteter:\n\n- Utbilda styrmän\n").Commitments.Single()
            .Chapter.ShouldBe("Aktiviteter:");

    [Fact]
    public void Examples_of_something_are_a_subject_and_no_label() =>
        Commitments("Frågor:\n\nVi ska ro.\n\nExempel på insatser:\n\nVi ska segla.\n").Select(c => c.Chapter)
            .ShouldBe(["Frågor:", "Exempel på insatser:"]);

    [Fact]
    public void A_longer_line_with_a_colon_is_a_heading_when_set_off_and_no_other_is_open() =>
        PlanReader.ReadText("Verksamhetsplan 2026\n\nVår väg till ett öppet hav:\n\n1. Att bevaka hamnfrågan\n2. Att informera om vinden\n")
            .Commitments.ShouldAllBe(c => c.Chapter == "Vår väg till ett öppet hav:");

    [Fact]
    public void A_longer_line_with_a_colon_under_a_heading_only_leads_in() =>
        Commitments("Några träffar under hela våren:\n\n- Vårrodd\n- Tjärdag\n").ShouldAllBe(c => c.Chapter == "Arbetet");

    [Fact]
    public void A_call_that_is_set_off_over_text_is_a_heading() =>
        Commitments("Så vinner vi regattan!\n\nVi ska träna.\n").Single().Chapter.ShouldBe("Så vinner vi regattan!");

    [Fact]
    public void A_line_that_names_only_the_year_is_the_title()
    {
        var plan = PlanReader.ReadText("Verksamhetsår 2026\n\nI fjol hade vi otur med vädret. Styrelsen ska laga bryggan.\n");
        (plan.Title, plan.Commitments.Single().Chapter).ShouldBe(("Verksamhetsår 2026", null));
    }

    [Fact]
    public void The_title_said_again_after_a_word_on_the_page_is_no_heading() =>
        PlanReader.ReadText("Roddklubbens verksamhetsplan 2026\n\nFrån Roddwiki\nHoppa till: navigering, sök\n\nDetta är planen, antagen i mars.\n\n"
            + "Verksamhetsplan 2026\n\nVi ska ro.\n\nTräning\n\nVi ska träna.\n").Commitments.Select(c => c.Chapter).ShouldBe([null, "Träning"]);

    [Fact]
    public void A_line_that_names_a_thing_and_what_is_done_to_it_is_no_heading() =>
        Commitments("Hamnen\n\nBoden: Måla väggarna\nBryggan: Nya plankor köps in\n").Select(c => (c.Chapter, c.Text))
            .ShouldBe([("Hamnen", "Boden: Måla väggarna"), ("Hamnen", "Bryggan: Nya plankor köps in")]);

    [Fact]
    public void Who_is_in_charge_on_lines_of_their_own_is_no_commitment() =>
        Commitments("Aktiviteter\n\nVi ordnar två regattor.\n\nAnsvarig\nHamnfogden\n\nLokal\n\nVi ska städa.\n").Count.ShouldBe(2);

    [Fact]
    public void A_world_to_dream_of_under_a_vision_is_no_promise() =>
        Commitments("Vision\n\nVi vill att alla ska kunna segla.\n").ShouldBeEmpty();

    [Fact]
    public void A_title_set_on_many_lines_is_one() =>
        PlanReader.ReadText("Verksamhetsplan\nför\nHamnsektionen läsåret 2026/27\n\nSektionen ska laga bryggan.\n\nRodd\n\nVi ska ro.\n").Commitments
            .Select(c => c.Chapter).ShouldBe([null, "Rodd"]);

    [Fact]
    public void A_title_in_capitals_may_end_with_a_stop() =>
        PlanReader.ReadText("VERKSAMHETSPLAN FÖR RODDKLUBBEN 2026.\n\nVi ska ro.\n\nTräning\n\nVi ska träna.\n").ShouldSatisfyAllConditions(
            p => p.Title.ShouldBe("VERKSAMHETSPLAN FÖR RODDKLUBBEN 2026."), p => p.Commitments.Select(c => c.Chapter).ShouldBe([null, "Träning"]));

    [Theory]
    [InlineData("Träning och tävling.")]
    [InlineData("TRÄNING.")]
    [InlineData("2.1 Skötsel i Vikens hamn.")]
    [InlineData("2.1 Våra båtar och deras skötsel.")]
    public void A_heading_may_end_with_a_stop(string heading) =>
        Commitments($"{heading}\n\nVi ska tjära båtarna.\n").Single().Chapter.ShouldBe(heading);

    [Theory]
    [InlineData("Renovering av taket.")]
    [InlineData("Städdag i maj.")]
    [InlineData("Rut Roddare.")]
    public void A_doing_or_a_name_with_a_stop_is_no_heading(string line) =>
        Commitments($"{line}\n\nVi ska tjära båtarna.\n")[^1].Chapter.ShouldBe("Arbetet");

    [Fact]
    public void A_pointer_to_another_page_is_no_commitment() =>
        Commitments("Aktiviteter:\n\nSe hemsidan och kalendern.\n").ShouldBeEmpty();

    [Fact]
    public void A_statement_in_a_list_of_measures_is_no_commitment() =>
        Commitments("Förslag på åtgärder:\n\n- Rensa förrådet\n- Förrådet är det bästa i trakten.\n").Single().Text
            .ShouldBe("Rensa förrådet");

    [Fact]
    public void A_noun_that_bends_like_a_verb_makes_no_sentence_of_a_heading() =>
        Commitments("Kårens uppgift enligt förbundets stadgar\n\nKassören ska betala hyran.\n").Single().Chapter.ShouldBe("Kårens uppgift enligt förbundets stadgar");
}
