using Verksam.Features.People.Activity;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Measures.Register;

namespace Verksam.Demo;

/// <summary>A year and a half of figures: what was counted each month, and what the organiser has kept by hand.</summary>
internal static class MeasuresPart
{
    // op-eds printed each month, and readers of each newsletter as told in the yearly sample
    private static readonly int[] Letters2025 = [2, 3, 4, 3, 3, 2, 1, 3, 4, 4, 3, 2];
    private static readonly int[] Letters2026 = [3, 4, 5, 5, 4, 2];
    private static readonly int[] Readers2025 = [171, 174, 180, 178, 183, 187, 184, 190, 196, 199, 203, 201];
    private static readonly int[] Readers2026 = [204, 206, 211, 209, 212];

    public static async Task Tell(DemoStory story, CancellationToken cancelled)
    {
        var letters = new Series(story.District.Id, story.Texts["Ui.Demo.Letters"], adds: true);
        var readers = new Series(story.District.Id, story.Texts["Ui.Demo.Readers"], adds: false);
        story.On(new DateOnly(2025, 1, 10), 9, story.Who(Characters.Organiser).Id);
        story.Db.AddRange(letters, readers);
        Write(story, letters, 2025, Letters2025);
        Write(story, readers, 2025, Readers2025);
        Write(story, letters, 2026, Letters2026);
        Write(story, readers, 2026, Readers2026);
        await story.Db.SaveChangesAsync(cancelled);
        var nightly = new NightlyPoints(story.Db, [new PeopleMeasure(story.Db), new DoneMeasure(story.Db), .. OfTheRegister(story)]);
        for (var month = new DateOnly(2025, 1, 1); month < DemoStory.Today; month = month.AddMonths(1))
            await nightly.Keep(month.AddMonths(1).AddDays(-1) is var last && last < DemoStory.Today ? last : DemoStory.Today.AddDays(-1), cancelled);
    }

    private static IEnumerable<IMeasure> OfTheRegister(DemoStory story) =>
    [
        new NewMembersMeasure(story.Db, story.Texts),
        new ActiveMembersMeasure(story.Db, new ActivePeople(story.Db, [new DutySign(story.Db), new SeatSign(story.Db), new ReportSign(story.Db)]), story.Texts),
        new WorkingEmailMeasure(story.Db, story.Texts),
        new ElectedMeasure(story.Db, story.Texts),
        new ContactedMeasure(story.Db, story.Texts),
        new InvitedMeasure(story.Db, story.Texts),
    ];

    private static void Write(DemoStory story, Series series, int year, int[] months)
    {
        var organiser = story.Who(Characters.Organiser).Id;
        story.Db.SeriesPoints.AddRange(months.Select((value, month) => new SeriesPoint(series.Id, Day(year, month + 1), value, organiser)));
    }

    // the figure of the month that runs is from the first days of it
    private static DateOnly Day(int year, int month) =>
        new DateOnly(year, month, 28) is var late && late < DemoStory.Today ? late : DemoStory.Today.AddDays(-4);
}
