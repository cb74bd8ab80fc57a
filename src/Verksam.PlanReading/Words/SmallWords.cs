using System.Collections.Frozen;

namespace Verksam.PlanReading.Words;

/// <summary>The closed classes: what can open an adverbial, what stands between verb and subject, what opens a clause.</summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> _prepositions = WordList.Set("""
        i på under till för från med vid inför efter före innan genom av om hos mellan mot över utan utöver inom kring runt enligt utifrån
        tillsammans förutom bland trots utanför bakom längs via per senast omkring åt ur sedan vår
        """);

    private static readonly FrozenSet<string> _openers = WordList.Set("""
        därför dessutom därutöver därmed samtidigt vidare också även här där nu sedan sen då således följaktligen framöver fortsatt
        dock ändå likaså istället i när om eftersom för att sist slutligen först därefter fortlöpande löpande kontinuerligt årligen
        regelbundet gärna inte dels både vanligtvis normalt ibland ofta alltid tidigare senare annars varje varannan som således förutom förhoppningsvis emellertid naturligtvis självklart givetvis däremot
        """);

    private static readonly FrozenSet<string> _adverbs = WordList.Set("""
        därför också även dessutom sedan därutöver nu då dock alltid gärna fortsatt fortsättningsvis aktivt främst särskilt kontinuerligt
        löpande vidare åter igen således därmed i ju väl helst bara endast årligen regelbundet tillsammans ständigt både sig
        gemensamt förhoppningsvis inte ej aldrig redan
        """);

    private static readonly FrozenSet<string> _clauseOpeners = WordList.Set("""
        som när eftersom medan då vilka vilken vilket vars så-att hur vad vem varför huruvida tills så-länge där ifall därför-att
        allteftersom
        """);

    private static readonly FrozenSet<string> _determiners = WordList.Set("""
        en ett den det de denna detta dessa vår våra vårt min sin sitt sina deras dess alla samtliga varje nya ny nytt några flera många
        fler två tre fyra fem olika egna egen andra övriga samma årets
        """);

    public static bool IsPreposition(string lower) => _prepositions.Contains(lower);

    /// <summary>A word that, first in a sentence, shows that the subject comes after the verb.</summary>
    public static bool OpensAdverbial(Token token) =>
        _prepositions.Contains(token.Lower) || _openers.Contains(token.Lower) || CalendarWords.Season(token.Lower) is not null
        || CalendarWords.IsWeekday(token.Lower) || CalendarWords.Month(token.Lower) is not null;

    public static bool IsAdverb(string lower) => _adverbs.Contains(lower);

    public static bool OpensClause(string lower) => _clauseOpeners.Contains(lower);

    public static bool IsDeterminer(string lower) => _determiners.Contains(lower);

    public static bool IsNegation(string lower) => lower is "inte" or "ej" or "aldrig" or "icke" or "knappast";

    public static bool IsNone(string lower) => lower is "ingen" or "inget" or "inga";
}
