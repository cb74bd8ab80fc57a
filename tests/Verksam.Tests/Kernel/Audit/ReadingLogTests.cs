using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Features.People;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Audit;

/// <summary>No reading without its row, however many read at once.</summary>
public sealed class ReadingLogTests
{
    private static string Page => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task Many_who_read_at_once_are_each_written_down()
    {
        await using var app = await AppUnderTest.Start();
        var log = app.Services.GetRequiredService<ReadingLog>();
        var reads = Enumerable.Range(0, 60).Select(_ => (Who: Id<Person>.New(), What: Id<Person>.New())).ToList();

        await Task.WhenAll(reads.Select(r => Task.Run(async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.Actor.Is(r.Who.Value, "web");
            await log.Write(db, r.What);
            // durable as soon as it returns
            (await app.Read(other => other.Audit.AnyAsync(e => e.WhatId == r.What.Value))).ShouldBeTrue();
        })));

        var rows = await app.Read(db => db.Audit.Where(e => e.Through == "web" && e.Kind == AuditKind.Read).ToListAsync());
        rows.Select(e => (new Id<Person>(e.By!.Value), new Id<Person>(e.WhatId))).ShouldBe(reads, ignoreOrder: true);
        rows.ShouldAllBe(e => e.At == FakeTime.Start && e.What == nameof(Person) && e.Changes == "{}" && e.About == null);
    }

    [Fact]
    public async Task A_page_is_written_down_each_time_it_is_opened_also_when_it_is_kept()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        for (var i = 0; i < 3; i++)
            (await tove.Open(Page)).Heading.ShouldBe(Cast.MemberOfAlnas.Name);

        (await Looks(app)).ShouldBe(3);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_shown_and_the_next_is()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await tove.Open(Page);
        await app.Read(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Audit" RENAME TO "Away" """));

        await Should.ThrowAsync<InvalidOperationException>(() => tove.Get(Page)); // an answer that is a mistake of ours

        await app.Read(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "Audit" """));
        (await tove.Open(Page)).Heading.ShouldBe(Cast.MemberOfAlnas.Name);
        (await Looks(app)).ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_is_kept_can_be_written_on()
    {
        await using var app = await AppUnderTest.Start();
        await (await app.As(Cast.Ombudsman)).Open(Page);

        // another session of the same person, whose forms have a token of their own
        var saved = await (await (await app.Anew(Cast.Ombudsman)).Open(Page)).Submit("Spara anteckningen", form => form["Text"] = "Ring på kvällen.");

        saved.Text.ShouldContain("Ring på kvällen.");
    }

    private static Task<int> Looks(AppUnderTest app) => app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.WhatId == Cast.MemberOfAlnas.Id.Value));
}
