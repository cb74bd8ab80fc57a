using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Keeping;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>A register on its way in, as the ombudsman brings it.</summary>
public sealed class ImportPageTests
{
    private const string Three = """
        Namn;E-post;Mobil;Förening;Kat;Betald t.o.m.;PNR
        Britta Nyman;britta@example.org;070-174 06 31;Alnäs;Medlem;2026-12-31;19880412-9818
        Lena Lund;lena@alnas.example;070-174 06 32;Alnäs;Medlem;2026-12-31;
        Ahmed Nilsson;ahmed@stora.example;;Alnäs;Medlem;;

        """;

    [Fact]
    public async Task Nothing_is_changed_before_somebody_has_said_yes_and_then_all_of_it_is()
    {
        await using var app = await AppUnderTest.Start();
        var (tove, before) = (await app.As(Cast.Ombudsman), await Imported.Everybody(app));

        var preview = await Imported.Preview(app, tove, Three);

        Imported.Counts(preview).ShouldBe("Nya 1, Ändrade 2");
        preview.Text.ShouldContain("Britta Nyman");
        preview.Text.ShouldNotContain("9818");
        (await Imported.Everybody(app)).ShouldBe(before);

        var applied = await Imported.Apply(app, tove, preview);

        applied.Text.ShouldContain("Klart");
        var britta = await app.Read(db => db.People.SingleAsync(p => p.Name == "Britta Nyman"));
        (britta.Email, britta.Phone, britta.BirthDate, britta.UnitId).ShouldBe(("britta@example.org", "070-174 06 31", new DateOnly(1988, 4, 12), Cast.Alnas.Id));
        (await app.Read(db => db.Relations.SingleAsync(r => r.PersonId == britta.Id))).Kind.ShouldBe(RelationKind.Member);
        (await app.Read(db => db.PaidPeriods.SingleAsync(p => p.PersonId == Cast.MemberOfAlnas.Id))).To.ShouldBe(new DateOnly(2026, 12, 31));
        (await app.Read(db => db.People.SingleAsync(p => p.Id == Cast.MemberOfStora.Id))).UnitId.ShouldBe(Cast.Alnas.Id);
        (await app.Read(db => db.Relations.CountAsync(r => r.PersonId == Cast.MemberOfStora.Id))).ShouldBe(2); // where he was is history
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0); // used, and gone
    }

    [Fact]
    public async Task What_an_import_did_is_in_the_trail_by_whoever_said_yes_and_moves_the_stamp()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var preview = await Imported.Preview(app, tove, Three);
        var stamp = await app.Read(db => db.Set<Stamp>().Select(s => s.Number).SingleAsync());

        await Imported.Apply(app, tove, preview);

        var britta = await app.Read(db => db.People.SingleAsync(p => p.Name == "Britta Nyman"));
        var made = await app.Read(db => db.Audit.Where(a => (a.WhatId == britta.Id.Value || a.About == britta.Id.Value) && a.Kind == AuditKind.Created).ToListAsync());
        made.Select(a => a.What).Order(StringComparer.Ordinal).ShouldBe(["PaidPeriod", "Person", "Relation", "Way", "Way"]);
        made.ShouldAllBe(a => a.Through == "import" && a.By == Cast.Ombudsman.Id.Value);
        made.ShouldAllBe(a => !a.Changes.Contains("Britta", StringComparison.Ordinal) && !a.Changes.Contains("example.org", StringComparison.Ordinal));
        (await app.Read(db => db.Set<Stamp>().Select(s => s.Number).SingleAsync())).ShouldBeGreaterThan(stamp);
    }

    [Fact]
    public async Task A_whole_import_is_undone_and_everybody_is_what_they_were()
    {
        await using var app = await AppUnderTest.Start();
        var (tove, before) = (await app.As(Cast.Ombudsman), await Imported.Everybody(app));
        var applied = await Imported.Apply(app, tove, await Imported.Preview(app, tove, Three));

        var undone = await Imported.Undo(app, tove, applied);

        undone.Text.ShouldContain("Ångrat");
        (await Imported.Everybody(app)).ShouldBe(before);
        (await app.Read(db => db.Audit.CountAsync(a => a.Kind == AuditKind.Removed && a.What == "Person"))).ShouldBe(1);
        var again = await Imported.Preview(app, tove, Three);
        Imported.Counts(again).ShouldBe("Nya 1, Ändrade 2");
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await Imported.Apply(app, tove, await Imported.Preview(app, tove, Three));

        Imported.Counts(await Imported.Preview(app, tove, Three)).ShouldBe("Oförändrade 3");
    }

    [Fact]
    public async Task What_is_newer_stands_in_the_way_and_is_told_person_by_person()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var applied = await Imported.Apply(app, tove, await Imported.Preview(app, tove, Three));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await (await tove.Open($"/manniskor/{Cast.MemberOfAlnas.Id}/avgift")).Submit("Skriv in betalningen", form => form["Input.PaidOn"] = "2026-03-01");
        var now = await Imported.Everybody(app);

        var page = await applied.Follow("Ångra importen");

        page.Text.ShouldContain("Lena Lund");
        page.Text.ShouldNotContain("Britta Nyman");
        page.Html.QuerySelectorAll("main form button").Select(b => b.TextContent).ShouldBe(["Ångra för de andra två"]);
        (await Imported.Everybody(app)).ShouldBe(now);
    }

    [Fact]
    public async Task The_others_are_undone_when_something_newer_stands_on_one()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var before = await app.Read(db => db.People.CountAsync());
        var applied = await Imported.Apply(app, tove, await Imported.Preview(app, tove, Three));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await (await tove.Open($"/manniskor/{Cast.MemberOfAlnas.Id}/avgift")).Submit("Skriv in betalningen", form => form["Input.PaidOn"] = "2026-03-01");
        var lena = (await Imported.Everybody(app)).Split('\n').Single(l => l.Contains("Lena Lund", StringComparison.Ordinal));

        var page = await (await applied.Follow("Ångra importen")).Submit("Ångra för de andra två");
        await Imported.Work(app);

        (await tove.Open(page.Url)).Text.ShouldContain("En är kvar som importen gjorde den");
        var now = (await Imported.Everybody(app)).Split('\n');
        now.ShouldContain(lena);
        now.Length.ShouldBe(before);
    }

    [Fact]
    public async Task Who_has_read_what_a_file_says_of_people_is_noted()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        await Imported.Preview(app, tove, Three);

        (await app.Read(db => db.Audit.CountAsync(a => a.Kind == AuditKind.Read && a.What == nameof(ImportRun) && a.By == Cast.Ombudsman.Id.Value))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nobody_sees_an_import_of_a_unit_where_they_may_not_change_people()
    {
        await using var app = await AppUnderTest.Start();
        var preview = await Imported.Preview(app, await app.As(Cast.Ombudsman), Three);
        var birgitta = await app.As(Cast.AssociationChair);

        foreach (var url in new[] { preview.Url, preview.Url + "/kolumner", preview.Url + "/angra", preview.Url + "?handler=Refused" })
            (await birgitta.Get(url)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, url);
        (await birgitta.Open("/manniskor/importera")).Text.ShouldNotContain("medlemmar.csv");
    }

    [Fact]
    public async Task Nobody_moves_the_address_of_somebody_with_more_rights_by_a_file()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        await app.Write(async db =>
        {
            var admin = await db.Roles.SingleAsync(r => r.Code == "administrator");
            db.Add(Verksam.Features.People.Assignment.Give(Cast.MemberOfAlnas.Id, admin.Id, Cast.District.Id, FakeTime.Today.AddDays(-1)));
        });

        var preview = await Imported.Preview(app, birgitta, "Namn;E-post;Mobil\nLena Lund;tjuv@example.org;070-174 06 03\nLena Lund;lena@alnas.example;070-174 06 39\n", unit: "Alnäs");

        preview.Text.ShouldNotContain("lena@alnas.example tjuv");
        (await app.Read(db => db.ImportRows.Where(r => r.Line == 2).SingleAsync())).Read().Changes.ShouldNotContain(c => c.Field == Verksam.Features.People.Import.Comparing.ImportField.Email);
    }
}
