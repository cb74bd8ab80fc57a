using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>What a file leaves open: whom a row tells of, since when somebody is a member, what a payment covers.</summary>
public sealed class DoubtTests
{
    private const string Several = "Namn;E-post;Ort\nEva Ström;eva@example.org;Storby\n";

    [Fact]
    public async Task Of_several_one_says_which_and_only_that_one_is_changed()
    {
        await using var app = await AppUnderTest.Start();
        var (one, other) = (await Eva(app, Cast.Alnas.Id, 1961), await Eva(app, Cast.Stora.Id, 1984));
        var tove = await app.As(Cast.Ombudsman);
        var page = await Imported.Preview(app, tove, Several);
        Imported.Counts(page).ShouldBe("Tveksamma 1");

        page = await page.Submit("Det är Eva Ström, Storå, född 1984");

        page.Html.QuerySelector("#tveksamma button[aria-pressed=true]")!.TextContent.Trim().ShouldBe("Det är Eva Ström, Storå, född 1984");
        page.Html.QuerySelector("section[aria-labelledby=kor-h] p")!.TextContent.ShouldBe("En avgjord.");
        await Imported.Apply(app, tove, page);
        (await Email(app, other)).ShouldBe("eva@example.org");
        (await Email(app, one)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_new_and_unticked_stays_out_and_is_said_to()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var page = await Imported.Preview(app, tove, "Namn;E-post\nBo Ek;bo@example.org\nEva Ström;eva@example.org\n");

        page = await page.Submit("Spara bockarna", f => f.Leave("Input.Taken")); // the last of the two
        Sum(page).ShouldBe("En ny och en utelämnad.");
        page = await Imported.Apply(app, tove, page);

        page.Text.ShouldContain("En ny och en utelämnad.");
        (await app.Read(db => db.People.Where(p => p.Name == "Bo Ek" || p.Name == "Eva Ström").Select(p => p.Name).ToListAsync())).ShouldBe(["Bo Ek"]);
        await Imported.Undo(app, tove, page);
        (await app.Read(db => db.People.CountAsync(p => p.Name == "Bo Ek"))).ShouldBe(0);

        static string Sum(Sheet page) => page.Html.QuerySelector("section[aria-labelledby=kor-h] p")!.TextContent;
    }

    [Fact]
    public async Task Whom_a_row_cannot_be_it_is_never_said_to_be()
    {
        await using var app = await AppUnderTest.Start();
        await Eva(app, Cast.Alnas.Id, 1961);
        await Eva(app, Cast.Stora.Id, 1984);
        var tove = await app.As(Cast.Ombudsman);
        var page = await Imported.Preview(app, tove, Several);
        var button = page.Html.QuerySelector("#tveksamma button[formaction*='ar=']")!;
        var row = await app.Read(db => db.ImportRows.SingleAsync());
        button.SetAttribute("formaction", $"{page.Url}?handler=Is&rad={row.Id}&ar={Cast.MemberOfAlnas.Id}");

        (await page.Send(button.TextContent.Trim())).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.Read(db => db.ImportRows.SingleAsync())).Choice.ShouldBe(RowChoice.None);
    }

    [Fact]
    public async Task Two_who_are_nobody_of_several_may_be_somebody_new()
    {
        await using var app = await AppUnderTest.Start();
        await Eva(app, Cast.Alnas.Id, 1961);
        await Eva(app, Cast.Stora.Id, 1984);
        var tove = await app.As(Cast.Ombudsman);

        await Imported.Apply(app, tove, await (await Imported.Preview(app, tove, Several)).Submit("Två olika"));

        (await app.Read(db => db.People.CountAsync(p => p.Name == "Eva Ström"))).ShouldBe(3);
    }

    [Theory]
    [InlineData("2019-05-01", "2019-05-01")]
    [InlineData("", null)]
    public async Task Members_since_when_the_file_does_not_say(string said, string? since)
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        await Imported.Apply(app, tove, await Imported.Preview(app, tove, "Namn;Medlem sedan\nEva Ström;\nBo Ek;2024-02-03\n", f => f["Input.Joined"] = said));

        var from = await app.Read(db => db.People.Where(p => p.Name == "Eva Ström" || p.Name == "Bo Ek").Join(db.Relations, p => p.Id, r => r.PersonId, (p, r) => new { p.Name, r.From }).ToDictionaryAsync(r => r.Name, r => r.From));
        from["Eva Ström"].ShouldBe(since is null ? FakeTime.Today : DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture));
        from["Bo Ek"].ShouldBe(new DateOnly(2024, 2, 3));
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_no_day_to_have_been_a_member_since()
    {
        await using var app = await AppUnderTest.Start();
        var page = await Imported.BringIn(app, await app.As(Cast.Ombudsman), "Namn\nEva Ström\n"u8.ToArray());

        (await page.Submit("Visa vad som skulle hända", f => f["Input.Joined"] = FakeTime.Today.AddDays(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture))).Errors.ShouldBe(["Den dagen har inte kommit än."]);
    }

    [Fact]
    public async Task What_was_paid_on_a_day_is_paid_for_as_the_rule_has_it_and_the_same_file_changes_nothing()
    {
        const string file = "Namn;E-post;Betald den\nEva Ström;eva@example.org;2026-02-03\n";
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        await Imported.Apply(app, tove, await Imported.Preview(app, tove, file));

        var paid = await app.Read(db => db.PaidPeriods.SingleAsync(p => db.People.Any(e => e.Id == p.PersonId && e.Name == "Eva Ström")));
        (paid.PaidOn, paid.To).ShouldBe((new DateOnly(2026, 2, 3), new DateOnly(2026, 12, 31)));
        Imported.Counts(await Imported.Preview(app, tove, file)).ShouldBe("Oförändrade 1");
    }

    private static async Task<Id<Person>> Eva(AppUnderTest app, Id<Verksam.Features.Structure.Unit> unit, int born)
    {
        var eva = Person.Welcome("Eva Ström", null, null, unit);
        eva.Born(null, born, FakeTime.Today);
        await app.Write(db =>
        {
            db.AddRange(eva, new Relation(eva.Id, RelationKind.Member, unit, FakeTime.Today.AddYears(-3)));
            return Task.CompletedTask;
        });
        return eva.Id;
    }

    private static Task<string?> Email(AppUnderTest app, Id<Person> id) => app.Read(async db => (await db.People.SingleAsync(p => p.Id == id)).WaysOf(WayKind.Email).FirstOrDefault()?.Value);
}
