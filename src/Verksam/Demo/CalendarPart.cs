using Verksam.Features.Gatherings.Calendars;

namespace Verksam.Demo;

/// <summary>The school year of an invented municipality behind the gatherings, and the organiser's own calendar in a telephone.</summary>
internal static class CalendarPart
{
    private const string Source = "Påhittad läsårsplan, Norrlids kommun";

    private static readonly (string Name, BackgroundKind Kind, DateOnly From, DateOnly To)[] Days =
    [
        ("Jullov", BackgroundKind.SchoolHoliday, new(2025, 12, 22), new(2026, 1, 9)),
        ("Sportlov", BackgroundKind.SchoolHoliday, new(2026, 3, 2), new(2026, 3, 6)),
        ("Påsklov", BackgroundKind.SchoolHoliday, new(2026, 4, 7), new(2026, 4, 10)),
        ("Skolavslutning", BackgroundKind.Other, new(2026, 6, 11), new(2026, 6, 11)),
        ("Sommarlov", BackgroundKind.SchoolHoliday, new(2026, 6, 12), new(2026, 8, 18)),
        ("Förtidsröstning", BackgroundKind.Election, new(2026, 8, 26), new(2026, 9, 12)),
        ("Höstlov", BackgroundKind.SchoolHoliday, new(2026, 10, 26), new(2026, 10, 30)),
        ("Jullov", BackgroundKind.SchoolHoliday, new(2026, 12, 21), new(2027, 1, 8)),
    ];

    public static Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(new(2026, 1, 14), 10, story.Who(Characters.Administrator).Id);
        foreach (var (name, kind, from, to) in Days)
        {
            var day = new BackgroundDay();
            day.Describe(name, kind, from, to, Source);
            story.Db.Add(day);
        }
        story.On(new(2026, 2, 3), 9, story.Who(Characters.Organiser).Id);
        var own = new CalendarAddress(story.Who(Characters.Organiser).Id);
        own.Holds(CalendarChoice.All);
        own.Renew(story.Clock.GetUtcNow()); // nobody has been shown it: "Byt adress" gives one
        story.Db.Add(own);
        return story.Db.SaveChangesAsync(cancelled);
    }
}
