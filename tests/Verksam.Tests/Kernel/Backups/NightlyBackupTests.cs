using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Backups.Format;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Backups;

public sealed class NightlyBackupTests
{
    [Fact]
    public async Task Every_night_there_is_one_that_has_been_tried()
    {
        await using var app = await AppUnderTest.Start();
        var worker = app.Services.GetRequiredService<JobWorker>();
        app.Clock.Advance(TimeSpan.FromDays(1));
        await worker.RunDue(CancellationToken.None);

        var file = Files(app).ShouldHaveSingleItem();
        Path.GetFileName(file).ShouldBe("verksam-20260311-083000.zip");
        (await Condition(app)).Backups.ShouldBe(new BackupOutcome(app.Clock.GetUtcNow(), app.Clock.GetUtcNow(), null));
        await using var copy = await Copy.OfThisKind();
        await copy.Restore(file);
        (await copy.Bench.Db.People.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(await app.Read(db => db.People.CountAsync()));
        Directory.EnumerateFileSystemEntries(Path.Combine(Folder(app), "restore-test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_one_is_found_written_down_and_told_of()
    {
        await using var app = await AppUnderTest.Start();
        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));
        var file = Files(app).Single();
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<BadBackup>(() => app.Work<NightlyBackup>(job => job.Check(file, CancellationToken.None)));

        (await Condition(app)).Faults.ShouldBe([Fault.RestoreTest]);
        (await Condition(app)).Backups.Trouble.ShouldBe("Ui.Backup.Damaged");
        (await app.Anybody().Get("/healthz/ready")).StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Old_ones_are_thinned_out_and_other_files_left()
    {
        await using var app = await AppUnderTest.Start();
        var shelf = app.Services.GetRequiredService<BackupShelf>();
        foreach (var days in Enumerable.Range(1, 60))
            await File.WriteAllTextAsync(shelf.FileFor(app.Clock.GetUtcNow().AddDays(-days)), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(shelf.Folder, "mine.zip"), "", TestContext.Current.CancellationToken);

        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));

        Files(app).Count.ShouldBeInRange(11, 14);
        File.Exists(Path.Combine(shelf.Folder, "mine.zip")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_killed_try_left_is_gone_after_a_day_and_what_may_be_at_work_is_let_be()
    {
        await using var app = await AppUnderTest.Start();
        var shelf = app.Services.GetRequiredService<BackupShelf>();
        var tries = Path.Combine(Folder(app), "restore-test");
        var now = app.Clock.GetUtcNow().UtcDateTime;
        foreach (var (name, age) in new[] { ("old", 25), ("new", 1) })
        {
            var part = shelf.FileFor(app.Clock.GetUtcNow().AddHours(-age)) + ".part";
            await File.WriteAllTextAsync(part, "", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(part, now.AddHours(-age));
            var folder = Directory.CreateDirectory(Path.Combine(tries, name)).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "verksam.db"), "", TestContext.Current.CancellationToken);
            Directory.SetLastWriteTimeUtc(folder, now.AddHours(-age));
        }

        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));

        Directory.EnumerateDirectories(tries).Select(Path.GetFileName).ShouldBe(["new"]);
        Directory.EnumerateFiles(shelf.Folder, "*.part").Count().ShouldBe(1);
    }

    [Fact]
    public async Task With_a_passphrase_it_is_locked_and_still_tried()
    {
        await using var app = await AppUnderTest.Start("--VERKSAM_BACKUP_PASSPHRASE=hundra ekar");
        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));

        Files(app).Single().ShouldEndWith(".sealed");
        (await Condition(app)).Faults.ShouldBeEmpty();
    }

    private static string Folder(AppUnderTest app) => app.Services.GetRequiredService<Installation>().DataFolder;

    private static List<string> Files(AppUnderTest app) => [.. Directory.EnumerateFiles(Path.Combine(Folder(app), "backups"), "verksam-*")];

    private static async Task<Condition> Condition(AppUnderTest app)
    {
        Condition? read = null;
        await app.Work<Readiness>(async readiness => read = await readiness.Now(CancellationToken.None));
        return read!;
    }
}
