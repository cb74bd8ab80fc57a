using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Accounts;
using Verksam.Features.Structure;
using Verksam.Kernel.Audit;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Accounts;

public sealed class FirstStartTests
{
    [Fact]
    public async Task The_link_leads_through_organisation_and_you_to_the_plan_and_then_stops_working()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var visitor = app.Anybody();
        var link = await NewLink(app);

        var you = await Found(await visitor.Open(link), "Norrsjö distrikt", "Alnäs\nStorå\n");
        you.Url.ShouldBe(link + "/du");
        var plan = await Be(you, "Siv Berg", "siv@norrsjo.example", Someone.Password);

        plan.Url.ShouldBe("/planen/ta-in");
        plan.Html.QuerySelector(".whoami")!.TextContent.ShouldContain("Administratör");
        plan.Html.QuerySelector(".brand b")!.TextContent.ShouldBe("Norrsjö distrikt");
        foreach (var gone in new[] { link, link + "/du" })
        {
            await LeadsToTheExplanation(visitor, gone);
            await LeadsToTheExplanation(app.Anybody(), gone);
        }
    }

    [Fact]
    public async Task The_first_person_is_administrator_of_everything_and_it_is_written_down_without_the_name()
    {
        await using var app = await AppUnderTest.StartEmpty();
        await Be(await Found(await app.Anybody().Open(await NewLink(app)), "Norrsjö distrikt", "Alnäs"), "Siv Berg", "siv@norrsjo.example", Someone.Password);

        var audit = await app.Read(db => db.Audit.Where(e => e.Kind == AuditKind.Created).ToListAsync());

        audit.Select(e => e.What).Distinct().Order().ShouldBe(["Assignment", "Person", "Role", "Setting", "Skill", "Unit", "Way"]);
        audit.ShouldAllBe(e => e.Through == "set-up" && e.By == null);
        audit.ShouldAllBe(e => !e.Changes.Contains("Siv") && !e.Changes.Contains("siv@"));
        (await app.Read(db => db.Assignments.Join(db.Roles, a => a.RoleId, r => r.Id, (_, r) => r.Code).SingleAsync())).ShouldBe("administrator");
    }

    [Fact]
    public async Task A_new_link_takes_the_place_of_the_one_before()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var first = await NewLink(app);
        var second = await NewLink(app);

        await LeadsToTheExplanation(app.Anybody(), first);
        (await app.Anybody().Get(second)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Read(db => db.Settings.SingleAsync())).Value.ShouldNotContain(second.Split('/')[^1]);
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("00000000000000000000000000000000")]
    public async Task A_guessed_link_is_not_there(string secret)
    {
        await using var app = await AppUnderTest.StartEmpty();
        await NewLink(app);

        (await app.Anybody().Get("/kom-igang/" + secret)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await app.Anybody().Get($"/kom-igang/{secret}/du")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Where_somebody_has_an_account_no_link_works()
    {
        await using var app = await AppUnderTest.Start();

        await LeadsToTheExplanation(app.Anybody(), await NewLink(app));
    }

    [Fact]
    public async Task Step_two_waits_for_step_one()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var link = await NewLink(app);

        (await app.Anybody().Open(link + "/du")).Url.ShouldBe(link);
    }

    [Theory]
    [InlineData("Input.Name", "", "Fyll i det här fältet.")]
    [InlineData("Input.Name", "   ", "Fyll i det här fältet.")]
    [InlineData("Input.Kind", "Party", "Vi förstår inte ”Party”.")]
    [InlineData("Input.Colour.Own", "red; } body { display: none", "Välj en av färgerna, eller skriv en färg som #1d5c94.")]
    public async Task Nonsense_is_refused_in_words_and_nothing_is_made(string field, string value, string said)
    {
        await using var app = await AppUnderTest.StartEmpty();
        var page = await app.Anybody().Open(await NewLink(app));

        var answer = await page.Submit("Spara och gå vidare", form =>
        {
            form["Input.Name"] = "Norrsjö distrikt";
            form["Input.Colour.Chip"] = "egen";
            form["Input.Colour.Own"] = "#1d5c94";
            form[field] = value;
        });

        answer.Errors.ShouldBe([said]);
        (await app.Read(db => db.Units.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("Input.Name", "", "Fyll i det här fältet.")]
    [InlineData("Input.Email", "siv", "Det ser inte ut som en e-postadress. Den brukar ha ett @ och en punkt.")]
    [InlineData("Input.Password", "kort", "Lösenordet behöver vara 12–200 tecken. En hel mening går bra.")]
    public async Task Nonsense_about_oneself_is_refused_in_words_and_nobody_is_made(string field, string value, string said)
    {
        await using var app = await AppUnderTest.StartEmpty();
        var you = await Found(await app.Anybody().Open(await NewLink(app)), "Norrsjö distrikt", "");

        var answer = await you.Submit("Spara och gå vidare", form =>
        {
            form["Input.Name"] = "Siv Berg";
            form["Input.Email"] = "siv@norrsjo.example";
            form["Input.Password"] = Someone.Password;
            form[field] = value;
        });

        answer.Errors.ShouldBe([said]);
        (await app.Read(db => db.People.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_line_that_is_no_name_is_pointed_out_and_what_was_written_stays()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var list = "Alnäs\n" + string.Join(' ', Enumerable.Repeat("föreningen", 30));

        var page = await Found(await app.Anybody().Open(await NewLink(app)), "Norrsjö", list);

        page.Errors.ShouldBe(["Rad 2 är för lång: ”föreningen föreningen föreningen förenin …”. Ett namn får ha högst 120 tecken."]);
        page.Html.QuerySelector("#Input_Associations")!.TextContent.Trim().ShouldBe(list);
        (await app.Read(db => db.Units.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_twice_is_pointed_out()
    {
        await using var app = await AppUnderTest.StartEmpty();

        var page = await Found(await app.Anybody().Open(await NewLink(app)), "Norrsjö", "Alnäs\nalnäs");

        page.Errors.ShouldBe(["Rad 2, ”alnäs”, har samma namn som rad 1. Ta bort den ena, eller skilj dem åt."]);
        page.Html.QuerySelector("#Input_Associations-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Going_back_starts_the_organisation_over()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var visitor = app.Anybody();
        var link = await NewLink(app);
        await Found(await visitor.Open(link), "Norrsjö", "Alnäs\n    Byn\n        Gården\nStorå");

        await Found(await visitor.Open(link), "Södersjö", "Ekeby");

        (await app.Read(db => db.Units.OrderBy(u => u.Path.Length).Select(u => u.Name).ToListAsync())).ShouldBe(["Södersjö", "Ekeby"]);
    }

    [Fact]
    public async Task Going_back_with_nonsense_keeps_what_there_was()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var visitor = app.Anybody();
        var link = await NewLink(app);
        await Found(await visitor.Open(link), "Norrsjö", "Alnäs");

        await (await visitor.Open(link)).Submit("Spara och gå vidare", form =>
        {
            form["Input.Name"] = "Södersjö";
            form["Input.Colour.Chip"] = "egen";
            form["Input.Colour.Own"] = "red";
        });

        (await app.Read(db => db.Units.OrderBy(u => u.Path.Length).Select(u => u.Name).ToListAsync())).ShouldBe(["Norrsjö", "Alnäs"]);
    }

    [Fact]
    public async Task Without_a_password_the_first_person_comes_back_by_letter()
    {
        await using var app = await AppUnderTest.StartEmpty();
        await Be(await Found(await app.Anybody().Open(await NewLink(app)), "Norrsjö", ""), "Siv Berg", "siv@norrsjo.example", "");

        (await app.Read(db => db.Users.SingleAsync())).PasswordHash.ShouldBeNull();
        var page = await (await app.Anybody().Open("/logga-in")).Submit("Skicka en länk till mig", form => form["Input.Email"] = "siv@norrsjo.example");
        await app.SendLetters();
        (await page.Submit("Gå in", form => form["Input.Code"] = Letters.Last(app).Code)).Url.ShouldBe("/oversikt");
    }

    private static async Task LeadsToTheExplanation(Visitor visitor, string link)
    {
        var answer = await visitor.Get(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/kom-igang");
    }

    private static async Task<string> NewLink(AppUnderTest app)
    {
        var secret = "";
        await app.Work<FirstStart>(async start => secret = await start.NewLink());
        return "/kom-igang/" + secret;
    }

    private static Task<Sheet> Found(Sheet page, string name, string associations) => page.Submit("Spara och gå vidare", form =>
    {
        form["Input.Name"] = name;
        form["Input.Kind"] = nameof(UnitKind.District);
        form["Input.Associations"] = associations;
    });

    private static Task<Sheet> Be(Sheet page, string name, string email, string password) => page.Submit("Spara och gå vidare", form =>
    {
        form["Input.Name"] = name;
        form["Input.Email"] = email;
        form["Input.Password"] = password;
    });
}
