using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure.Days;

/// <summary>
/// Days that a party, a union or another association usually has, to begin with: rows like any other, to change and remove. A day that
/// law or custom moves is about, and each has a source to look in.
/// </summary>
internal static class UsualDays
{
    public static readonly IReadOnlyList<string> Sorts = ["party", "union", "association"];

    private static readonly DayRule Election = new() { Month = 9, Nth = 2, Weekday = DayOfWeek.Sunday, FirstYear = 2022, EveryYears = 4 };

    private static readonly (string Key, YearDayKind Kind, DayRule Rule, string Sorts)[] All =
    [
        ("AnnualMeeting", YearDayKind.Meeting, new() { Month = 3, Day = 15, IsAbout = true }, "party union association"),
        ("AnnualReport", YearDayKind.Deadline, new() { Month = 2, Day = 15, IsAbout = true }, "party union association"),
        ("WomensDay", YearDayKind.Feast, new() { Month = 3, Day = 8 }, "party union association"),
        ("MayDay", YearDayKind.Feast, new() { Month = 5, Day = 1 }, "party union"),
        ("NationalDay", YearDayKind.Feast, new() { Month = 6, Day = 6 }, "party association"),
        ("Pride", YearDayKind.Feast, new() { Month = 8, Day = 1, IsAbout = true }, "party union"),
        ("VolunteersDay", YearDayKind.Feast, new() { Month = 12, Day = 5 }, "association"),
        ("DecentWorkDay", YearDayKind.Feast, new() { Month = 10, Day = 7 }, "union"),
        ("Nominations", YearDayKind.Deadline, new() { Month = 1, Day = 15, FirstYear = 2022, EveryYears = 4, IsAbout = true }, "party"),
        ("PartyName", YearDayKind.Deadline, new() { Month = 2, Nth = 5, Weekday = DayOfWeek.Friday, FirstYear = 2022, EveryYears = 4, IsAbout = true }, "party"),
        ("Ballots", YearDayKind.Deadline, new() { Month = 4, Day = 10, FirstYear = 2022, EveryYears = 4, IsAbout = true }, "party"),
        ("TakePart", YearDayKind.Deadline, Election with { DaysBefore = 30, IsAbout = true }, "party"),
        ("ElectionDay", YearDayKind.Election, Election, "party"),
    ];

    /// <summary>What they are called in the texts.</summary>
    public static IEnumerable<string> Keys => All.Select(d => d.Key);

    public static IEnumerable<YearDay> Of(string sort, Id<Unit> unit, Texts texts) => All.Where(d => d.Sorts.Split(' ').Contains(sort)).Select(d =>
    {
        var day = new YearDay(unit);
        day.Describe(texts[$"Structure.Days.Usual.{d.Key}"], d.Kind, d.Rule, texts[$"Structure.Days.Source.{d.Key}"]);
        return day;
    });
}
