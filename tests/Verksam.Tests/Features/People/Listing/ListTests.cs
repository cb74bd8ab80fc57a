using Verksam.Kernel.Jobs;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Listing;
using Microsoft.EntityFrameworkCore;
using System.Net;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.Listing;

/// <summary>The list of members: its columns, its order, and what is done with those who are ticked.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Columns_are_what_the_address_says_and_else_what_one_chose_last()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        Columns(await tove.Open("/manniskor?kol=epost,nonsens,7")).ShouldBe(["Namn", "E-post", "Telefon"]);
        var page = await tove.Open("/manniskor?enhet=alnas");

        var shown = await page.Submit("Visa de här", f => { f.Leave("kol"); f.Tick("kol", "ort"); f.Tick("kol", "gickmed"); });

        shown.Url.ShouldBe("/manniskor?enhet=alnas&kol=gickmed,ort");
        Columns(await tove.Open("/manniskor")).ShouldBe(["Namn", "Gick med", "Ort", "Telefon"]);
        Columns(await (await app.As(Cast.Administrator)).Open("/manniskor")).ShouldContain("Uppdrag");
    }

    [Theory]
    [InlineData("/manniskor?sortera=namn", "Ahmed Nilsson")]
    [InlineData("/manniskor?sortera=nonsens&kol=&sida=0&den=3000-99-99&vilka=7", "Ahmed Nilsson")]
    [InlineData("/manniskor?sortera=senast", "Ahmed Nilsson")]
    public async Task Order_is_what_the_address_says(string url, string first)
    {
        await using var app = await AppUnderTest.Start();

        (await (await app.As(Cast.Ombudsman)).Open(url)).Html.QuerySelector(".who")!.TextContent.ShouldBe(first);
    }

    [Fact]
    public async Task The_newest_are_those_who_joined_and_those_who_left_come_last()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            var (ronja, left) = (Newcomer("Ronja Kallvik", null), Newcomer("Albin Nyss", null));
            db.AddRange(ronja, left, new Relation(ronja.Id, RelationKind.Sympathiser, Cast.Alnas.Id, FakeTime.Today.AddDays(-3)), new Relation(left.Id, RelationKind.Former, Cast.Alnas.Id, FakeTime.Today.AddDays(-1), LeavingReason.Moved));
            return Task.CompletedTask;
        });

        var names = (await (await app.As(Cast.Ombudsman)).Open("/manniskor?sortera=senast")).Html.QuerySelectorAll(".who").Select(a => a.TextContent).ToList();

        names[0].ShouldBe("Ronja Kallvik");
        names[^3..].ShouldBe(["Maja Främling", "Albin Nyss", "Ulf Tidström"]); // who is nothing, and who has left by name
    }

    [Fact]
    public async Task A_text_longer_than_can_be_sought_shows_nobody_and_says_why()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await app.As(Cast.Ombudsman)).Open("/manniskor?text=" + new string('l', 101));

        page.Html.QuerySelectorAll(".who").ShouldBeEmpty();
        page.Text.ShouldContain("Det du söker efter är längre än 100 tecken.");
    }

    [Fact]
    public async Task That_more_columns_were_ticked_than_fit_is_said()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Ombudsman)).Open("/manniskor");

        var all = await page.Submit("Visa de här", f => { f.Leave("kol"); foreach (var column in Enum.GetValues<ListColumn>()) f.Tick("kol", column.ToString().ToLowerInvariant()); });
        var six = await page.Submit("Visa de här", f => { f.Leave("kol"); foreach (var column in Enum.GetValues<ListColumn>().Take(6)) f.Tick("kol", column.ToString().ToLowerInvariant()); });

        all.Text.ShouldContain("Det får plats sex kolumner bredvid namnet och telefonen. De första sex av dem du valde visas.");
        Columns(all).Count().ShouldBe(8);
        six.Text.ShouldNotContain("Det får plats");
    }

    [Theory]
    [InlineData("/manniskor")]
    [InlineData("/manniskor?text=l&enhet=alnas&uppdrag=utan&vilka=Member&sortera=ort&kol=kan,taggar")]
    public async Task The_list_is_one_question_and_none_when_nothing_was_saved_since(string url)
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await tove.Get("/konto");
        await tove.Get("/manniskor?sortera=ort");
        var without = await app.Queries.During(() => tove.Get("/manniskor?sortera=ort"));

        (await app.Queries.During(() => tove.Get(url))).ShouldBeLessThanOrEqualTo(without + (url.Contains("kan", StringComparison.Ordinal) ? 2 : 1));
        (await app.Queries.During(() => tove.Get(url))).ShouldBe(without);
    }

    [Fact]
    public async Task Those_who_are_ticked_are_invited_and_nobody_else()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => { db.AddRange(Newcomer("Ronja Kallvik", "ronja@alnas.example"), Newcomer("Ida Hoting", null)); return Task.CompletedTask; });
        var birgitta = await app.As(Cast.AssociationChair);
        var list = await birgitta.Open("/manniskor");

        var asked = await list.Submit("Bjud in till konto", f => { f.Tick("id", IdOf(list, "Ronja Kallvik")); f.Tick("id", IdOf(list, "Lena Lund")); f.Tick("id", IdOf(list, "Ida Hoting")); });
        asked.Text.ShouldContain("En av dem har konto redan.");
        asked.Text.ShouldContain("En saknar e-post");
        var done = await asked.Submit("Bjud in en");

        done.Text.ShouldContain("En är inbjuden.");
        (await app.SendLetters()).ShouldBe(1);
        app.Post.HandedOver.Single().ToString()!.ShouldContain("ronja@alnas.example");
    }

    [Fact]
    public async Task All_that_the_list_shows_is_all_that_fits_its_filter()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db =>
        {
            for (var i = 0; i < 60; i++)
                db.Add(Newcomer($"Ny {i:00}", $"ny{i}@alnas.example"));
            return Task.CompletedTask;
        });
        var list = await (await app.As(Cast.AssociationChair)).Open("/manniskor?text=ny&sortera=namn");

        var asked = await list.Submit("Bjud in till konto", f => { f.Tick("id", IdOf(list, "Ny 00")); f.Tick("alla", "true"); });

        asked.Text.ShouldContain("60 får ett brev");
    }

    [Fact]
    public async Task A_choice_is_ones_own_for_a_day_and_gives_no_right()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => { db.Add(Newcomer("Ronja Kallvik", "ronja@alnas.example")); return Task.CompletedTask; });
        var list = await (await app.As(Cast.AssociationChair)).Open("/manniskor");
        var answer = await list.Send("Bjud in till konto", f => f.Tick("id", IdOf(list, "Ronja Kallvik")));
        var choice = answer.Headers.Location!.ToString();

        (await (await app.As(Cast.Ombudsman)).Get(choice)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.As(Cast.GroupLeader)).Get(choice)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.As(Cast.AssociationChair)).Get("/manniskor/bjud-in?val=nonsens")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromHours(25));
        (await (await app.As(Cast.AssociationChair)).Get(choice)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task When_the_act_is_done_one_is_back_in_the_list_one_came_from_and_so_when_it_is_undone()
    {
        await using var app = await AppUnderTest.Start();
        const string Here = "/manniskor?enhet=alnas&text=%C3%85man";
        var list = await (await app.As(Cast.Ombudsman)).Open(Here);

        var page = await list.Submit("Sätt en etikett", f => f.Tick("id", Cast.AssociationChair.Id.ToString()));
        page.Html.QuerySelector("a.quiet")!.GetAttribute("href").ShouldBe(Here);
        var done = await page.Submit("Sätt etiketten", f => (f["New"], f["Unit"]) = ("Fika", Cast.Alnas.Id.ToString()));

        done.Url.ShouldBe(Here);
        (await done.Submit("Ångra")).Url.ShouldBe(Here);
        foreach (var act in new[] { "Bjud in till konto", "Ge en kontaktperson", "Ta ut lista" })
            (await list.Submit(act, f => f.Tick("id", Cast.AssociationChair.Id.ToString()))).Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain(Here, act);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/manniskor.evil.example")]
    [InlineData("/manniskor/../konto")]
    [InlineData("/konto?manniskor")]
    [InlineData("")]
    public async Task No_address_leads_back_anywhere_but_to_the_list(string from)
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var page = await (await tove.Open("/manniskor")).Submit("Sätt en etikett", f => f.Tick("id", Cast.AssociationChair.Id.ToString()));

        (await tove.Open($"{page.Url}&fran={Uri.EscapeDataString(from)}")).Html.QuerySelector("a.quiet")!.GetAttribute("href").ShouldBe("/manniskor");
    }

    [Fact]
    public async Task Who_was_chosen_is_forgotten_when_the_choice_is_too_old()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(db => Task.FromResult(db.Add(new Chosen(Cast.Ombudsman.Id.Value, FakeTime.Start, null, [Cast.MemberOfAlnas.Id]))));
        app.Clock.Advance(TimeSpan.FromHours(24));
        await app.Write(db => Task.FromResult(db.Add(new Chosen(Cast.Ombudsman.Id.Value, app.Clock.GetUtcNow(), "?enhet=alnas", []))));

        await app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == OldChoices.JobName).Run(app.Clock.GetUtcNow(), CancellationToken.None));

        (await app.Read(db => db.Chosen.SingleAsync())).Filter.ShouldBe("?enhet=alnas");
    }

    [Fact]
    public async Task One_is_offered_only_what_one_may_do()
    {
        await using var app = await AppUnderTest.Start();

        var page = await (await app.As(Cast.GroupLeader)).Open("/manniskor");

        page.Html.QuerySelectorAll(".bulkbar button").Select(b => b.TextContent).ShouldNotContain("Bjud in till konto");
        (await page.Send(page.Html.QuerySelector(".bulkbar button")!.TextContent, f => { f.Tick("id", Cast.MemberOfAlnas.Id.ToString()); f.Forge("gor", "bjud"); })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Verksam.Features.People.Person Newcomer(string name, string? email) => Verksam.Features.People.Person.Welcome(name, email, null, Cast.Alnas.Id);

    private static string IdOf(Sheet list, string name) =>
        list.Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector(".who")!.TextContent == name).QuerySelector("[type=checkbox]")!.GetAttribute("value")!;

    private static IEnumerable<string> Columns(Sheet page) => page.Html.QuerySelectorAll(".register thead th[scope=col]").Skip(1).Select(h => h.TextContent);
}
