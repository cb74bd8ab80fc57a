using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Welcome;

/// <summary>
/// Every morning: who is new gets a contact person, who is to call is reminded, and what is late is told of to the board and then to those
/// above. Each is told of each stage once, however often this is run and on how many nodes.
/// </summary>
internal sealed class WelcomeRound(AppDb db, NewOnes newOnes, Nudging nudging, IWaysIn ways, OurTime time) : IJob
{
    public const string JobName = "welcome-round";

    public string Name => JobName;

    public async Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        await newOnes.Settle();
        foreach (var message in await nudging.Due(OurTime.DayOf(dueAt)))
        {
            db.WelcomeNudges.AddRange(message.Told.Select(t => new WelcomeNudge(t.Case, t.Stage, message.To, time.Today, message.Key)));
            if (!await db.Letters.AnyAsync(l => l.Key == message.Key, cancelled))
                db.Letters.Add(await Write(message));
            await SaveUnlessTold(cancelled);
        }
    }

    private async Task<Letter> Write(Nudging.Message message)
    {
        var letter = new Letter(message.Kind, message.To.Value, time.Now, message.Unit?.ToString(), message.Key);
        if (await ways.Of(message.To) is not { } way)
            letter.Skip("no-account");
        else if (way.RemindersPaused)
            letter.Skip("paused");
        return letter;
    }

    private async Task SaveUnlessTold(CancellationToken cancelled)
    {
        try
        {
            await db.SaveChangesAsync(cancelled);
        }
        catch (DbUpdateException taken) when (Database.IsBefore(taken))
        {
            // another node told first
        }
        db.ChangeTracker.Clear();
    }
}
