using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Keeping;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Keeping;

public sealed class KeptTests
{
    [Fact]
    public async Task What_is_kept_is_worked_out_once()
    {
        await using var app = await AppUnderTest.Start();

        (await Name(app)).ShouldBe(("Storå", true));
        (await Name(app)).ShouldBe(("Storå", false));
    }

    [Fact]
    public async Task A_save_anywhere_makes_it_be_worked_out_anew()
    {
        await using var app = await AppUnderTest.Start();
        await using var other = await app.AnotherNode();
        await Name(app);
        await Name(other);

        await Rename(app, "Storsjö");

        (await Name(app)).ShouldBe(("Storsjö", true));
        (await Name(other)).ShouldBe(("Storsjö", true));
    }

    [Fact]
    public async Task The_context_that_saved_sees_its_own_save()
    {
        await using var app = await AppUnderTest.Start();
        await using var scope = app.Services.CreateAsyncScope();
        await Name(scope.ServiceProvider);

        await Rename(scope.ServiceProvider.GetRequiredService<AppDb>(), "Storsjö");

        (await Name(scope.ServiceProvider)).ShouldBe(("Storsjö", true));
    }

    [Fact]
    public async Task What_is_saved_in_an_unfinished_act_is_kept_for_nobody()
    {
        await using var app = await AppUnderTest.Start();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await using var act = await db.Database.BeginTransactionAsync();
            await Rename(db, "Storsjö");
            (await Name(scope.ServiceProvider)).ShouldBe(("Storsjö", true));
            await act.RollbackAsync();
        }

        (await Name(app)).ShouldBe(("Storå", true));
        (await Name(app)).ShouldBe(("Storå", false));
    }

    [Fact]
    public async Task An_act_of_many_saves_is_seen_when_it_is_done()
    {
        await using var app = await AppUnderTest.Start();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var act = await db.Database.BeginTransactionAsync();
        await Rename(db, "Sjön");
        await Rename(db, "Storsjö");
        await act.CommitAsync();

        (await Name(app)).ShouldBe(("Storsjö", true));
        (await app.Read(other => other.Stamps.SingleAsync())).Number.ShouldBe(await Stamp(app));
    }

    [Fact]
    public async Task That_somebody_read_something_makes_nothing_old()
    {
        await using var app = await AppUnderTest.Start();
        await Name(app);

        await app.Write(db =>
        {
            db.NoteReading(Cast.MemberOfAlnas.Id);
            return Task.CompletedTask;
        });

        (await Name(app)).ShouldBe(("Storå", false));
    }

    [Fact]
    public async Task What_was_changed_by_hand_in_the_database_is_seen_after_a_minute()
    {
        await using var app = await AppUnderTest.Start();
        await Name(app);
        await app.Read(db => db.Database.ExecuteSqlAsync($"""UPDATE "Units" SET "Name" = 'Storsjö' WHERE "Slug" = 'stora'"""));
        (await Name(app)).ShouldBe(("Storå", false));

        app.Clock.Advance(TimeSpan.FromSeconds(61));

        (await Name(app)).ShouldBe(("Storsjö", true));
    }

    [Fact]
    public async Task A_slow_request_keeps_nothing_for_those_who_came_after_a_save()
    {
        await using var app = await AppUnderTest.Start();
        await using var slow = app.Services.CreateAsyncScope();
        await slow.ServiceProvider.GetRequiredService<Kept>().Get("another", () => Task.FromResult(0));
        await Rename(app, "Storsjö");
        await Name(app);

        (await Name(slow.ServiceProvider)).ShouldBe(("Storsjö", true));
        (await Name(app)).ShouldBe(("Storsjö", false));
    }

    [Fact]
    public async Task Memory_is_bounded()
    {
        await using var app = await AppUnderTest.Start();
        await Name(app);
        await using var scope = app.Services.CreateAsyncScope();
        var kept = scope.ServiceProvider.GetRequiredService<Kept>();

        for (var i = 0; i < 6; i++)
            await kept.Get(i, () => Task.FromResult(new string('å', 1_000_000)));

        (await Name(app)).ShouldBe(("Storå", true));
    }

    /// <summary>Storå's name, and whether the database was asked for it.</summary>
    private static async Task<(string Name, bool Asked)> Name(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await Name(scope.ServiceProvider);
    }

    private static async Task<(string Name, bool Asked)> Name(IServiceProvider services)
    {
        var asked = false;
        var name = await services.GetRequiredService<Kept>().Get("storå", async () =>
        {
            asked = true;
            return (await services.GetRequiredService<AppDb>().Units.AsNoTracking().SingleAsync(u => u.Id == Cast.Stora.Id)).Name;
        });
        return (name, asked);
    }

    private static Task Rename(AppUnderTest app, string name) => app.Read(async db =>
    {
        await Rename(db, name);
        return 0;
    });

    private static async Task Rename(AppDb db, string name)
    {
        var unit = await db.Units.SingleAsync(u => u.Id == Cast.Stora.Id);
        unit.Describe(name, unit.Kind, null, null, null).ShouldBeNull();
        await db.SaveChangesAsync();
    }

    private static Task<long> Stamp(AppUnderTest app) => app.Read(async db => await app.Services.GetRequiredService<StampReader>().Read(db));
}
