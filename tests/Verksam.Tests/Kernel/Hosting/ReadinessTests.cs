using System.Net;
using Shouldly;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

/// <summary>What a watching program is told, and when.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task A_house_before_its_first_night_is_ready()
    {
        await using var app = await AppUnderTest.StartEmpty();

        await Says(app, "ok");
    }

    [Fact]
    public async Task A_letter_that_has_waited_more_than_an_hour_is_told_of()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Letters.Add(new Letter("sign-in", Guid.CreateVersion7(), app.Clock.GetUtcNow()))));
        app.Clock.Advance(TimeSpan.FromMinutes(60));
        await Says(app, "ok");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Says(app, "outbox");

        await app.Write(db => Task.FromResult(db.Settings.Add(new Setting("ready-letter-minutes", "90"))));
        await Says(app, "ok");
    }

    [Fact]
    public async Task A_job_that_nobody_runs_and_a_night_without_a_backup_are_told_of()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Jobs.Add(new Job(NightlyBackup.JobName, app.Clock.GetUtcNow()))));
        app.Clock.Advance(TimeSpan.FromHours(2));
        await Says(app, "jobs");

        app.Clock.Advance(TimeSpan.FromHours(35));
        await Says(app, "jobs backup");
    }

    [Fact]
    public async Task A_backup_that_has_grown_old_is_told_of()
    {
        await using var app = await AppUnderTest.Start();
        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));
        app.Clock.Advance(TimeSpan.FromHours(36));
        await Says(app, "ok");

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Says(app, "backup");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_of_without_its_name()
    {
        await using var app = await AppUnderTest.Start();
        await app.Read(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, """DROP TABLE "Letters" """));

        await Says(app, "database");
    }

    private static async Task Says(AppUnderTest app, string words)
    {
        var answer = await app.Anybody().Get("/healthz/ready");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(words);
        answer.StatusCode.ShouldBe(words == "ok" ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
    }
}
