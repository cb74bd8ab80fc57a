using Shouldly;
using Verksam.PlanReading;
using Xunit;
using static Verksam.Tests.PlanReading.Reading;

namespace Verksam.Tests.PlanReading;

public sealed class ListTests
{
    [Theory]
    [InlineData("- ")]
    [InlineData("– ")]
    [InlineData("• ")]
    [InlineData("● ")]
    [InlineData("* ")]
    [InlineData("o ")]
    [InlineData("\uF0B7 ")]
    [InlineData("1. ")]
    [InlineData("a) ")]
    [InlineData("(2) ")]
    [InlineData("§ ")]
    [InlineData("-")]
    public void Every_mark_of_a_list_is_known_and_left_out_of_the_words(string mark) =>
        Texts($"Kretsen ska:\n{mark}räkna fåglar\n{mark}märka leder\n").ShouldBe(["räkna fåglar", "märka leder"]);

    [Fact]
    public void A_lead_in_gives_its_items_modality_and_subject()
    {
        var items = Commitments("Ungdomsrådet skall:\n- ordna disco\n- en filmkväll\n");
        items.ShouldAllBe(c => c.Modality == Modality.Must && c.Responsible == "Ungdomsrådet");
        items.Select(c => c.Text).ShouldBe(["ordna disco", "en filmkväll"]);
    }

    [Fact]
    public void A_verb_over_a_marked_list_is_a_heading_even_after_a_colon() =>
        Commitments("Områdena är följande:\n\nVärva och behålla\n\n• Ringa alla nya\n\nSynas och höras\n\n• Skriva i tidningen\n")
            .Select(c => (c.Chapter, c.Text)).ShouldBe([("Värva och behålla", "Ringa alla nya"), ("Synas och höras", "Skriva i tidningen")]);

    [Fact]
    public void A_name_like_a_past_form_puts_no_item_in_the_past() =>
        Texts("- Arbeta för leden genom Sundets Förenade Byalag.\n- Ordna dans\n").Count().ShouldBe(2);

    [Fact]
    public void See_to_is_no_word_to_the_reader() => Texts("- Se till att isen spolas\n- Se vår hemsida\n").ShouldBe(["Se till att isen spolas"]);

    [Theory]
    [InlineData("Öka deltagandet på arbetsdagarna", CommitmentKind.Goal)]
    [InlineData("Sträva efter att öka publiken", CommitmentKind.Goal)]
    [InlineData("Ökat deltagande på arbetsdagarna", CommitmentKind.Goal)]
    [InlineData("Fortsatt samarbete med skolan", CommitmentKind.Duty)]
    [InlineData("Besvara frågor från grannar", CommitmentKind.Duty)]
    [InlineData("Möjliggöra motion för äldre", CommitmentKind.Duty)]
    [InlineData("Vara lyhörda för grannarnas önskemål", CommitmentKind.Duty)]
    [InlineData("Vara med i hamndagarna", CommitmentKind.Activity)]
    [InlineData("Förmedla nyheter till klubbarna", CommitmentKind.Duty)]
    [InlineData("Marknadsföra seglarskolan", CommitmentKind.Duty)]
    [InlineData("Värva minst tio nya medlemmar", CommitmentKind.Goal)]
    [InlineData("Värva en ny redaktör", CommitmentKind.Activity)]
    [InlineData("att verka för att antalet seglare ökar", CommitmentKind.Goal)]
    [InlineData("att minst en gång om året ha en träff för nya seglare", CommitmentKind.Activity)]
    [InlineData("att genom kansliet hantera ansökningar", CommitmentKind.Duty)]
    [InlineData("att på varje möte läsa upp brev", CommitmentKind.Duty)]
    public void The_verb_or_the_noun_of_an_item_says_what_kind_it_is(string text, CommitmentKind kind) =>
        Commitments($"- {text}\n- Ordna dans\n")[0].Kind.ShouldBe(kind);

    [Fact]
    public void A_later_sentence_with_a_subject_of_its_own_borrows_no_subject_and_no_time() =>
        Commitments("Sjöfararnas distrikt kommer under sommaren\n\n- att ordna läger. Kallelse ska gå ut.\n- att ro\n")
            .Select(c => (c.Responsible, c.Due?.AsWritten)).ShouldBe([("Sjöfararnas distrikt", "under sommaren"), (null, null), ("Sjöfararnas distrikt", "under sommaren")]);

    [Fact]
    public void A_long_line_that_begins_with_what_is_held_and_names_a_time_is_found() =>
        Texts("Långa möten varje vecka i båthuset vid udden och den gamla fyren, med kokkaffe och visor för gammal och ung, trots storm och regn och mörker.").ShouldHaveSingleItem();

    [Fact]
    public void A_name_before_the_sentence_of_an_item_is_no_item_of_its_own() =>
        Texts("Vi vill\n\n- Ny hamn. Kassören ska betala hyran.\n- bygga\n").ShouldBe(["Ny hamn. Kassören ska betala hyran.", "bygga"]);

    [Fact]
    public void What_an_association_has_as_its_task_is_a_duty_and_what_it_arranges_an_activity() =>
        Commitments("Föreningens uppgift är\n\n• att bilda opinion för havet\n• att ordna utfärder\n").Select(c => (c.Responsible, c.Kind)).ShouldBe(
            [("Föreningens", CommitmentKind.Duty), ("Föreningens", CommitmentKind.Activity)]);

    [Fact]
    public void The_owner_of_a_task_is_responsible_for_what_is_listed() =>
        Commitments("Valberedningens uppgift är\n\n• att söka kandidater\n").Single().Responsible.ShouldBe("Valberedningens");

    [Fact]
    public void A_lead_in_without_a_colon_is_seen_by_its_modal() =>
        Texts("Under året ska vi\n\n• värva tio medlemmar\n• hålla kurser\n").ShouldBe(["värva tio medlemmar", "hålla kurser"]);

    [Fact]
    public void An_item_with_a_modal_of_its_own_keeps_it() =>
        Commitments("Vi vill:\n- ordna en resa\n- Stugan måste målas.\n").Select(c =>
            c.Modality).ShouldBe([Modality.Intends, Modality.Must]);

    [Fact]
    public void A_list_that_describes_holds_no_promises() =>
        Commitments("Styrelsen består av:\n- Kim, ordförande\n- Sam, kassör\n").ShouldBeEmpty();

    [Fact]
    public void A_list_without_marks_ends_where_sentences_begin() =>
        Texts("Aktiviteter som klubben ska ordna:\n\nEn vårfest\nEn höstmarknad\n\nDessutom ska vi måla klubbstugan.\n")
            .ShouldBe(["En vårfest", "En höstmarknad", "Dessutom ska vi måla klubbstugan."]);

    [Fact]
    public void A_lead_in_over_headings_lends_to_the_lists_under_them() =>
        Commitments("Under året skall vi:\n\nUtåt\n- stå på torget\n\nInåt\n- hålla medlemsmöten\n")
            .Select(c => (c.Chapter, c.Modality)).ShouldBe([("Utåt", Modality.Must), ("Inåt", Modality.Must)]);

    [Fact]
    public void An_explaining_sentence_belongs_to_its_item() =>
        Texts("Vi ska:\n- ordna en resa. Den går till fjällen.\n").ShouldBe(["ordna en resa. Den går till fjällen."]);

    [Fact]
    public void A_calendar_is_read_and_its_empty_days_are_not()
    {
        var days = Commitments("12 februari: Årsmöte\n5 mars (?): Utflykt\n9 april:\nmaj – Städdag\n");
        days.Select(c => c.Text).ShouldBe(["12 februari: Årsmöte", "5 mars (?): Utflykt", "maj – Städdag"]);
        days.Select(c => c.IsDoubtful).ShouldBe([false, true, false]);
    }

    [Fact]
    public void A_table_gives_who_and_when()
    {
        var row = Commitments(
            "Aktivitet          Ansvarig          Klart\nMåla bryggan       Hamnfogden        15 maj\n"
                + "Ny hemsida         Webbgruppen       Q3\n")[0];
        (row.Responsible, row.Due!.AsWritten).ShouldBe(("Hamnfogden", "15 maj"));
    }

    [Fact]
    public void Labelled_lines_complete_each_other()
    {
        var activity = Only("Nuläge: Få kommer.\n\nAktivitet: Bjuda in till öppet hus\n\nAnsvarig: Vice ordförande\n\nNär: senast 1 maj\n");
        (activity.Responsible, activity.Due!.AsWritten, activity.Due.To).ShouldBe(
            ("Vice ordförande", "senast 1 maj", new DateOnly(2026, 5, 1)));
    }
}
