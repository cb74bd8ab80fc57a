using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.Norwegian;

/// <summary>What promises in Norwegian, who can, and the verbs that plans are made of.</summary>
internal static class NorwegianPromises
{
    public static readonly PromiseWords Words = new()
    {
        Must = new Phrases("skal, må, plikter å"),
        Charged = new Phrases("har ansvar for, har ansvaret for, er ansvarlig for, er ansvarleg for, ansvarer for, tar ansvar for, tek ansvar for"),
        Should = new Phrases("bør, burde, trenger å, treng å, har behov for å, behøver å"),
        Encouraged = new Phrases("oppfordres til, oppfordres, oppmodes om, blir oppfordret til, blir oppmoda om, vert oppmoda om, inviteres til, anbefales å, er velkomne til, bes om"),
        Intends = new Phrases("vil, ønsker, ønskjer, planlegger, planlegg, kommer til å, kjem til å, tar sikte på, tek sikte på, satser på, håper, håpar, fortsetter, fortset, har som mål, arbeider for, arbeider med, sikter mot, akter å"),
        Aims = new Phrases("målet er, målet vårt er, målet for året er, vårt mål er, ambisjonen er, ambisjonen vår er, målsettingen er"),
        States = new Phrases("er, var, har, hadde, blir, ble, vart, kan, kunne, betyr, får, fikk, mener, meiner, finnes, eies"),
        We = new Phrases("vi, oss, me"),
        Own = new Endings(WordList.Split("""
            styret styre klubben klubb laget lag lagene lokallag lokallaget lokallagene foreningen forening foreninga foreninger forbundet fylkeslaget utvalget utval utvalg komiteen komité
            gruppa gruppen gruppe leder lederen leiar leiaren nestleder kasserer kassereren sekretær sekretæren trener treneren trenerne tillitsvalgte verneombud verneombudet organisasjonen
            sekretariatet valgkomiteen avdelingen avdelinga partiet rådet redaksjonen ansvarlige seksjonen styremedlemmene
            """), "lag"),
        Others = new Phrases("kommunen, regjeringen, regjeringa, stortinget, fylkeskommunen, bedriften, bedrifta, arbeidsgiver, arbeidsgiveren, myndighetene, staten, naboklubben, partiets gruppe"),
        Members = new Phrases("medlemmene, medlemmer, medlemer, medlemane, foreldre, foreldrene, deltakerne, alle medlemmer"),
        Everybody = new Phrases("alle, ingen, folk, alle barn, menneske, mennesker"),
        Not = new Phrases("ikke, ikkje, aldri"),
        Openers = new Phrases("at, som, hvis, dersom, når, fordi, siden, om at, der"),
        Joints = new Phrases("; , og vi, men vi, og skal, så vi"),
        Never = new Phrases("det er viktig, er viktig, det betyr, i henhold til vedtektene, ifølge loven, kontingenten økes ikke"),
        Prepositions = new Phrases("i, på, til, fra, frå, for, med, av, etter, før, under, innen, om, ved, mot, hos, over, gjennom, mellom, uten, kvar, hver"),
        Agent = "av",
        Passive = new Phrases("bli, verte, bli arrangert"),
    };

    public static readonly VerbForms Verbs = new(Scandinavian.Bend,
        (VerbSense.Action, """
            arrangere avholde holde halde gjennomføre lage utarbeide skrive sende besøke starte invitere kjøpe bytte bygge male rydde evaluere opprette innføre
            ansette vedta velge planlegge produsere trykke møtes møte skaffe pusse reparere rense plante vaske foreslå kartlegge utvikle ringe levere markere skipe skipa åpne publisere dele søke
            """),
        (VerbSense.Duty, """
            følge delta samarbeide støtte informere arbeide jobbe ivareta oppdatere representere bidra sikre hjelpe veilede gi tilby drive lede svare snakke rapportere
            vedlikeholde samle koordinere holdes ta gå sørge
            """),
        (VerbSense.Change, "øke auke redusere nå bli vokse verve rekruttere vinne styrke forbedre doble halvere senke finne"),
        (VerbSense.State, "ha få"));
}
