using System.Collections.Frozen;

namespace Verksam.PlanReading.Words;

/// <summary>Who a subject is, as far as a plan is concerned.</summary>
internal enum Actor
{
    None,

    /// <summary>vi, oss.</summary>
    We,

    /// <summary>The organisation, a part of it, or somebody with an office in it.</summary>
    Own,

    /// <summary>Those the organisation is for: members, participants.</summary>
    Members,

    /// <summary>Somebody else, who cannot be bound by the plan: the municipality, the employer, the government.</summary>
    Other,

    /// <summary>Everybody, people, society, freedom: what ideology speaks of.</summary>
    Everybody,
}

/// <summary>Tells actors by their words. Compounds are known by their last part, so "medlemskommittén" needs no line of its own.</summary>
internal static class Actors
{
    private static readonly Endings _own = new(WordList.Split("""
        styrelse styrelsen förening föreningen föreningens klubben klubb klubbar distriktet distrikt förbund sektionen sektion kåren förbundet kommittén kommitté kommittéerna
        valberedningen valberedning utskottet utskott utskotten gruppen grupperna avdelningen avdelningarna avdelning kretsen kretsarna
        krets
        partiet partiföreningen laget lagen nämnden rådet ledningen presidiet rektoratet kansliet byalaget kören teamet delegationen
        redaktionen arbetsutskottet organisationen organisation lokalföreningen lokalavdelningen klubbarna föreningarna sektionerna
        distrikten styrelserna kåren kårerna samfälligheten bolaget stiftelsen centret skolan museet verkstaden nätverket akademin
        stämman årsmötet fullmäktige jouren orkestern enheten projektet arbetslaget styret nationen församlingen
        ordförande ordföranden kassör kassören sekreterare sekreteraren ombudsman ombudsmannen ombudsmän ombud ombudet ombuden ombudens
        ledare ledaren ledarna ansvarig ansvariga ansvarige organisatör organisatören samordnare samordnaren ledamot ledamoten ledamöter
        ledamöterna suppleanter suppleanterna revisor revisorn revisorer revisorerna tränare tränaren tränarna valledare valledaren rektor
        dirigent dirigenten redaktör redaktören representant representanter representanterna funktionärer funktionärerna konsulent
        konsulenten
        heltidare heltidarna förtroendevalda vaktmästare vaktmästaren webbmaster ordförandena kanslist kanslisten koordinator koordinatorn
        kommunikatör kommunikatören faddrar faddrarna domare domarna instruktörer instruktörerna instruktör värd värdar värdarna
        gruppledare gruppledaren cirkelledare cirkelledarna materialare materialförvaltare webbredaktör studieledare personalen personal
        verksamhetsledaren verksamhetsledare anställda ideella arbetsgruppen arbetsgrupper arbetsgrupperna
        """));

    private static readonly FrozenSet<string> _members = WordList.Set("""
        medlem medlemmar medlemmarna medlemmen medlemmars deltagare deltagarna föräldrar föräldrarna vårdnadshavare spelare spelarna scouter
        scouterna studenter studenterna studenten barnen ungdomarna nyanställda nyinflyttade sympatisörer besökare besökarna elever eleverna
        hyresgäster hyresgästerna boende grannar grannarna lägenhetsinnehavare aktiva kolonister båtägare aktivister aktivisterna
        """);

    private static readonly Endings _others = new(WordList.Split("""
        kommunen regeringen riksdagen staten regionen landstinget arbetsgivaren arbetsgivarna företaget myndigheten myndigheterna
        länsstyrelsen
        kongressen politikerna politiker hyresvärden hyresvärdarna högskolan universitetet trafikverket eu världssamfundet partierna
        riksorganisationen riksförbundet sponsorerna sponsorer banken polisen försäkringskassan domstolen lärosätet nämnderna skolverket
        motståndarna högern regeringens kommunens kommunfullmäktige regionfullmäktige landstingen kommunerna
        """));

    private static readonly FrozenSet<string> _everybody = WordList.Set("""
        människor människan människorna människa friheten jämlikheten demokratin rättvisan solidariteten välfärden samhället världen naturen
        klimatet makten ingen någon envar man var invånare invånarna medborgare medborgarna unga barn kvinnor män äldre löntagare idrott
        idrotten vården sverige folket politiken arbetslivet arbetstagare vinster mänskligheten planeten jorden
        """);

    private static readonly FrozenSet<string> _names = WordList.Set("ak ds vu du au fs fu ksf");

    // a party's own, though they end as the municipality does
    private static readonly FrozenSet<string> _parties = WordList.Set("arbetarekommunen arbetarkommunen arbetarekommunens arbetarkommunens arbetarekommun");

    /// <summary>"styrelsens", "klubbens": whose something is.</summary>
    public static bool IsOwner(Token token) => token.EndsWith("s") && Of(token with { Lower = token.Lower[..^1] }) is Actor.Own;

    public static Actor Of(Token token)
    {
        var word = token.Lower;
        if (word is "vi" or "oss") return Actor.We;
        if (word.EndsWith("förrådet", StringComparison.Ordinal)) return Actor.None;
        if (_parties.Contains(word)) return Actor.Own;
        if (_members.Contains(word)) return Actor.Members;
        if (_everybody.Contains(word)) return Actor.Everybody;
        if (_others.Match(word)) return Actor.Other;
        if (_own.Match(word) || _names.Contains(word)) return Actor.Own;
        return Actor.None;
    }
}
