using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.Norwegian;

/// <summary>When and how many, in Norwegian.</summary>
internal static class NorwegianTimes
{
    public static readonly TimeWords Words = new()
    {
        Months = """
            januar jan
            februar feb
            mars
            april apr
            mai
            juni
            juli
            august aug
            september sept
            oktober okt
            november nov
            desember des
            """,
        Seasons = """
            vår våren vårhalvåret
            sommar sommeren sommaren
            höst høsten hausten høst haust høsthalvåret
            vinter vinteren
            """,
        Weekdays = WordList.Set("mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag"),
        Units = WordList.Set("dager uker veker måneder dag dagen uke uka veke veka måned måneden månad månaden kvartal kvartalet år året halvår semester sesong kveld helg gang"),
        Every = new Phrases("hver, hvert, kvar, kvart, hver annen, hvert annet, annenhver, annethvert, annakvar, den første, første"),
        Recurring = new Phrases("månedlig, månedlige, årlig, årlige, ukentlig, løpende, jevnlig, fortløpende, hele året, heile året, årleg, kvartalsvis"),
        Times = new Phrases("gang, ganger, gonger, gong"),
        Per = new Phrases("i, per, pr, om"),
        Until = new Phrases("innen, senest, seinast, innan"),
        Before = new Phrases("før"),
        Leading = new Phrases("i, på, den, i løpet av, i løpet av de, til, fra, frå, ved, etter, under, utgangen av, starten av, slutten av, innen utgangen av, gjennom, minst, for, tidlig, sein, sent"),
        Moments = new Phrases("valget, valet, jul, påske, sommeren, sommerferien, sommarferien, sesongstart, sesongslutt, årsmøtet, landsmøtet, året, årets slutt, årsskiftet, skolestart, 17. mai, pinse, nyttår, perioden"),
        Week = new Phrases("uke, veke"),
        Between = new Phrases("–, -, og, til, til og med"),
    };

    public static readonly CountWords Counts = new()
    {
        Numbers = """
            to 2
            tre 3
            fire 4
            fem 5
            seks 6
            sju 7
            syv 7
            åtte 8
            ni 9
            ti 10
            elleve 11
            tolv 12
            femten 15
            tjue 20
            tretti 30
            førti 40
            femti 50
            hundre 100
            """,
        Articles = WordList.Set("en et ei ett én ein eit eitt"),
        Things = new Endings(WordList.Split("lokallag lag brosjyre hefte rapport undersøkelse nettside avis nyhetsbrev kampanje gruppe utvalg bane båt")),
        AtLeast = new Phrases("minst, over, mer enn, flere enn, minimum, meir enn"),
        AtMost = new Phrases("høyst, maks, maksimalt, under, inntil, rundt, ca"),
        Each = new Phrases("alle, samtlige, alle de, hvert, hver, kvar"),
        Percent = new Phrases("prosent, %, prosentpoeng"),
        Half = new Phrases("halveres, halvere"),
        More = new Phrases("øke, økes, auke, aukast, øker, doble, dobles"),
        Less = new Phrases("redusere, reduseres, minske, senke, senkes, færre"),
        To = "til",
    };
}
