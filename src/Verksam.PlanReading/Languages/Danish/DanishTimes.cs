using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.Danish;

/// <summary>When and how many, in Danish.</summary>
internal static class DanishTimes
{
    public static readonly TimeWords Words = new()
    {
        Months = """
            januar jan
            februar feb
            marts
            april apr
            maj
            juni
            juli
            august aug
            september sept
            oktober okt
            november nov
            december dec
            """,
        Seasons = """
            vår foråret forår forårshalvåret
            sommar sommeren
            höst efteråret efterår efterårshalvåret
            vinter vinteren
            """,
        Weekdays = WordList.Set("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
        Units = WordList.Set("dage uger måneder dag dagen uge ugen måned måneden kvartal kvartalet år året halvår sæson aften weekend gang"),
        Every = new Phrases("hver, hvert, hver anden, hvert andet, den første, den sidste"),
        Recurring = new Phrases("månedligt, månedlige, årligt, årlige, ugentligt, løbende, jævnligt, hele året, kvartalsvis"),
        Times = new Phrases("gang, gange"),
        Per = new Phrases("i, per, pr, om"),
        Until = new Phrases("inden, senest"),
        Before = new Phrases("før"),
        Leading = new Phrases("i, på, den, i løbet af, til, fra, ved, efter, under, udgangen af, starten af, slutningen af, gennem, mindst, for, inden for, senest efter, tidligt, sent"),
        Moments = new Phrases("valget, jul, påske, sommeren, sommerferien, sæsonstart, sæsonen, generalforsamlingen, landsmødet, året, årets udgang, årsskiftet, skolestart, pinse, nytår, perioden"),
        Week = new Phrases("uge"),
        Between = new Phrases("–, -, og, til, i"),
    };

    public static readonly CountWords Counts = new()
    {
        Numbers = """
            en 1
            to 2
            tre 3
            fire 4
            fem 5
            seks 6
            syv 7
            otte 8
            ni 9
            ti 10
            elleve 11
            tolv 12
            femten 15
            tyve 20
            tredive 30
            fyrre 40
            halvtreds 50
            hundrede 100
            """,
        Articles = WordList.Set("en et én ét"),
        Things = new Endings(WordList.Split("brochure pjece hæfte rapport undersøgelse hjemmeside avis nyhedsbrev kampagne gruppe udvalg indlæg tovholder")),
        AtLeast = new Phrases("mindst, over, mere end, flere end, minimum"),
        AtMost = new Phrases("højst, maks, maksimalt, under, op til, cirka, ca"),
        Each = new Phrases("alle, samtlige, alle de, hvert, hver"),
        Percent = new Phrases("procent, %, procentpoint"),
        Half = new Phrases("halveres, halvere"),
        More = new Phrases("øge, øges, øger, fordoble, fordobles"),
        Less = new Phrases("reducere, reduceres, mindske, sænke, sænkes, færre"),
        To = "til",
    };
}
