using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Backups;

/// <summary>There and back. Run on PostgreSQL this is also the move between the two databases, both ways.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task Every_row_comes_over_to_sqlite_and_from_sqlite_to_this_database()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        await using var embedded = Copy.Embedded();
        await embedded.Restore(await embedded.BackUp(app));
        var (there, here) = (await Contents.Of(embedded.Bench.Db), await app.Read(db => Contents.Of(db)));
        there.ShouldBe(here);
        there.Count.ShouldBeGreaterThan(100);

        await Contents.Fill(embedded.Bench.Db);
        await using var back = await Copy.OfThisKind();
        await embedded.Write();
        await back.Restore(embedded.File);

        var expected = await Contents.Of(embedded.Bench.Db, like: back.Bench.Db);
        (await Contents.Of(back.Bench.Db)).ShouldBe(expected);
        expected.Select(l => l.Split(' ')[0]).Distinct().Count().ShouldBe(Verksam.Kernel.Backups.Format.Shape.Of(back.Bench.Db).Tables.Count - 1);
    }

    [Fact]
    public async Task What_is_restored_can_be_served_and_written_to()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = await Copy.OfThisKind();
        await copy.Restore(await copy.BackUp(app));

        copy.Bench.Db.Settings.Add(new Setting("written-after", "yes"));
        await copy.Bench.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<DbUpdateException>(async () =>
        {
            copy.Bench.Db.UserClaims.Add(new() { Id = 4, UserId = Guid.Empty, ClaimType = "a", ClaimValue = "b" });
            await copy.Bench.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }); // foreign keys hold as before
    }

    [Fact]
    public async Task A_database_with_something_in_it_is_left_alone()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = await Copy.OfThisKind();
        var file = await copy.BackUp(app);
        await copy.Restore(file);
        var before = await Contents.Of(copy.Bench.Db);

        (await copy.Refused(file)).ShouldBe("Ui.Backup.NotEmpty");

        (await Contents.Of(copy.Bench.Db)).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_replaced_is_put_aside_and_can_be_put_back()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = await Copy.OfThisKind();
        var file = await copy.BackUp(app);
        await copy.Restore(file);
        copy.Bench.Db.Settings.Add(new Setting("only-here", "yes"));
        await copy.Bench.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var old = await Contents.Of(copy.Bench.Db);

        var aside = (await copy.Restore(file, replace: true)).ShouldNotBeNull();
        (await Contents.Of(copy.Bench.Db)).ShouldBe(await app.Read(db => Contents.Of(db)));

        await copy.Restore(aside, replace: true);
        (await Contents.Of(copy.Bench.Db)).ShouldBe(old);
    }

    [Fact]
    public async Task Running_nodes_forget_what_they_kept()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = await Copy.OfThisKind();
        var file = await copy.BackUp(app);
        await copy.Restore(file);
        for (var times = 0; times < 3; times++)
        {
            copy.Bench.Db.Settings.Add(new Setting($"moves-{times}", "yes"));
            await copy.Bench.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var seen = await Stamp(copy.Bench.Db);

        await copy.Restore(file, replace: true);

        (await Stamp(copy.Bench.Db)).ShouldBeGreaterThan(seen);
    }

    [Fact]
    public async Task When_it_does_not_succeed_nothing_has_happened()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = Copy.Embedded();
        var file = await copy.BackUp(app);
        await Database.Prepare(copy.Bench.Db, copy.Bench.Installation, new FakeTime());
        await copy.Bench.Db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await copy.Bench.Db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count=120", TestContext.Current.CancellationToken); // a disk that fills up

        (await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => copy.Restore(file))).SqliteErrorCode.ShouldBe(13);

        (await Contents.Of(copy.Bench.Db)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writers_are_not_kept_out_and_what_they_write_meanwhile_is_not_in_the_copy()
    {
        await using var app = await AppUnderTest.Start();
        await app.Read(async db =>
        {
            await using var rows = await Rows.AtOneMoment(db, CancellationToken.None);
            await app.Write(other => Task.FromResult(other.Settings.Add(new Setting("meanwhile", "yes"))));
            var settings = Verksam.Kernel.Backups.Format.Shape.Of(db).Tables.Single(t => t.Name == "Settings");
            var found = await rows.Of(settings, CancellationToken.None).ToListAsync();
            found.SelectMany(r => r).ShouldNotContain("meanwhile");
            return 0;
        });
    }

    private static async Task<long> Stamp(AppDb db) => (await db.Stamps.AsNoTracking().SingleAsync()).Number;
}
