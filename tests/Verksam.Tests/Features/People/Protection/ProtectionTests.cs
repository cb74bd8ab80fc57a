using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Protection;

/// <summary>Somebody whose name and address nobody may learn here, but those who must.</summary>
public sealed class ProtectionTests
{
    /// <summary>All that tells who Lena Lund is. Her account has an address of its own, that only signing in uses.</summary>
    private static readonly string[] Tells = ["Lena Lund", "lena lund", "hemlig@alnas.example", "070-174 06 05", "0701740605", "+46701740605", "Sjögatan 3", "1961-03-24"];

    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    public static TheoryData<string> Everybody() => [.. Cast.All.Where(p => p != Cast.MemberOfAlnas).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Wherever_others_look_nothing_tells_who_it_is(string name)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        await Protect(app);
        var visitor = await app.As(Cast.Named(name));
        foreach (var url in Pages)
        {
            var text = WebUtility.HtmlDecode(await (await visitor.Get(url)).Content.ReadAsStringAsync());
            Tells.Append(Cast.MemberOfAlnas.Email).Where(t => text.Contains(t, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(url);
        }
    }

    [Fact]
    public async Task Those_who_may_open_who_it_is_and_each_reading_is_noted_for_the_person_to_see()
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);
        var tove = await app.As(Cast.Ombudsman);
        var page = await tove.Open(Lena);
        page.Text.ShouldNotContain("hemlig@alnas.example");

        var identity = await page.Follow("Öppna vem det är");

        identity.Heading.ShouldBe("Lena Lund");
        identity.Text.ShouldContain("hemlig@alnas.example");
        identity.Text.ShouldContain("Sjögatan 3");
        identity.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await app.Read(db => db.Audit.CountAsync(e => e.Kind == AuditKind.Read && e.What == nameof(SealedIdentity) && e.WhatId == Cast.MemberOfAlnas.Id.Value && e.By == Cast.Ombudsman.Id.Value))).ShouldBe(1);
        (await (await app.As(Cast.MemberOfAlnas)).Open("/konto/vem-ser")).Text.ShouldContain("Tove Hallström");
        (await (await app.As(Cast.Administrator)).Open("/logg")).Text.ShouldContain("läste skyddad identitet: Skyddad person");
    }

    [Fact]
    public async Task The_person_sees_ones_own_and_signs_in_as_before()
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);
        var lena = await app.As(Cast.MemberOfAlnas);

        var page = await lena.Open(Lena);
        page.Text.ShouldContain("NamnLena Lund");
        page.Text.ShouldContain("hemlig@alnas.example");
        page.Text.ShouldContain("Andra ser dig som Skyddad person");
        (await lena.Open("/min-sida")).Heading.ShouldBe("Hej Lena!");
        var home = await (await app.Anybody().Open("/logga-in")).Submit("Logga in", form => (form["Input.Email"], form["Input.Password"]) = (Cast.MemberOfAlnas.Email, Someone.Password));
        home.Url.ShouldNotStartWith("/logga-in");
    }

    [Theory]
    [InlineData("Ragnar Ek", HttpStatusCode.Forbidden)]
    [InlineData("Birgitta Åman", HttpStatusCode.Forbidden)]
    [InlineData("Yusuf Demir", HttpStatusCode.Forbidden)]
    [InlineData("Lena Lund", HttpStatusCode.Forbidden)]
    [InlineData("Siv Berg", HttpStatusCode.OK)]
    public async Task Only_those_with_that_right_open_it_set_it_and_lift_it(string name, HttpStatusCode answer)
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);
        var visitor = await app.As(Cast.Named(name));

        (await visitor.Get(Lena + "/skydd/identitet")).StatusCode.ShouldBe(answer);
        (await visitor.Get(Lena + "/skydd")).StatusCode.ShouldBe(answer);
    }

    [Theory]
    [InlineData("Ragnar Ek")]
    [InlineData("Birgitta Åman")]
    [InlineData("Yusuf Demir")]
    [InlineData("Lena Lund")]
    public async Task Only_those_who_open_the_seal_change_what_lies_there(string name)
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);

        (await (await app.As(Cast.Named(name))).Get(Lena + "/skydd/andra")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.Ombudsman)).Get($"/manniskor/{Cast.MemberOfStora.Id}/skydd/andra")).StatusCode.ShouldBe(HttpStatusCode.NotFound); // not under seal
    }

    [Fact]
    public async Task A_new_number_is_written_under_the_seal_and_stands_nowhere_else()
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);
        var form = await (await (await (await app.As(Cast.Ombudsman)).Open(Lena)).Follow("Öppna vem det är")).Follow("Ändra vem det är");
        form.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var before = await Under(app);

        (await form.Submit("Spara", f => (f["Input.Phones"], f["Input.Born"]) = ("12", "i går"))).Errors.Count.ShouldBe(1);
        var saved = await form.Submit("Spara", f => (f["Input.Phones"], f["Input.Street"]) = ("070-174 06 99\n070-174 06 05", "Nya gatan 9"));

        saved.Heading.ShouldBe("Lena Lund");
        var after = await Under(app);
        after.WaysOf(WayKind.Phone).Select(w => w.Value).ShouldBe(["070-174 06 99", "070-174 06 05"]);
        after.WaysOf(WayKind.Email).ShouldBe(before.WaysOf(WayKind.Email));
        after.Addresses.Single(a => a.Kind == AddressKind.Home).Street.ShouldBe("Nya gatan 9");
        (after.Name, after.BirthDate).ShouldBe((before.Name, before.BirthDate));
        (await app.Read(db => Grep(db, ["Nya gatan 9", "070-174 06 99", "+46701740699"]))).ShouldAllBe(place => place.StartsWith("SealedIdentities.", StringComparison.Ordinal));
        (await app.Read(db => db.Audit.CountAsync(e => e.What == nameof(SealedIdentity) && e.Kind == AuditKind.Changed && e.Changes == "{\"IdentityJson\":[]}"))).ShouldBe(1);
        (await form.Submit("Spara", f => f["Input.Town"] = "Annanstans")).Status.ShouldBe(HttpStatusCode.Conflict); // filled in before that
    }

    private static Task<TrueIdentity> Under(AppUnderTest app) => app.Read(async db => (await db.SealedIdentities.SingleAsync()).Open());

    [Fact]
    public async Task In_the_whole_database_only_the_seal_tells_who_it_is()
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);

        var found = await app.Read(db => Grep(db, Tells));

        found.ShouldNotBeEmpty(); // else it would not find anything anywhere
        found.ShouldAllBe(place => place.StartsWith("SealedIdentities.", StringComparison.Ordinal));
        (await app.Read(db => Grep(db, [Cast.MemberOfAlnas.Email]))).Where(p => !p.StartsWith("Users.", StringComparison.Ordinal) && !p.StartsWith("AspNetUsers.", StringComparison.Ordinal) && !p.StartsWith("Accounts.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lifted_all_is_as_it_was_and_why_is_in_the_log()
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);
        var tove = await app.As(Cast.Ombudsman);

        var page = await (await tove.Open(Lena + "/skydd")).Submit("Lyft skyddet", form => form["Why"] = "Beslutet har upphört");

        page.Heading.ShouldBe("Lena Lund");
        page.Text.ShouldContain("hemlig@alnas.example");
        page.Text.ShouldContain("Sjögatan 3");
        (await app.Read(db => db.SealedIdentities.AnyAsync())).ShouldBeFalse();
        (await app.Read(db => db.Audit.AnyAsync(e => e.What == nameof(SealedIdentity) && e.Kind == AuditKind.Removed && e.Why == "Beslutet har upphört"))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "Det här behövs.")]
    [InlineData("Lena Lund har fått beslut", "Skriv skälet utan namnet: loggen läses av fler.")]
    public async Task Why_is_asked_for_and_must_not_tell_who(string why, string said)
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await (await app.As(Cast.Ombudsman)).Open(Lena + "/skydd")).Submit("Skydda identiteten", form => form["Why"] = why);

        page.Errors.Count.ShouldBe(1);
        if (why.Length > 0)
            page.Errors.ShouldBe([said]);
        page.Html.QuerySelector("#Why")!.GetAttribute("value").ShouldBe(why);
        (await app.Read(db => db.SealedIdentities.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task What_lies_under_seal_is_not_written_over_on_the_usual_pages()
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);
        var birgitta = await app.As(Cast.AssociationChair);

        (await birgitta.Get(Lena + "/kontakt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await (await birgitta.Open(Lena + "/uppgifter")).Submit("Spara", form =>
        {
            form["Input.Language"] = "fi";
            form.Forge("Input.Name", "Någon Annan");
        });
        page.Heading.ShouldStartWith("Skyddad person");
        page.Text.ShouldContain("Uppgifterna om Skyddad person");
    }

    [Fact]
    public async Task Of_somebody_under_seal_one_is_led_to_what_lies_there_or_nowhere()
    {
        await using var app = await AppUnderTest.Start();
        await Protect(app);
        await app.Write(async db => db.Users.Remove(await db.Users.SingleAsync(a => a.PersonId == Cast.MemberOfAlnas.Id)));
        var (tove, birgitta) = (await app.As(Cast.Ombudsman), await app.As(Cast.AssociationChair));

        (await (await tove.Open(Lena)).Follow("Ändra vem det är")).Heading.ShouldBe("Ändra vem det är");
        foreach (var url in new[] { Lena, Lena + "/konto" })
        {
            (await tove.Open(url)).Html.QuerySelectorAll("main a[href$='/kontakt']").ShouldBeEmpty();
            (await birgitta.Open(url)).Html.QuerySelectorAll("main a[href$='/kontakt'], main a[href*='/skydd']").ShouldBeEmpty();
        }
        (await birgitta.Open(Lena + "/konto")).Text.ShouldContain("har skyddad identitet. Då finns ingen e-postadress");
        (await (await tove.Open(Lena + "/konto")).Follow("Skyddad identitet")).Heading.ShouldBe("Skyddad identitet");
    }

    private static IEnumerable<string> Pages =>
    [
        "/manniskor", "/manniskor?text=lena", "/manniskor?text=hemlig", "/manniskor?text=lund", $"/manniskor?den={FakeTime.Today.AddDays(-30):yyyy-MM-dd}", Lena, Lena + "/uppgifter", Lena + "/konto", Lena + "/tillhorighet",
        Lena + "/uppdrag", Lena + "/skydd", "/idag", "/min-sida", "/rostlangd", "/rostlangd?enhet=alnas", "/logg", "/logg?handler=File", "/matt", "/matt/people", "/oversikt", "/planen", $"/planen/{Plans.Year}", $"/planen/{Plans.Year}/1.1",
        $"/planen/{Plans.Year}/ansvariga", $"/planen/alnas/{Plans.Year}", $"/planen/alnas/{Plans.Year}/1.1", $"/planen/alnas/{Plans.Year}/ansvariga", "/uppfoljning", "/uppfoljning?handler=File", "/mina-ataganden", "/organisation", "/konto/vem-ser", "/brev",
    ];

    private static async Task Protect(AppUnderTest app)
    {
        await app.Write(async db =>
        {
            var lena = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            lena.Born(new DateOnly(1961, 3, 24), null, FakeTime.Today).ShouldBeNull();
            lena.ReachFirst(WayKind.Email, "hemlig@alnas.example");
            var home = new PostalAddress(lena.Id, AddressKind.Home);
            home.Write(null, "Sjögatan 3", "831 30", "Alnäs", null).ShouldBeNull();
            db.Addresses.Add(home);
            foreach (var commitment in (await db.Commitments.ToListAsync()).Where(c => c.Number is not null))
                commitment.HandTo(lena.Id, null, null, FakeTime.Start);
        });
        var page = await (await (await app.As(Cast.Ombudsman)).Open(Lena + "/skydd")).Submit("Skydda identiteten", form => form["Why"] = "Beslut av Skatteverket");
        page.Heading.ShouldStartWith("Skyddad person ");
    }

    // every text of every table, as the model has them
    private static async Task<List<string>> Grep(AppDb db, string[] words)
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the names are the model's own
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    var text = rows.GetValue(i) switch { string s => s, byte[] bytes => Encoding.UTF8.GetString(bytes), DateTime at => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), var value => value.ToString() ?? "" };
                    if (words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
                        found.Add($"{table}.{rows.GetName(i)}");
                }
            }
        }
        return [.. found.Distinct(StringComparer.Ordinal)];
    }
}
