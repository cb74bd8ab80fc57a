using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Structure;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Audit;

public sealed class AuditTests
{
    [Fact]
    public async Task A_change_is_written_down_with_from_and_to()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            db.Actor.Is(Cast.Ombudsman.Id.Value, "web");
            db.Actor.Because("Medlemmarna valde");
            (await db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id)).Paint("#1F6A45").ShouldBeNull();
        });

        var entry = await Last(app, Cast.Alnas.Id.Value);

        (entry.Kind, entry.What, entry.By, entry.Through, entry.Why, entry.At)
            .ShouldBe((AuditKind.Changed, "Unit", Cast.Ombudsman.Id.Value, "web", "Medlemmarna valde", FakeTime.Start));
        Changes(entry).ShouldBe(["Colour: #a3123f → #1f6a45"]);
    }

    [Fact]
    public async Task What_names_a_person_is_said_to_have_changed_but_never_to_what()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Describe("Lena Hemlig", "hemlig@alnas.example", "070-hemligt").ShouldBeNull());

        var entry = await Last(app, Cast.MemberOfAlnas.Id.Value);

        Changes(entry).ShouldBe(["Email: (personal)", "Name: (personal)", "NameFolded: (personal)", "Phone: (personal)"]);
        entry.Changes.ShouldNotContain("emlig");
    }

    [Fact]
    public async Task Nobodys_name_or_address_is_anywhere_in_the_trail()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db => db.Remove(await db.People.SingleAsync(p => p.Id == Cast.Stranger.Id)));

        var trail = await app.Read(db => db.Audit.ToListAsync());

        trail.Count.ShouldBeGreaterThan(20);
        var said = Cast.All.SelectMany(p => p.Name.Split(' ').Append(p.Email).Append("070-174"));
        trail.Where(e => said.Any(word => e.Changes.Contains(word, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_made_and_what_is_removed_is_written_down()
    {
        await using var app = await AppUnderTest.Start();
        var board = new Group(Cast.Alnas.Id, "Styrelsen");
        await app.Write(db => Task.FromResult(db.Add(board)));
        await app.Write(async db => db.Remove(await db.Groups.SingleAsync(g => g.Id == board.Id)));

        var trail = await app.Read(db => db.Audit.Where(e => e.WhatId == board.Id.Value).OrderBy(e => e.Kind).ToListAsync());

        trail.Select(e => e.Kind).ShouldBe([AuditKind.Created, AuditKind.Removed]);
        Changes(trail[0]).ShouldBe(["Name: – → Styrelsen", $"UnitId: – → {Cast.Alnas.Id}"]);
        Changes(trail[1]).ShouldBe(["Name: Styrelsen → –", $"UnitId: {Cast.Alnas.Id} → –"]);
    }

    [Fact]
    public async Task What_could_not_be_saved_leaves_no_trace()
    {
        await using var app = await AppUnderTest.Start();
        var before = await app.Read(db => db.Audit.CountAsync());

        await Should.ThrowAsync<DbUpdateException>(() => app.Write(async db =>
        {
            (await db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id)).Paint("#1f6a45").ShouldBeNull();
            db.Add(new Group(Cast.Alnas.Id, "Styrelsen"));
            db.Add(new Group(Cast.Alnas.Id, "Styrelsen"));
        }));

        (await app.Read(db => db.Audit.CountAsync())).ShouldBe(before);
        (await app.Read(db => db.Units.SingleAsync(u => u.Id == Cast.Alnas.Id))).Colour.ShouldBe("#a3123f");
        (await app.Read(db => db.Groups.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Looking_and_saving_nothing_writes_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var before = await app.Read(db => db.Audit.CountAsync());

        await app.Write(async db => await db.People.ToListAsync());

        (await app.Read(db => db.Audit.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task There_is_no_way_to_save_past_the_trail()
    {
        await using var app = await AppUnderTest.Start();

        await Should.ThrowAsync<NotSupportedException>(() => app.Read(db => Task.FromResult(db.SaveChanges())));
    }

    [Fact]
    public async Task A_long_text_is_cut_and_bytes_are_counted()
    {
        await using var app = await AppUnderTest.Start();
        var setting = new Verksam.Kernel.Hosting.Setting("long", new string('å', 5_000));
        await app.Write(db => Task.FromResult(db.Add(setting)));

        Changes(await Last(app, setting.Id.Value)).ShouldBe(["Name: – → long", $"Value: – → {new string('å', 400)}…"]);
    }

    private static Task<AuditEntry> Last(AppUnderTest app, Guid what) =>
        app.Read(db => db.Audit.Where(e => e.WhatId == what).OrderByDescending(e => e.Id).FirstAsync());

    private static IEnumerable<string> Changes(AuditEntry entry) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!
        .OrderBy(c => c.Key, StringComparer.Ordinal)
        .Select(c => c.Value.Length == 0 ? $"{c.Key}: (personal)" : $"{c.Key}: {c.Value[0] ?? "–"} → {c.Value[1] ?? "–"}");
}
