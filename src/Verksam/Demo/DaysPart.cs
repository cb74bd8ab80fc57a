using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;

namespace Verksam.Demo;

/// <summary>The days that come back, and what was said of them for this year. Those of next year wait.</summary>
internal static class DaysPart
{
    private static readonly DateOnly Planned = new(2026, 1, 12);

    // which of the usual days, and when it is kept this year; null: not this year
    private static readonly (string Key, DateOnly? Day)[] Answers =
    [
        ("AnnualMeeting", new(2026, 3, 14)),
        ("AnnualReport", new(2026, 2, 20)),
        ("WomensDay", new(2026, 3, 8)),
        ("MayDay", new(2026, 5, 1)),
        ("NationalDay", null),
        ("Pride", new(2026, 8, 29)),
        ("Nominations", new(2026, 1, 18)),
        ("PartyName", new(2026, 2, 27)),
        ("Ballots", new(2026, 4, 10)),
        ("TakePart", new(2026, 8, 14)),
        ("ElectionDay", new(2026, 9, 13)),
    ];

    public static Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(Planned, 19, story.Who(Characters.Organiser).Id);
        var usual = UsualDays.Of("party", story.District.Id, story.Texts).ToList();
        var granviken = Founded(story.Unit("Granviken"), "Föreningen i Granviken bildades", new(1976, 4, 19));
        var holmforsen = Founded(story.Unit("Holmforsen"), "Föreningen i Holmforsen bildades", new(1927, 2, 6));
        story.Db.AddRange([.. usual, granviken, holmforsen]);
        story.Db.AddRange(Answers.Select(a => new DayAnswer(usual.Single(d => d.Name == story.Texts[$"Structure.Days.Usual.{a.Key}"]).Id, 2026, a.Day)));
        story.Db.Add(new DayAnswer(granviken.Id, 2026, new(2026, 4, 19)));
        return story.Db.SaveChangesAsync(cancelled);
    }

    private static YearDay Founded(Unit unit, string name, DateOnly on)
    {
        var day = new YearDay(unit.Id);
        day.Describe(name, YearDayKind.Anniversary, new DayRule { Month = on.Month, Day = on.Day, FirstYear = on.Year }, "Föreningens första protokoll.");
        return day;
    }
}
