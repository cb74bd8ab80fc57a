using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.Norwegian;

/// <summary>Norwegian: bokmål, with the words of nynorsk beside.</summary>
internal static class NorwegianRules
{
    public static readonly LanguageRules Rules = new()
    {
        Code = "nb",
        Marks = WordList.Set("og er ikke fra av skal vi på til medlemmer styret året bør å ikkje frå ein eit eller også mer hver blir"),
        Promise = NorwegianPromises.Words,
        Verbs = NorwegianPromises.Verbs,
        Plan = Plan(),
        Time = NorwegianTimes.Words,
        Count = NorwegianTimes.Counts,
    };

    private static PlanWords Plan() => new()
    {
        Titles = ["arbeidsplan", "handlingsplan", "virksomhetsplan", "aktivitetsplan", "årsplan", "arbeidsprogram", "handlingsprogram", "verksemdsplan"],
        Bylines = ["vedtatt", "vedteken", "forslag", "styrets forslag", "behandlet", "utkast", "sist oppdatert", "gjelder", "versjon"],
        InfinitiveMark = "å",
        Chapters = new Dictionary<ChapterKind, string[]>
        {
            [ChapterKind.Background] = ["bakgrunn", "innledning", "innleiing", "om oss", "om laget", "om klubben", "om foreningen", "hvem vi er", "historie", "forord", "status", "nåsituasjon", "året som gikk"],
            [ChapterKind.Ideals] = ["visjon", "verdier", "verdigrunnlag", "formål", "føremål"],
            [ChapterKind.Goals] = ["mål ", "målsetting", "delmål"],
            [ChapterKind.Programme] = ["aktivitet", "tiltak", "møteplan", "kalender", "terminliste", "arrangement", "dugnad", "program ", "skal gjøre", "skal gjere", "kurs ", "møter"],
        },
        Labels = new Dictionary<FieldKind, string[]>
        {
            [FieldKind.Goal] = ["mål", "delmål", "hovedmål", "målsetting"],
            [FieldKind.Activity] = ["tiltak", "aktivitet", "aktiviteter", "aktivitetar", "oppgave", "oppgaver", "hva", "kva"],
            [FieldKind.Responsible] = ["ansvarlig", "ansvarleg", "ansvar", "hvem", "kven"],
            [FieldKind.When] = ["frist", "når", "tid", "tidspunkt", "dato", "ferdig"],
            [FieldKind.Other] = ["bakgrunn", "status", "budsjett", "kostnad", "sted", "stad", "merknad", "kommentar", "formål", "kontakt"],
        },
        Events = new Endings(WordList.Split("""
            kurs møte møter møtet helg helger konferanse seminar dugnad fest leir tur turkveld kveld dag samling foredrag verksted verkstad stevne turnering loppemarked
            konsert utstilling markering skole workshop
            """), "tur", "dag", "cup", "fest", "leir", "helg", "kurs"),
        Questions = new Phrases("hva, kva, hvordan, korleis, hvem, kven, hvorfor, slik, når, hvor"),
        Describes = new Phrases("består av, består, samarbeider med, medlemmer av, eksempler på, kontakt"),
    };
}
