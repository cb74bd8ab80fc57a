using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Export;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Tags;
using Verksam.Kernel;
using Verksam.Tests.Features.People.Import;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Export;

/// <summary>What goes out comes in again and changes nothing; and it goes out to those only who may take it.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Invented people, the same each time")]
public sealed class ExportTests
{
    private static readonly string[] Names = ["Åsa Örnberg", "Bo af Nordanliden", "Anna-Karin O'Briensson", "=SUM(A1) Ek", "-Minus Plus", "Léa Myr", "Nils van der Berg", "Örjan Ek, son"];

    [Theory]
    [InlineData("Csv", 1)]
    [InlineData("Xlsx", 2)]
    [InlineData("Csv", 3)]
    public async Task What_is_taken_out_and_brought_in_again_changes_nothing(string format, int seed)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Invent(db, new Random(seed)));
        var (tove, before) = (await app.As(Cast.Ombudsman), await Imported.Everybody(app));

        var (name, file) = await Take(app, tove, format);
        var preview = await Imported.Preview(app, tove, file, name: name);

        var count = await app.Read(db => db.People.CountAsync(p => !p.IsProtected));
        Imported.Counts(preview).ShouldBe($"Oförändrade {count}", preview.Text);
        (await Imported.Everybody(app)).ShouldBe(before);
    }

    [Fact]
    public async Task A_list_that_leaves_is_noted_holds_nobody_protected_and_no_formula()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            await Invent(db, new Random(4));
            var person = await db.People.SingleAsync(p => p.Id == Cast.MemberOfStora.Id);
            db.Add(person.Seal("Skyddad person 1", [], FakeTime.Start));
        });
        var tove = await app.As(Cast.Ombudsman);

        var text = Encoding.UTF8.GetString((await Take(app, tove, "Csv")).File);

        text.Split('\n')[0].ShouldContain(";Telefon;Telefon 2;Telefon 3;");
        text.ShouldContain("'=SUM(A1) Ek");
        text.ShouldNotContain("Skyddad");
        text.ShouldNotContain("Ahmed");
        (await app.Read(db => db.Audit.SingleAsync(a => a.What == Exporting.What))).By.ShouldBe(Cast.Ombudsman.Id.Value);
    }

    [Fact]
    public async Task A_chair_takes_out_the_own_association_and_a_group_leader_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);

        var text = Encoding.UTF8.GetString((await Take(app, birgitta, "Csv")).File);

        text.ShouldContain(Cast.MemberOfAlnas.Email);
        text.ShouldNotContain(Cast.MemberOfStora.Email);
        (await (await app.As(Cast.GroupLeader)).Get("/manniskor/exportera")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<(string Name, byte[] File)> Take(AppUnderTest app, Visitor visitor, string format)
    {
        _ = app;
        var page = await visitor.Open("/manniskor/exportera");
        var answer = await page.Send("Ta ut", form => form["Input.Format"] = format);
        return (answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), await answer.Content.ReadAsByteArrayAsync());
    }

    private static Task Invent(AppDb db, Random random)
    {
        var tag = new Tag(Cast.District.Id, "Affischerar");
        db.Add(tag);
        for (var n = 0; n < 60; n++)
        {
            var person = Person.Welcome($"{Names[random.Next(Names.Length)]} {(char)('A' + (n % 26))}{(char)('a' + (n / 26))}", random.Next(3) > 0 ? $"p{n}@example.org" : null, null, (random.Next(2) > 0 ? Cast.Alnas : Cast.Stora).Id);
            if (random.Next(3) == 0)
                person.Reach(WayKind.Email, $"q{n}@post.example");
            for (var phone = random.Next(4); phone > 0; phone--)
                person.Reach(WayKind.Phone, $"070-174 06 {random.Next(10, 99)}");
            if (random.Next(2) > 0)
                person.Born(new DateOnly(1950, 1, 1).AddDays(random.Next(18_000)), null, FakeTime.Today);
            else if (random.Next(2) > 0)
                person.Born(null, 1950 + random.Next(50), FakeTime.Today);
            person.IsNumbered($"{1_000 + n}");
            person.Prefers(random.Next(3) switch { 0 => null, 1 => "sv", _ => "so" }, ReachWish.None, false);
            db.AddRange(person, new Relation(person.Id, (RelationKind)random.Next(3), person.UnitId, FakeTime.Today.AddDays(-random.Next(3_000))));
            if (random.Next(2) > 0)
                db.Add(new PaidPeriod(person.Id, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), null, new DateOnly(2026, 1, 1)));
            if (random.Next(3) == 0)
                db.Add(new Tagging(tag.Id, person.Id, null, FakeTime.Start));
            var home = new PostalAddress(person.Id, AddressKind.Home);
            if (random.Next(2) > 0 && home.Write(random.Next(4) == 0 ? "c/o Ek" : null, $"Granstigen {n}", "831 30", "Lit", null) is null)
                db.Add(home);
        }
        return Task.CompletedTask;
    }
}
