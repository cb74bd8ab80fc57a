using Verksam.PlanReading.Judging;
using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.Danish;

/// <summary>Danish.</summary>
internal static class DanishRules
{
    public static readonly LanguageRules Rules = new()
    {
        Code = "da",
        Marks = WordList.Set("og er ikke fra af skal vi på til medlemmer bestyrelsen året bør at eller også mere hver bliver blev foreningen møder efter os ud nye"),
        Promise = DanishPromises.Words,
        Verbs = DanishPromises.Verbs,
        Plan = Plan(),
        Time = DanishTimes.Words,
        Count = DanishTimes.Counts,
    };

    private static PlanWords Plan() => new()
    {
        Titles = ["arbejdsplan", "handlingsplan", "handleplan", "virksomhedsplan", "aktivitetsplan", "årsplan", "arbejdsprogram", "arbejdsgrundlag"],
        Bylines = ["vedtaget", "forslag", "bestyrelsens forslag", "behandlet", "udkast", "senest opdateret", "gælder", "version", "godkendt"],
        InfinitiveMark = "at",
        Chapters = new Dictionary<ChapterKind, string[]>
        {
            [ChapterKind.Background] = ["baggrund", "indledning", "om os", "om klubben", "om foreningen", "hvem er vi", "hvem vi er", "hvor står vi", "historie", "forord", "status", "året der gik"],
            [ChapterKind.Ideals] = ["vision", "værdier", "værdigrundlag", "formål"],
            [ChapterKind.Goals] = ["mål ", "målsætning", "delmål"],
            [ChapterKind.Programme] = ["aktivitet", "tiltag", "mødeplan", "kalender", "arrangement", "program ", "skal vi lave", "kurser", "møder"],
        },
        Labels = new Dictionary<FieldKind, string[]>
        {
            [FieldKind.Goal] = ["mål", "delmål", "målsætning"],
            [FieldKind.Activity] = ["tiltag", "aktivitet", "aktiviteter", "opgave", "opgaver", "hvad", "indsats", "indsatser"],
            [FieldKind.Responsible] = ["ansvarlig", "ansvar", "hvem", "tovholder"],
            [FieldKind.When] = ["frist", "hvornår", "tid", "tidspunkt", "dato", "deadline", "færdig"],
            [FieldKind.Other] = ["baggrund", "status", "budget", "pris", "sted", "bemærkning", "bemærkninger", "formål", "kontakt"],
        },
        Events = new Endings(WordList.Split("""
            kursus kurser møde møder mødet weekend konference seminar fest lejr tur aften dag temadag samling foredrag værksted stævne turnering loppemarked marked
            koncert udstilling workshop fastelavn morgenmad generalforsamling dage
            """), "tur", "dag", "cup", "fest", "lejr"),
        Questions = new Phrases("hvad, hvordan, hvem, hvorfor, sådan, hvornår, hvor"),
        Describes = new Phrases("består af, består, samarbejder med, medlemmer af, eksempler på, kontakt"),
    };
}
