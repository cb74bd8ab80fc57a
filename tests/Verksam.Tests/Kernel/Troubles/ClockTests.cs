using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Outbox;
using Verksam.Tests.Features.Accounts;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Troubles;

/// <summary>A machine's clock may be put right by a day forward or an hour back: nothing is done twice for that, and nobody is thrown out.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1), Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_night_is_worked_once_whether_the_clock_jumps_forward_or_back()
    {
        await using var app = await AppUnderTest.Start();
        var worker = Worker(app);

        app.Clock.Set(new DateTimeOffset(2026, 3, 12, 3, 0, 0, TimeSpan.Zero)); // 04.00 here
        (await worker.RunDue(CancellationToken.None)).ShouldBe(1);
        app.Clock.Advance(-Hour); // it is before 03.45 once more
        (await worker.RunDue(CancellationToken.None)).ShouldBe(0);
        app.Clock.Advance(Hour);
        (await worker.RunDue(CancellationToken.None)).ShouldBe(0);

        app.Clock.Advance(Day);
        (await worker.RunDue(CancellationToken.None)).ShouldBe(1);
        app.Clock.Advance(-Day); // it was not true
        (await worker.RunDue(CancellationToken.None)).ShouldBe(0);
        app.Clock.Advance(Day);
        (await worker.RunDue(CancellationToken.None)).ShouldBe(0);
        (await app.Read(db => db.Jobs.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_a_dead_node_held_is_taken_over_when_its_lease_has_run_out_and_not_before()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Jobs.Add(new Job(OldPost.JobName, FakeTime.Start))));
        DateTimeOffset? until = FakeTime.Start.AddMinutes(5);
        await app.Read(db => db.Jobs.ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until)));

        (await Worker(app).RunDue(CancellationToken.None)).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        (await Worker(app).RunDue(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_signed_in_stays_so_and_a_link_is_good_for_its_time_and_once()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        foreach (var jump in new[] { Day, -Hour, -Day })
        {
            app.Clock.Advance(jump);
            (await tove.Get("/oversikt")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await (await app.Anybody().Open("/logga-in")).Send("Skicka en länk till mig", form => form["Input.Email"] = Cast.Auditor.Email);
        await app.SendLetters();
        app.Clock.Advance(-Hour);
        var goran = app.Anybody();
        (await (await goran.Open(Letters.Last(app).Link)).Submit("Logga in")).Url.ShouldBe("/oversikt");
        (await Spent(app)).ShouldBeTrue();

        await (await app.Anybody().Open("/logga-in")).Send("Skicka en länk till mig", form => form["Input.Email"] = Cast.Auditor.Email);
        await app.SendLetters();
        app.Clock.Advance(Day);
        (await Spent(app)).ShouldBeTrue();
        (await goran.Get("/oversikt")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_kept_in_memory_before_the_clock_was_set_back_is_looked_up_anew()
    {
        await using var app = await AppUnderTest.Start();
        var shelf = app.Services.GetRequiredService<Shelf>();
        shelf.Put(7, "key", "kept");
        shelf.TryTake(7, "key", out _).ShouldBeTrue();

        app.Clock.Advance(-Hour);

        shelf.TryTake(7, "key", out _).ShouldBeFalse();
    }

    private static async Task<bool> Spent(AppUnderTest app) =>
        (await (await app.Anybody().Open(Letters.Last(app).Link)).Submit("Logga in")).Text.Contains("gäller inte längre", StringComparison.Ordinal);

    private static JobWorker Worker(AppUnderTest app) => new(
        app.Services.GetRequiredService<IServiceScopeFactory>(), [new Recurring(OldPost.JobName, new TimeOnly(3, 45))], new JobBell(), app.Clock, NullLogger<JobWorker>.Instance);
}
