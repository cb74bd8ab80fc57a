using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Welcome;
using Verksam.Features.Planning.Reminding;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

internal static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services, Installation installation) =>
        installation.IsDemo ? services.AddSingleton<IAtStart, DemoStart>() : services;
}

/// <summary>Fills an empty database with the demo, once, and sets the clock: it begins on the first morning and runs on.</summary>
internal sealed class DemoStart(TimeProvider clock, IConfiguration configuration) : IAtStart
{
    /// <summary>The setting that says when, by the real clock, this demo began. A database without it is not a demo.</summary>
    public const string Began = "demo-began";

    public async Task Run(IServiceProvider services, CancellationToken cancelled)
    {
        var db = services.GetRequiredService<AppDb>();
        var known = await db.Settings.Where(s => s.Name == Began).Select(s => s.Value).SingleOrDefaultAsync(cancelled);
        var began = known is null ? await Begin(db, services.GetRequiredService<Texts>(), cancelled) : At(known);
        if (known is null && clock is DemoClock demo)
            await LastMornings(services, demo, began, cancelled);
        (clock as DemoClock)?.Set(DemoStory.FirstMorning, began);
    }

    private async Task<DateTimeOffset> Begin(AppDb db, Texts texts, CancellationToken cancelled)
    {
        // in a demo anybody may be anybody: never let that loose on real people
        if (await db.Units.AnyAsync(cancelled) || await db.People.AnyAsync(cancelled))
            throw new CannotStart("Ui.DemoRefused");
        var now = TimeProvider.System.GetUtcNow();
        db.Settings.Add(new Setting(Began, now.ToString("O", CultureInfo.InvariantCulture))); // saved with the story, or not at all
        await Telling.Tell(db, texts, configuration.GetValue<int>(CrowdPart.Setting), cancelled);
        return now;
    }

    // what the house does by itself is told by letting it: the clock stands at each of those mornings for a moment
    private static async Task LastMornings(IServiceProvider services, DemoClock clock, DateTimeOffset began, CancellationToken cancelled)
    {
        clock.Set(DemoStory.LastReminders, began);
        await services.GetRequiredService<Reminders>().Run(DemoStory.LastReminders, cancelled);
        for (var morning = DemoStory.LastReminders; morning < DemoStory.FirstMorning; morning = morning.AddDays(1))
        {
            clock.Set(morning, began);
            await services.GetRequiredService<WelcomeRound>().Run(morning, cancelled);
            await services.GetRequiredService<OutboxWorker>().SendDue(cancelled);
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
