using Shouldly;
using Xunit;
using static Verksam.Tests.PlanReading.Reading;

namespace Verksam.Tests.PlanReading;

public sealed class DueTests
{
    [Theory]
    [InlineData("Vi ska städa den 20 april.", "den 20 april", "2026-04-20", "2026-04-20")]
    [InlineData("Vi ska demonstrera 1:a maj.", "1:a maj", "2026-05-01", "2026-05-01")]
    [InlineData("Vi ska segla 14–16 juli.", "14–16 juli", "2026-07-14", "2026-07-16")]
    [InlineData("Rapporten ska vara klar senast 1 maj.", "senast 1 maj", "2026-01-01", "2026-05-01")]
    [InlineData("Vi ska ha läger vecka 34.", "vecka 34", "2026-08-17", "2026-08-23")]
    [InlineData("Budgeten ska ses över under Q2.", "under Q2", "2026-04-01", "2026-06-30")]
    [InlineData("Vi ska ordna en kurs under våren.", "under våren", "2026-01-01", "2026-06-30")]
    [InlineData("Vi ska ordna en kurs i oktober.", "i oktober", "2026-10-01", "2026-10-31")]
    [InlineData("Vi ska utvärdera kampanjen efter valet.", "efter valet", "2026-09-14", "2026-12-31")]
    [InlineData("Vi ska knacka dörr före valet.", "före valet", "2026-01-01", "2026-09-12")]
    [InlineData("Lokalen ska vara målad före årets slut.", "före årets slut", "2026-01-01", "2026-12-31")]
    [InlineData("Lokalen ska vara målad innan mars är slut.", "innan mars är slut", "2026-01-01", "2026-03-31")]
    [InlineData("Vi ska dansa på midsommar.", "på midsommar", "2026-06-19", "2026-06-19")]
    [InlineData("Vi ska samlas första advent.", "första advent", "2026-11-29", "2026-11-29")]
    [InlineData("Vi ska stå i valstugan från april till valdagen.", "från april till valdagen", "2026-04-01", "2026-09-13")]
    [InlineData("Vi ska träffas efter påsk 2027.", "efter påsk 2027", "2027-03-29", "2027-12-31")]
    public void Words_of_time_are_kept_and_placed(string text, string written, string from, string to)
    {
        var due = Only(text).Due!;
        (due.AsWritten, Iso(due.From), Iso(due.To)).ShouldBe((written, from, to));
    }

    [Theory]
    [InlineData("Detta år ska vi laga bryggan.", "Detta år")]
    [InlineData("Klubben ska på sikt bygga en brygga.", "på sikt")]
    [InlineData("Vi ska väcka opinion, och när tillfälle ges besöka kommunen.", "när tillfälle ges")]
    [InlineData("Under resten av året ska vi ro.", "Under resten av året")]
    [InlineData("Häckarna klipps vid behov.", "vid behov")]
    [InlineData("Kallelse ska gå ut minst två veckor före.", "minst två veckor före")]
    [InlineData("Räkenskaperna ska visas vid ordinarie stämma.", "vid ordinarie stämma")]
    [InlineData("Vi ska ordna seglarläger juli.", "juli")]
    public void Words_of_time_that_no_day_can_be_set_for_are_kept(string text, string written) =>
        Only(text).Due!.AsWritten.ShouldBe(written);

    private static string? Iso(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("Styrelsen ska träffas varje månad.", "varje månad", "varje månad")]
    [InlineData("Styrelsen ska träffas minst en gång i kvartalet.", "minst en gång i kvartalet", "kvartal")]
    [InlineData("Vi ska sjunga andra torsdagen i varje månad.", "andra torsdagen i varje månad", "varje månad")]
    [InlineData("Vi ska springa varannan vecka.", "varannan vecka", "varannan vecka")]
    [InlineData("Vi ska bada tisdagar och torsdagar.", "tisdagar och torsdagar", "vecka")]
    [InlineData("Vi ska fira årligen.", "årligen", "år")]
    [InlineData("Styrelsen ska ha månatliga möten.", "månatliga", "månad")]
    [InlineData("Vi ska rapportera månatligt.", "månatligt", "månad")]
    [InlineData("Vi ska ha kvartalsvisa möten.", "kvartalsvisa", "kvartal")]
    [InlineData("Vi ska ordna veckovisa träffar.", "veckovisa", "vecka")]
    public void Recurrences_are_kept(string text, string written, string every)
    {
        var due = Only(text).Due!;
        (due.AsWritten, due.Every).ShouldBe((written, every));
    }

    [Theory]
    [InlineData("Vi ska svara inom två veckor.", "inom två veckor")]
    [InlineData("Vi ska bygga om under de närmaste åren.", "under de närmaste åren")]
    [InlineData("Vi ska rekrytera andra halvan av året.", "andra halvan av året")]
    [InlineData("Vi ska skriva insändare när frågan är uppe.", "när frågan är uppe")]
    [InlineData("Motioner ska skickas senast en vecka före årsmötet.", "senast en vecka före årsmötet")]
    public void What_hangs_on_something_else_has_words_but_no_days(string text, string written) =>
        Only(text).Due.ShouldSatisfyAllConditions(d => d!.AsWritten.ShouldBe(written), d => d!.From.ShouldBeNull());

    [Theory]
    [InlineData("Funktionärer ska hjälpa till när de kan.")]
    [InlineData("Vi ska höras före beslut.")]
    [InlineData("Vi ska hjälpa klubbarna när det gäller båtar.")]
    public void A_leave_a_decision_and_a_regard_are_no_time(string text) => Only(text).Due.ShouldBeNull();

    [Fact]
    public void A_day_that_is_told_first_leaves_the_subject_after_the_verb() =>
        Only("Sista helgen i maj deltar styrelsen i marknaden.").Responsible.ShouldBe("styrelsen");

    [Fact]
    public void There_is_no_election_every_year() =>
        Verksam.PlanReading.PlanReader.ReadText("Verksamhetsplan 2025\n\nArbete\n\nVi ska vila efter valet.\n").Commitments.Single(
            ).Due!.From.ShouldBeNull();
}
