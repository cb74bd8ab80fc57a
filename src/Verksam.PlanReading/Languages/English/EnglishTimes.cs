using Verksam.PlanReading.Words;

namespace Verksam.PlanReading.Languages.English;

/// <summary>When and how many, in English.</summary>
internal static class EnglishTimes
{
    public static readonly TimeWords Words = new()
    {
        Months = """
            january jan
            february feb
            march
            april apr
            may
            june
            july
            august aug
            september sept
            october oct
            november nov
            december dec
            """,
        Seasons = """
            vår spring
            sommar summer
            höst autumn fall
            vinter winter
            """,
        Weekdays = WordList.Set("monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
        Units = WordList.Set("days weeks months day week month quarter year term season evening weekend fortnight"),
        Every = new Phrases("every, each, every other, every second, the first, each first, every first, every last"),
        Recurring = new Phrases("monthly, annually, weekly, quarterly, ongoing, continuously, all year, regularly, yearly"),
        Times = new Phrases("times, time, once, twice"),
        Per = new Phrases("a, per, each, every"),
        Until = new Phrases("by, no later than, not later than, until, at the latest by"),
        Before = new Phrases("before, ahead of"),
        Leading = new Phrases("in, on, at, the, during, this, within, from, to, after, in the, during the, by the end of, the end of, the start of, end of, at least, early, late, throughout, of"),
        Moments = new Phrases("election, elections, christmas, easter, summer holidays, summer, season starts, season, annual general meeting, agm, year, end of the year, first week, their first week, new year, congress"),
        Week = new Phrases("week"),
        Between = new Phrases("–, -, and, to, from"),
    };

    public static readonly CountWords Counts = new()
    {
        Numbers = """
            two 2
            three 3
            four 4
            five 5
            six 6
            seven 7
            eight 8
            nine 9
            ten 10
            eleven 11
            twelve 12
            fifteen 15
            twenty 20
            thirty 30
            forty 40
            fifty 50
            hundred 100
            """,
        Articles = WordList.Set("a an one"),
        Things = new Endings(WordList.Split("newsletter leaflet brochure book cookbook report survey website pack group committee campaign handbook film letter")),
        AtLeast = new Phrases("at least, over, more than, no fewer than, minimum"),
        AtMost = new Phrases("at most, max, up to, under, about, around, no more than"),
        Each = new Phrases("every, each, all, every new, all new"),
        Percent = new Phrases("percent, %, per"),
        Half = new Phrases("halve, halved"),
        More = new Phrases("increase, increased, grow, double, doubled"),
        Less = new Phrases("reduce, reduced, cut, lower, lowered, fewer, decrease"),
        To = "to",
    };
}
