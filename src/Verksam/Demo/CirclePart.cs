using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Series;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>A study circle that comes again: the evenings of spring are told of, those of autumn are to come, and one of them is on another day.</summary>
internal static class CirclePart
{
    private static readonly DateOnly Autumn = new(2026, 9, 1), Holidays = new(2026, 10, 27);

    private static readonly (int Attended, string? Report)[] Spring =
    [
        (9, "Vi presenterade oss och delade upp boken. Alla vill fortsätta."), (11, null), (10, "Bra samtal om allemansrätten. Nästa gång ringer vi en skogsägare."),
        (12, null), (8, "Halt på vägarna, så några stannade hemma."), (11, null), (13, "Sista gången före sommaren. Vi börjar om den 1 september, med en ny bok."),
    ];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(new(2026, 1, 12), 14, story.Who(Characters.Organiser).Id);
        var held = Make(story, new(2026, 1, 27), new(2026, 4, 21), "Studiecirkel: Vem äger skogen?");
        await story.Db.SaveChangesAsync(cancelled);
        foreach (var (evening, (attended, report)) in held.Zip(Spring))
        {
            story.On(OurTime.DayOf(evening.Starts).AddDays(1), 9, story.Who(Characters.Organiser).Id);
            evening.Tell(report, attended, story.Clock.GetUtcNow());
            await story.Db.SaveChangesAsync(cancelled);
        }
        story.On(new(2026, 5, 20), 14, story.Who(Characters.Organiser).Id);
        var coming = Make(story, Autumn, new(2026, 11, 24), "Studiecirkel: Vem äger vinden?");
        var promised = (await GatheringsPart.Promised(story, cancelled)).First(p => p.Words.Contains("föreläsare utifrån", StringComparison.OrdinalIgnoreCase)).Id;
        story.Db.AddRange(held.Concat(coming).Select(g => new GatheringTie(g.Id, promised)));
        await story.Db.SaveChangesAsync(cancelled);
        story.On(new(2026, 6, 2), 14, story.Who(Characters.Organiser).Id);
        var moved = coming.Single(g => g.SeriesDay == Holidays);
        GatheringForm.Of(moved, []).On(Holidays.AddDays(7)).Fill(moved, story.Clock.GetUtcNow(), out _);
        await story.Db.SaveChangesAsync(cancelled);
    }

    private static List<Gathering> Make(DemoStory story, DateOnly first, DateOnly last, string title)
    {
        var (form, now) = (Form(story, first, last, title), story.Clock.GetUtcNow());
        form.Days(out var days);
        var series = new GatheringSeries(form.Unit, form.Again!.Value, first);
        var made = days.Select(day =>
        {
            var gathering = new Gathering(form.Unit, form.Kind, story.Who(Characters.Organiser).Id, now);
            gathering.IsOneOf(series, day);
            form.On(day).Fill(gathering, now, out _);
            gathering.Publish(now);
            return gathering;
        }).ToList();
        story.Db.Add(series);
        story.Db.AddRange(made);
        return made;
    }

    private static GatheringForm Form(DemoStory story, DateOnly first, DateOnly last, string title) => new()
    {
        Unit = story.Unit("Storälven").Id,
        Title = title,
        Kind = "discussion",
        Lead = "Varannan tisdag, med studieförbundet Bildningsringen. Kom när du kan.",
        Day = first,
        From = new TimeOnly(18, 30),
        To = new TimeOnly(20, 30),
        Again = Pace.EverySecondWeek,
        Until = last,
        Spot = "Folkets hus i Storälven, lilla salen",
        Audience = Audience.Everybody,
        Contact = story.Who(Characters.GroupLeader).Id,
    };
}
