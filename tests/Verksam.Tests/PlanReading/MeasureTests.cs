using Shouldly;
using Verksam.PlanReading;
using Xunit;
using static Verksam.Tests.PlanReading.Reading;

namespace Verksam.Tests.PlanReading;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("Vi ska hålla tre kurser.", MeasureDirection.Exactly, "3")]
    [InlineData("Vi ska hålla minst fyra kurser.", MeasureDirection.AtLeast, "4")]
    [InlineData("Vi ska hålla 4–6 träffar.", MeasureDirection.AtLeast, "4")]
    [InlineData("Klubben siktar på 150 medlemmar.", MeasureDirection.AtLeast, "150")]
    [InlineData("Över 50 % av medlemmarna ska rösta.", MeasureDirection.AtLeast, "50")]
    [InlineData("Hälften av lagen ska ha kvinnliga tränare.", MeasureDirection.AtLeast, "50")]
    [InlineData("Antalet medlemmar ska öka.", MeasureDirection.Increase, null)]
    [InlineData("Andelen avhopp ska minska.", MeasureDirection.Decrease, null)]
    [InlineData("Bidragen ska öka med 10 procent.", MeasureDirection.Increase, "10")]
    [InlineData("Samtliga ledare ska gå kursen.", MeasureDirection.Exactly, null)]
    [InlineData("Varje nybörjare ska kontaktas.", MeasureDirection.Exactly, null)]
    [InlineData("Vi ska ordna en vårfest.", MeasureDirection.Exactly, "1")]
    [InlineData("Vi ska samla in 10 000 kronor.", MeasureDirection.Exactly, "10000")]
    [InlineData("Insamlingen ska ge minst 12 500 000 kronor.", MeasureDirection.AtLeast, "12500000")]
    [InlineData("Vi ska med två grannklubbar hålla fem kurser.", MeasureDirection.Exactly, "5")]
    [InlineData("Vi ska två gånger om året hålla tre kurser.", MeasureDirection.Exactly, "3")]
    [InlineData("Vi ska samarbeta med två grannklubbar.", MeasureDirection.Exactly, "2")]
    [InlineData("Vi ska öka intäkterna.", MeasureDirection.Increase, null)]
    [InlineData("Vi ska öka medlemmarnas kunskap.", MeasureDirection.Increase, null)]
    [InlineData("Vi ska köpa in en ny spis.", MeasureDirection.Exactly, "1")]
    [InlineData("Vi ska öka antalet båtar till 120.", MeasureDirection.Increase, "120")]
    [InlineData("Alla nya medlemmar rings upp inom en vecka.", MeasureDirection.Exactly, null)]
    [InlineData("Alla ledare ska träffas minst en gång i månaden.", MeasureDirection.Exactly, null)]
    [InlineData("Varje lag ska hålla två möten per termin.", MeasureDirection.Exactly, "2")]
    [InlineData("I vår by ska alla erbjudas plats.", MeasureDirection.Exactly, null)]
    [InlineData("Vi siktar på ombud i minst 75 av de hundra största byarna.", MeasureDirection.AtLeast, "75")]
    [InlineData("Vi håller öppet 3 gånger i veckan då fyra turas om.", MeasureDirection.Exactly, "3")]
    [InlineData("Fler ledare ska gå kursen.", MeasureDirection.Increase, null)]
    [InlineData("Vi ska få fler att dansa.", MeasureDirection.Increase, null)]
    [InlineData("Vi ska vinna fler väljare.", MeasureDirection.Increase, null)]
    [InlineData("Vi ska bli mer synliga.", MeasureDirection.Increase, null)]
    [InlineData("Vi ska hålla 4-6 träffar.", MeasureDirection.AtLeast, "4")]
    public void Counts_shares_and_changes_are_found(string text, MeasureDirection direction, string? value)
    {
        var measure = Only(text).Measure!;
        (measure.Direction, measure.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture)).ShouldBe((direction, value));
    }

    [Theory]
    [InlineData("Vi ska öppna klockan 18.")]
    [InlineData("Vi ska träffas den 8 mars.")]
    [InlineData("Vi ska svara inom två veckor.")]
    [InlineData("Laget ska spela i division 4.")]
    [InlineData("Vi ska ha läger vecka 26.")]
    [InlineData("Vi ska affischera för att öka publiken.")]
    [InlineData("Vi ska nå minst två tredjedelar av byn.")]
    [InlineData("Vi ska sprida goda idéer, t.ex en lista med talare.")]
    [InlineData("Vi ska ordna lekar som ökar rörelsen.")]
    [InlineData("Målet är att få en hemsida som alla hittar.")]
    [InlineData("Vi ska bygga om så att alla ska komma in.")]
    [InlineData("Vi ska ta fram en handlingsplan.")]
    [InlineData("Hamnen ska vara så ordnad att alla hittar.")]
    [InlineData("Vi ska ta fram ett program för åren 2031-2035 för sjön.")]
    [InlineData("Vi ska boka lokal så att tid finns för mer ingående samtal.")]
    [InlineData("Vi ska se över en sliten spis.")]
    [InlineData("Ett bidrag ska ges till lagen.")]
    [InlineData("Vi ska fira den som fyller 80 och 90 år.")]
    public void Dates_times_and_names_are_no_counts(string text) => Only(text).Measure.ShouldBeNull();

    [Fact]
    public void A_count_knows_its_period() => Only("Vi ska hålla två möten per termin.").Measure!.Per.ShouldBe("termin");

    [Theory]
    [InlineData("Valberedningen ska lämna förslag.", "Valberedningen")]
    [InlineData("Under våren ska klubbens kassör se över avtalen.", "klubbens kassör")]
    [InlineData("Hemsidan sköts av Kim Berg.", "Kim Berg")]
    [InlineData("En förening ska stå värd.", "En förening")]
    [InlineData("Arbetarekommunen ska verka för bättre bryggor.", "Arbetarekommunen")]
    [InlineData("Fullmäktige ska se över stadgarna.", "Fullmäktige")]
    [InlineData("Styrelsens ambition är att måla staketet.", "Styrelsens")]
    [InlineData("Vi ska måla.", null)]
    [InlineData("Bod – Bodens tak ska målas.", null)]
    [InlineData("Staketet ska målas.", null)]
    public void Only_those_who_are_named_are_responsible(string text, string? who) => Only(text).Responsible.ShouldBe(who);
}
