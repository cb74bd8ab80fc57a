using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.Danish;

/// <summary>What promises in Danish, who can, and the verbs that plans are made of. "Må" permits and is no modal here.</summary>
internal static class DanishPromises
{
    public static readonly PromiseWords Words = new()
    {
        Must = new Phrases("skal, er forpligtet til at"),
        Charged = new Phrases("har ansvar for, har ansvaret for, er ansvarlig for, er ansvarlige for, tager ansvar for, står for"),
        Should = new Phrases("bør, burde, har brug for at, behøver at, er nødt til at"),
        Encouraged = new Phrases("opfordres til, opfordres, inviteres til, anbefales at, er velkomne til, bedes"),
        Intends = new Phrases("vil, vil gerne, ønsker, planlægger, kommer til at, satser på, håber, fortsætter, har som mål, sigter mod, sigter efter, arbejder for, arbejder på, agter at"),
        Aims = new Phrases("målet er, vores mål er, målet for året er, ambitionen er, vores ambition er, målsætningen er"),
        States = new Phrases("er, var, har, havde, bliver, blev, kan, kunne, betyder, får, fik, mener, findes, koster, betaler, må"),
        We = new Phrases("vi, os"),
        Own = new Endings(WordList.Split("""
            bestyrelsen bestyrelse klubben klub foreningen forening foreninger kredsen kreds kredsforeningen afdelingen forbundet udvalget udvalg komiteen gruppen gruppe
            formand formanden formændene næstformand kasserer kassereren sekretær sekretæren træner træneren trænerne chef chefen tillidsrepræsentanterne tillidsrepræsentant tillidsvalgte
            organisationen sekretariatet kontoret partiet rådet redaktionen lauget ledelsen hovedbestyrelsen koordinatoren
            """)),
        Others = new Phrases("kommunen, regeringen, folketinget, regionen, arbejdsgiver, arbejdsgiveren, virksomheden, myndighederne, staten, udlejeren, naboklubben, byrådet"),
        Members = new Phrases("medlemmerne, medlemmer, forældre, forældrene, deltagerne, beboerne, alle medlemmer"),
        Everybody = new Phrases("alle, ingen, mennesker, folk, nogen"),
        Not = new Phrases("ikke, aldrig"),
        Openers = new Phrases("at, som, der hvor, hvis, når, fordi, da, om at"),
        Joints = new Phrases("; , og vi, men vi, og skal, så vi"),
        Never = new Phrases("det er vigtigt, er vigtigt, det betyder, ifølge vedtægterne, ifølge loven"),
        Prepositions = new Phrases("i, på, til, fra, for, med, af, efter, før, under, inden, om, ved, mod, hos, over, gennem, mellem, uden, hver, hvert"),
        Agent = "af",
        Passive = new Phrases("blive, bliver"),
    };

    public static readonly VerbForms Verbs = new(Scandinavian.Bend,
        (VerbSense.Action, """
            arrangere afholde holde gennemføre lave udarbejde skrive sende udsende besøge starte invitere købe skifte bygge male rydde evaluere oprette indføre
            ansætte vedtage vælge planlægge producere trykke mødes møde skaffe reparere plante vaske foreslå kortlægge udvikle ringe levere markere åbne udgive offentliggøre uddanne
            stå søge
            """),
        (VerbSense.Duty, """
            følge deltage samarbejde støtte informere arbejde varetage opdatere repræsentere bidrage sikre hjælpe vejlede give tilbyde drive lede svare tale rapportere
            vedligeholde samle koordinere sørge kontakte tage
            """),
        (VerbSense.Change, "øge reducere nå blive vokse hverve rekruttere vinde styrke forbedre fordoble halvere sænke finde opnå"),
        (VerbSense.State, "have få"));
}
