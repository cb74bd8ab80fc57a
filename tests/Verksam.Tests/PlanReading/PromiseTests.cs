using Shouldly;
using Verksam.PlanReading;
using Xunit;
using static Verksam.Tests.PlanReading.Reading;

namespace Verksam.Tests.PlanReading;

public sealed class PromiseTests
{
    [Theory]
    [InlineData("Föreningen ska ordna en vårfest.", Modality.Must)]
    [InlineData("Klubben skall hålla fyra träningar i veckan.", Modality.Must)]
    [InlineData("Taket måste lagas.", Modality.Must)]
    [InlineData("Kassören ansvarar för kassaboken.", Modality.Must)]
    [InlineData("Styrelsen bör se över stadgarna.", Modality.Should)]
    [InlineData("Brunnen behöver rensas.", Modality.Should)]
    [InlineData("Medlemmarna uppmanas att komma på arbetsdagen.", Modality.Encouraged)]
    [InlineData("Vill man hjälpa till så hör av sig.", Modality.Encouraged)]
    [InlineData("Vi kommer att bygga en bastu.", Modality.Intends)]
    [InlineData("Vi vill starta en läsecirkel.", Modality.Intends)]
    [InlineData("Kören hoppas kunna sjunga utomlands.", Modality.Intends)]
    [InlineData("Sektionen planerar ett läger.", Modality.Intends)]
    [InlineData("Vi siktar på att bli hundra medlemmar.", Modality.Intends)]
    [InlineData("Söndagscaféet fortsätter.", Modality.Intends)]
    [InlineData("Festkommittén ordnar knytkalas.", Modality.Intends)]
    [InlineData("Bryggan lagas i maj.", Modality.Intends)]
    [InlineData("Vår ambition är att varje barn lär sig simma.", Modality.Intends)]
    public void A_verb_says_how_strongly_a_promise_binds(string text, Modality modality) => Only(text).Modality.ShouldBe(modality);

    [Theory]
    [InlineData("Föreningen har funnits i femtio år.")]
    [InlineData("Förra året genomfördes tre resor.")]
    [InlineData("Vi anordnade en cup i fjol.")]
    [InlineData("I dag arrangerar vi två kvällar i veckan.")]
    [InlineData("Årsavgiften är 300 kronor.")]
    [InlineData("Det är viktigt att vi hjälper nya medlemmar.")]
    [InlineData("Rättvisan ska omfatta hela världen.")]
    [InlineData("Alla ska ha rätt till en bostad.")]
    [InlineData("Människor ska kunna leva i fred.")]
    [InlineData("Vi kommer inte att höja avgiften.")]
    [InlineData("Klubbstugan ska inte hyras ut.")]
    [InlineData("Kommunen ska bygga en ny idrottshall.")]
    [InlineData("Arbetsgivaren gör en årlig kontroll.")]
    [InlineData("Alla som tävlar måste betala licens.")]
    [InlineData("Är du nyfiken?")]
    [InlineData("Har du frågor så ring oss.")]
    [InlineData("2026 kommer att bli roligt.")]
    [InlineData("På så sätt stärker vi gemenskapen.")]
    [InlineData("Vi räknar med att kommunen betalar.")]
    [InlineData("Under ett mästerskap kallas många domare in.")]
    [InlineData("Klubben planerar inga resor under året.")]
    [InlineData("Inga nya båtar föreslås för året.")]
    [InlineData("Två träffar annonserades i bladet till årsmötet.")]
    [InlineData("Detta dokument ska ge en bild av året.")]
    [InlineData("Planen ska fungera som en karta över året.")]
    [InlineData("Vi föreslår att årsmötet väljer en fogde.")]
    [InlineData("Klubben föreslår att kommunen bygger en brygga.")]
    [InlineData("Under våren har vi haft tre kurser i knopar.")]
    [InlineData("Klubbens uppgift är att stödja rodden.")]
    [InlineData("Klubben leds av en skeppare.")]
    [InlineData("Inga arvoden betalas ut till skepparen.")]
    [InlineData("Oftast sköts rodden av två lag.")]
    [InlineData("Verksamhetsplanen anger färdriktningen.")]
    [InlineData("Hennes mål är att alla ska segla.")]
    [InlineData("Ska vi lyckas behöver vi vara modiga.")]
    public void Background_motives_ideals_and_the_duties_of_others_are_no_promises(string text) => Commitments(text).ShouldBeEmpty();

    [Fact]
    public void The_main_verb_decides_and_not_one_in_a_clause_before_it() =>
        Only("Andelen ledare som stannar mer än ett år ska öka.").Modality.ShouldBe(Modality.Must);

    [Fact]
    public void A_purpose_in_a_clause_is_no_promise() =>
        Commitments("Vi har målat om så att lokalen ska kännas ljus.").ShouldBeEmpty();

    [Fact]
    public void The_second_half_of_a_sentence_may_promise() =>
        Only("Replokalen är trång; därför söker vi en ny.").Modality.ShouldBe(Modality.Intends);

    [Fact]
    public void The_half_that_promises_says_what_kind_and_who() =>
        Only("Klubben har fått en ny granne, vi ska därför stärka samarbetet.").ShouldSatisfyAllConditions(
            c => c.Kind.ShouldBe(CommitmentKind.Duty), c => c.Responsible.ShouldBeNull());

    [Theory]
    [InlineData("Styrelsens fokus kommer ligga på att rusta dansbanan.", Modality.Intends)]
    [InlineData("En viktig prioritering är att nå de unga.", Modality.Intends)]
    [InlineData("Om bidraget bifalls kommer taket läggas om.", Modality.Intends)]
    [InlineData("Intensifiera värvningen.", Modality.Intends)]
    [InlineData("Med stöd av gamla kartor och brev från gårdens arkiv samt minnen hos de äldre bygga en utställning.", Modality.Intends)]
    [InlineData("Det är styrelsens ansvar att bryggan lagas.", Modality.Must)]
    [InlineData("För roddarna är målsättningen att vinna regattan.", Modality.Intends)]
    [InlineData("Klubben föreslår att bryggan lagas.", Modality.Intends)]
    [InlineData("Som tack till roddarna anordnas en fest.", Modality.Intends)]
    [InlineData("I maj har vi en städdag vid bryggan.", Modality.Intends)]
    [InlineData("På onsdagar har vi målning i båthuset.", Modality.Intends)]
    [InlineData("Styrelsen ska se till att inga båtar ligger kvar.", Modality.Must)]
    [InlineData("Verksamhetsplanen ska följas upp i maj.", Modality.Must)]
    [InlineData("Distriktet och klubbar ansvarar gemensamt för bojarna.", Modality.Must)]
    [InlineData("Klubben stöder seglarskolan.", Modality.Intends)]
    [InlineData("En ny karta kommer att ligga till grund för skötseln.", Modality.Intends)]
    [InlineData("En viktig uppgift blir att laga bryggan.", Modality.Intends)]
    [InlineData("Barn ska känna att de hör hemma i klubbens båtar.", Modality.Must)]
    [InlineData("Främst kommer fokus vara på att rusta dansbanan.", Modality.Intends)]
    [InlineData("Kom gärna med en egen visa!", Modality.Encouraged)]
    [InlineData("Se över budgeten i mars då den nya avgiften ska tas.", Modality.Intends)]
    public void Promises_of_many_forms_are_found(string text, Modality modality) => Only(text).Modality.ShouldBe(modality);

    [Fact]
    public void Whose_the_responsibility_is_is_named() => Only("Det är kassörens ansvar att betala hyran.").ShouldSatisfyAllConditions(
        c => c.Responsible.ShouldBe("kassören"), c => c.Kind.ShouldBe(CommitmentKind.Duty));

    [Fact]
    public void A_task_in_a_list_is_a_duty_of_its_owner() =>
        Only("Enligt stadgarna:\n\n- Byalagets uppgift är att tillvarata bygdens möjligheter.").ShouldSatisfyAllConditions(
            c => c.Responsible.ShouldBe("Byalaget"), c => c.Kind.ShouldBe(CommitmentKind.Duty));

    [Fact]
    public void To_cut_down_is_to_decrease() =>
        Only("Planen är att dra ned på utskicken.").Measure!.Direction.ShouldBe(MeasureDirection.Decrease);

    [Fact]
    public void Those_who_are_urged_are_named() => Only("Vi uppmanar lokala klubbar att välja ombud.").Responsible.ShouldBe("lokala klubbar");

    [Fact]
    public void What_an_earlier_plan_aimed_at_is_no_promise() => Commitments("Förra planen hade som mål att laga bryggan.").ShouldBeEmpty();

    [Fact]
    public void What_the_plan_is_to_show_is_no_promise() => Commitments("Styrelsen vill med denna verksamhetsplan visa vad klubben gör.").ShouldBeEmpty();

    [Fact]
    public void Hopes_for_a_season_are_no_promises() =>
        Commitments("Förhoppningsvis kommer hösten att erbjuda bättre väder.").ShouldBeEmpty();

    [Fact]
    public void A_month_cut_short_may_end_a_sentence() =>
        Texts("En kurs planeras i okt. Innehållet styrs av deltagarna.").First().ShouldBe("En kurs planeras i okt.");

    [Fact]
    public void What_a_relative_clause_adds_after_a_comma_is_a_promise() =>
        Only("Ett steg är en ny webbplats, som ska vara klar före jul.").Modality.ShouldBe(Modality.Must);

    [Fact]
    public void Background_chapters_hold_few_promises() =>
        PlanReader.ReadText("Verksamhetsplan 2026\n\nBakgrund\n\nKlubben ordnar träningar för alla åldrar.\n").Commitments.ShouldBeEmpty();

    [Fact]
    public void A_motive_with_a_need_is_doubtful() => Only("Vi behöver nå andra grupper.").IsDoubtful.ShouldBeTrue();

    [Fact]
    public void A_plain_promise_is_not_doubtful() => Only("Styrelsen ska kalla till medlemsmöte i mars.").IsDoubtful.ShouldBeFalse();

    [Fact]
    public void Reasons_name_the_deciding_words() =>
        Only("Styrelsen ska anordna minst två kurser.").Reasons.Select(r => r.Code).ShouldBe(["modal", "counted"]);

    [Theory]
    [InlineData("Klubben ska arrangera en cup.", CommitmentKind.Activity)]
    [InlineData("Antalet medlemmar ska öka.", CommitmentKind.Goal)]
    [InlineData("Klubben ska vara länets största.", CommitmentKind.Goal)]
    [InlineData("Målet är att laget går upp en division.", CommitmentKind.Goal)]
    [InlineData("Styrelsen ska se till att lokalen städas.", CommitmentKind.Duty)]
    [InlineData("Sekreteraren ansvarar för medlemsregistret.", CommitmentKind.Duty)]
    [InlineData("Föreningen ska verka för fler cykelvägar.", CommitmentKind.Duty)]
    [InlineData("Medlemmarna uppmanas att skriva insändare.", CommitmentKind.Encouragement)]
    [InlineData("Alla medlemmar bör ta med en vän.", CommitmentKind.Encouragement)]
    [InlineData("Vi ska fortsätta samarbetet med biblioteket.", CommitmentKind.Duty)]
    [InlineData("Klubben ska driva kampen mot buller.", CommitmentKind.Duty)]
    [InlineData("Vi måste ständigt höras i debatten.", CommitmentKind.Duty)]
    [InlineData("Vi ska löpande anordna provträningar.", CommitmentKind.Activity)]
    [InlineData("Vi ska sprida kunskap om allemansrätten.", CommitmentKind.Duty)]
    [InlineData("Vi ska sprida flygblad på torget.", CommitmentKind.Activity)]
    [InlineData("Föreningen ska ha en god dialog med grannarna.", CommitmentKind.Duty)]
    [InlineData("Vi ska arbeta för att minska avhoppen.", CommitmentKind.Goal)]
    [InlineData("Vi ska försöka få fler att dansa.", CommitmentKind.Goal)]
    [InlineData("Vi vill göra klubben känd i hela länet.", CommitmentKind.Goal)]
    [InlineData("Styrelsen ska arbeta fram en policy.", CommitmentKind.Activity)]
    [InlineData("Vi ska hitta former för att ge stöd åt nya ledare.", CommitmentKind.Activity)]
    [InlineData("Sektionen ska bedriva försök med en ny bana.", CommitmentKind.Activity)]
    [InlineData("Verksamheten ska bedrivas öppet.", CommitmentKind.Duty)]
    [InlineData("Samarbetet med skolan ska utvecklas.", CommitmentKind.Duty)]
    [InlineData("Sekreteraren har det övergripande ansvaret.", CommitmentKind.Duty)]
    [InlineData("Mötesplatser uppmuntras för att stärka bygden.", CommitmentKind.Duty)]
    [InlineData("Styrelsens fokus under hösten kommer att ligga på ekonomin.", CommitmentKind.Duty)]
    [InlineData("Vår prioritet är att tillhandahålla båtar.", CommitmentKind.Duty)]
    [InlineData("Vår prioritet är att få fler att ro.", CommitmentKind.Goal)]
    [InlineData("Vårt mål är att tillhandahålla båtar.", CommitmentKind.Goal)]
    [InlineData("I kårens uppdrag ingår att sprida kunskap om hamnen.", CommitmentKind.Duty)]
    [InlineData("I kårens uppdrag att samordna klubbarna ingår att ordna en regatta.", CommitmentKind.Activity)]
    [InlineData("Styrelsen ska ha sju styrelsemöten.", CommitmentKind.Activity)]
    [InlineData("Ett av dem bör vara ett digitalt medlemsmöte.", CommitmentKind.Activity)]
    [InlineData("Alla ledare ska ha rätt utbildning.", CommitmentKind.Goal)]
    [InlineData("Hemsidan ska vara aktuell.", CommitmentKind.Duty)]
    [InlineData("Ekonomin ska vara i balans.", CommitmentKind.Goal)]
    [InlineData("Vi ska genomföra verksamheten så att alla får plats.", CommitmentKind.Duty)]
    [InlineData("Vi ska skapa en trygg atmosfär.", CommitmentKind.Duty)]
    [InlineData("Klubben ska fortsätta med skötselansvaret för leden.", CommitmentKind.Duty)]
    [InlineData("Klubben ska fortsätta med korvgrillningen.", CommitmentKind.Activity)]
    [InlineData("Sektionen ska ta på sig värdskapet.", CommitmentKind.Duty)]
    [InlineData("På sikt vill vi bygga en brygga.", CommitmentKind.Goal)]
    [InlineData("Vi siktar på att ordna en regatta.", CommitmentKind.Activity)]
    [InlineData("Vi ska utöka öppettiderna.", CommitmentKind.Goal)]
    [InlineData("Alla aktiva ska ha handledning en gång i månaden.", CommitmentKind.Duty)]
    [InlineData("Vi siktar på att bli tio till.", CommitmentKind.Goal)]
    [InlineData("Då och då behöver vi göra större inköp.", CommitmentKind.Activity)]
    [InlineData("Vi vill att alla ska känna sig välkomna.", CommitmentKind.Goal)]
    [InlineData("Hälften av lagen ska delta i någon cup.", CommitmentKind.Goal)]
    [InlineData("Distriktet ska vara ett stöd för klubbarna.", CommitmentKind.Duty)]
    [InlineData("Arbetet med nya stadgar ska slutföras.", CommitmentKind.Activity)]
    [InlineData("Arbetet med jämlikhet ska fortsätta.", CommitmentKind.Duty)]
    [InlineData("Vi genomför våra aktiviteter i samråd med skolan.", CommitmentKind.Duty)]
    [InlineData("Vi kommer att satsa på ungdomar.", CommitmentKind.Duty)]
    [InlineData("Vi ska behålla våra ledare.", CommitmentKind.Goal)]
    [InlineData("Hemsidan ska hållas uppdaterad.", CommitmentKind.Duty)]
    [InlineData("Vi uppmanar klubbarna att välja ombud.", CommitmentKind.Encouragement)]
    [InlineData("Vi vill bygga en brygga.", CommitmentKind.Activity)]
    [InlineData("Planen är att dra ned på utskicken.", CommitmentKind.Goal)]
    [InlineData("Klubben ska ha en verksamhet som klarar stormar.", CommitmentKind.Goal)]
    [InlineData("Hjälmar ska finnas på bryggan.", CommitmentKind.Duty)]
    [InlineData("Under resten av året ska hemsidan vara den främsta kanalen.", CommitmentKind.Duty)]
    [InlineData("Nya medlemmar ska känna sig hemma.", CommitmentKind.Goal)]
    [InlineData("Barn ska känna att de hör hemma i klubbens båtar.", CommitmentKind.Goal)]
    [InlineData("En viktig uppgift blir att stödja roddarna.", CommitmentKind.Duty)]
    [InlineData("En viktig uppgift blir att bygga en brygga.", CommitmentKind.Activity)]
    [InlineData("Klubben står för kaffet.", CommitmentKind.Duty)]
    [InlineData("Partiet ska driva en aktiv opposition.", CommitmentKind.Duty)]
    [InlineData("Förbundet ska agera mot buller.", CommitmentKind.Duty)]
    [InlineData("Ledarna ska känna till sjöreglerna.", CommitmentKind.Goal)]
    [InlineData("Seglingsplanen ska ligga till grund för arbetet.", CommitmentKind.Duty)]
    [InlineData("Mobbning ska bekämpas.", CommitmentKind.Duty)]
    [InlineData("Klubben kommer att vara en del av sjöräddningen.", CommitmentKind.Duty)]
    [InlineData("Vi ska vinna fler väljare.", CommitmentKind.Goal)]
    [InlineData("Hamnen ska vara så ordnad att alla hittar.", CommitmentKind.Duty)]
    [InlineData("Uppdatera vår lilla budget.", CommitmentKind.Activity)]
    [InlineData("Uppdatera hemsidan.", CommitmentKind.Duty)]
    [InlineData("Häckarna klipps vid behov.", CommitmentKind.Duty)]
    public void Activities_goals_duties_and_encouragements_are_told_apart(string text, CommitmentKind kind) =>
        Only(text).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("Norra Kustens tidning ska spridas mera.")]
    [InlineData("Lokalen ska präglas av Sjöfararnas värderingar.")]
    public void What_somebody_has_is_nobody(string text) => Only(text).Responsible.ShouldBeNull();

    [Fact]
    public void When_something_once_was_adopted_it_is_not_due() =>
        Only("Arbetet ska präglas av planen, som antogs vid kongressen 2017, och av glädje.").Due.ShouldBeNull();
}
