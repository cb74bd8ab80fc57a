using static Verksam.PlanReading.Words.VerbForm;

namespace Verksam.PlanReading.Words;

/// <summary>The verbs of plans, by what they say and how they are bent. Add a verb to the row where its likes stand.</summary>
internal static class VerbTable
{
    public static readonly (VerbSense Sense, VerbPattern Pattern, string[] Lemmas)[] Rows =
    [
        (VerbSense.Duty, VerbPattern.Ar, WordList.Split("""
            ansvara svara verka påverka arbeta samarbeta bevaka rapportera informera förvalta administrera övervaka uppmuntra uppmana
            prioritera
            värna samordna samverka underlätta motverka kommunicera representera redovisa granska kontrollera vårda vidareutveckla
            hjälpa assistera bearbeta bibehålla förankra säkerställa tillvarata hantera fokusera inkludera engagera inspirera
            aktivera stimulera satsa rikta opinionsbilda påminna koordinera motivera jobba återkoppla uppdatera protokollföra sammanställa avsätta bemanna välkomna
            stötta besvara påtala avlasta fördjupa bredda vidga bevara kämpa hindra bekämpa agera mobilisera förmedla efterfråga
            """)),
        (VerbSense.Duty, VerbPattern.Er, WordList.Split("""
            följa väcka uppfölja stödja sköta upprätthålla främja eftersträva stärka utse föra tillhandahålla leda företräda
            vidmakthålla underhålla skydda sprida sträva upplysa bemöta framhålla befästa ombesörja uttrycka
            """)),
        (VerbSense.Duty, VerbPattern.R, ["marknadsföra"]),
        (VerbSense.Duty, VerbPattern.Short, WordList.Split("bistå tillgodose delge tillse förse bidra")),
        (VerbSense.Action, VerbPattern.Ar, WordList.Split("""
            arrangera anordna ordna organisera planera starta öppna fira skapa utveckla producera publicera annonsera presentera
            utbilda rekrytera värva kontakta samla sammankalla kalla lansera testa pröva prova skicka posta mejla
            maila dela tillverka reparera renovera måla rusta installera montera komplettera
            analysera inventera formulera utarbeta författa revidera uppgradera utvärdera modernisera digitalisera katalogisera
            förbättra effektivisera affischera kampanja demonstrera uppvakta diskutera debattera
            behandla besluta lämna inrätta etablera initiera implementera införskaffa anskaffa plantera odla rensa
            salta skylta nyttja ägna forma vidareutbilda fortbilda kompetensutveckla upprusta närvara uttala adjungera peppa
            stoppa protestera filma fotografera spela repetera träna tävla musicera vandra
            hälsa servera visa distribuera samtala träffa rådfråga konsultera enkäta intervjua
            annonsera finansiera investera inhandla avsluta påbörja återuppta återstarta upprepa
            strukturera omorganisera ombilda registrera dokumentera arkivera lagra spara
            utforma designa layouta lotta auktionera insamla donera sponsra låna locka attrahera nominera kandidera
            motionera uppmärksamma debattera knacka tala berätta
            introducera coacha certifiera kvalitetssäkra löneförhandla förhandla avtala teckna upphandla
            digitalisera kolla pyssla grilla paddla segla cykla gympa orientera undervisa instruera
            medverka utmana experimentera forska spruta kalka gallra smycka
            tacka belöna premiera gratulera signera stadga justera ladda
            skotta sanda flytta samarrangera bussa lansera turnera streama podda blogga signera nätverka
            """)),
        (VerbSense.Action, VerbPattern.Er, WordList.Split("""
            hålla äga bjuda inbjuda erbjuda skriva bygga kartlägga trycka undersöka utreda översätta föreläsa anlägga klippa röja städa
            resa besöka möta utlysa ansöka beställa inleda sammanträda förbereda skänka sälja ringa ansluta handleda köpa
            lägga anmäla hugga rösta inviga pryda belysa ersätta tillsätta tömma sända söka sätta välja ställa anställa driva bedriva
            åka läsa upprätta inrätta sjunga byta dricka äta låta åta fylla fatta avhålla
            märka använda sammanställa sammanfatta framställa hänga släppa utnämna
            inreda vända uppsöka lyfta lösa
            mäta fullfölja färdigställa återställa bereda tilldela bifalla godkänna tillåta knyta åstadkomma återkomma
            skjuta begära kräva gräva förlänga verkställa uppfylla infria undvika avlägga fastställa bestämma inköpa
            """)),
        (VerbSense.Action, VerbPattern.Ar, WordList.Split("""
            åtgärda plocka leta utnyttja hissa inrätta upprätta starta avtacka säkra tillämpa
            lotsa betala uppvisa fixa snickra skaffa anordna bifoga synkronisera rapportera duka pynta plantera intervjua premiera utlova
            samla skörda beskära sota asfaltera grusa dika mura tapetsera slipa olja dokumentera klubba förnya avveckla avskaffa
            utveckla testa validera beakta anpassa lyssna bevilja projektera skapa anlita
            """)),
        (VerbSense.Action, VerbPattern.R,
            WordList.Split("""
            höra köra lära genomföra utföra införa göra synliggöra tydliggöra klargöra slutföra uppföra hyra framföra tillföra överföra tillgängliggöra
            """)),
        (VerbSense.Action, VerbPattern.Short, WordList.Split("delta genomgå anslå avslå vidta medge slå ta ge utge ange avge ske se föreslå sy dra anta uppta gå stå avstå")),
        (VerbSense.Change, VerbPattern.Ar, WordList.Split("öka utöka minska förbättra fördubbla halvera landa sluta hamna")),
        (VerbSense.Change, VerbPattern.Er, WordList.Split("växa sänka höja behålla vinna")),
        (VerbSense.Change, VerbPattern.Short, WordList.Split("nå uppnå bli få")),
        (VerbSense.State, VerbPattern.Er, WordList.Split(" känna tycka leva heta innehålla betyda ligga sitta")),
        (VerbSense.State, VerbPattern.Ar, WordList.Split("kosta omfatta handla sakna innefatta uppskatta behandla")),
        (VerbSense.State, VerbPattern.Short, WordList.Split("bestå utgå förstå må bero")),
    ];

    /// <summary>Forms that no rule gives.</summary>
    public static readonly (string Word, Verb Verb)[] Irregular =
    [
        .. Forms("vara", VerbSense.State, (Infinitive, "vara"), (Present, "är"), (Past, "var"), (Supine, "varit")),
        .. Forms("ha", VerbSense.State, (Infinitive, "ha"), (Present, "har"), (Past, "hade"), (Supine, "haft")),
        .. Forms("finnas", VerbSense.State, (Infinitive, "finnas"), (Present, "finns"), (Past, "fanns"), (Supine, "funnits")),
        .. Forms("kunna", VerbSense.State, (Infinitive, "kunna"), (Present, "kan"), (Past, "kunde"), (Supine, "kunnat")),
        .. Forms("veta", VerbSense.State, (Infinitive, "veta"), (Present, "vet"), (Past, "visste")),
        .. Forms("innebära", VerbSense.State, (Infinitive, "innebära"), (Present, "innebär"), (Past, "innebar")),
        .. Forms("gälla", VerbSense.State, (Infinitive, "gälla"), (Present, "gäller"), (Past, "gällde")),
        .. Forms("tillhöra", VerbSense.State, (Infinitive, "tillhöra"), (Present, "tillhör"), (Past, "tillhörde")),
        .. Forms("utgöra", VerbSense.State, (Infinitive, "utgöra"), (Present, "utgör"), (Present, "utgörs"), (Past, "utgjorde")),
        .. Forms("möjliggöra", VerbSense.State, (Infinitive, "möjliggöra"), (Present, "möjliggör")),
        .. Forms("ingå", VerbSense.Action, (Infinitive, "ingå"), (Present, "ingår"), (Past, "ingick")),
        .. Forms("fungera", VerbSense.State, (Infinitive, "fungera"), (Present, "fungerar"), (Past, "fungerade")),
        .. Forms("behövas", VerbSense.State, (Present, "behövs"), (Present, "krävs"), (Present, "erfordras"), (Past, "behövdes"), (Past, "krävdes")),
        .. Forms("skola", VerbSense.State, (Past, "skulle")),
        .. Forms("tro", VerbSense.State, (Present, "tror"), (Present, "anser"), (Present, "menar"), (Present, "tycker"),
            (Present, "noterar")),
        .. Forms("tyckas", VerbSense.State, (Present, "tycks"), (Present, "låter")),
        .. Forms("verka", VerbSense.Duty, (Infinitive, "verka"), (Present, "verkar")),
        .. Forms("stödja", VerbSense.Duty, (Present, "stöder"), (PassivePresent, "stöds")),
        .. Forms("möta", VerbSense.Action, (Present, "möts"), (Present, "träffas"), (Past, "möttes"), (Past, "träffades")),
        .. Forms("synas", VerbSense.Action, (Infinitive, "synas"), (Present, "syns"), (Past, "syntes")),
        .. Forms("fortsätta", VerbSense.Action, (Infinitive, "fortsätta"), (Present, "fortsätter"), (Past, "fortsatte")),
        .. Forms("planera", VerbSense.Action, (Infinitive, "planera"), (Present, "planerar"), (PassivePresent, "planeras")),
        .. Forms("se", VerbSense.Action, (Infinitive, "se"), (Present, "ser"), (PassivePresent, "ses"), (Past, "såg")),
        .. Forms("ta", VerbSense.Action, (Past, "tog"), (Past, "togs"), (Supine, "tagit"), (Supine, "tagits")),
        .. Forms("hålla", VerbSense.Action, (Past, "höll"), (Past, "hölls"), (Supine, "hållit"), (Supine, "hållits")),
        .. Forms("göra", VerbSense.Action, (Past, "gjorde"), (Past, "gjordes"), (Supine, "gjort"), (Supine, "gjorts")),
        .. Forms("ge", VerbSense.Action, (Past, "gav"), (Past, "gavs"), (Supine, "gett"), (Supine, "getts")),
        .. Forms("gå", VerbSense.Action, (Past, "gick"), (Supine, "gått")),
        .. Forms("få", VerbSense.Change, (Past, "fick"), (Supine, "fått")),
        .. Forms("bli", VerbSense.Change, (Past, "blev"), (Supine, "blivit")),
        .. Forms("skriva", VerbSense.Action, (Past, "skrev"), (Past, "skrevs"), (Supine, "skrivit")),
        .. Forms("dra", VerbSense.Action, (Past, "drog"), (Past, "drogs")),
        .. Forms("stå", VerbSense.Action, (Past, "stod")),
        .. Forms("växa", VerbSense.Change, (Supine, "vuxit")),
        .. Forms("delta", VerbSense.Action, (Infinitive, "deltaga"), (Past, "deltog"), (Supine, "deltagit")),
        .. Forms("sjunga", VerbSense.Action, (Past, "sjöng")),
        .. Forms("välja", VerbSense.Action, (Past, "valde"), (Past, "valdes")),
        .. Forms("besluta", VerbSense.Action, (Past, "beslöt")),
        .. Forms("anta", VerbSense.Action, (Past, "antog"), (Past, "antogs")),
        .. Forms("dela", VerbSense.Action, (Infinitive, "dela")),
        .. Forms("leda", VerbSense.Duty, (Infinitive, "leda"), (PassivePresent, "leds")),
        .. Forms("bygga", VerbSense.Action, (Infinitive, "bygga"), (PassivePresent, "byggs"), (Past, "byggde"), (Past, "byggdes")),
        .. Forms("bilda", VerbSense.Action, (Infinitive, "bilda"), (Present, "bildar"), (PassivePresent, "bildas"), (Past, "bildades")),
        .. Forms("föra", VerbSense.Action, (Infinitive, "föra"), (PassivePresent, "förs")),
        .. Forms("ställa", VerbSense.Action, (Infinitive, "ställa"), (PassivePresent, "ställs")),
    ];


    private static IEnumerable<(string, Verb)> Forms(string lemma, VerbSense sense, params (VerbForm Form, string Word)[] forms) =>
        forms.Select(f => (f.Word, new Verb(lemma, sense, f.Form | (f.Form == Infinitive ? Infinitive : None))));
}
