using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Reach;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Finding;

/// <summary>The search over everything: what each finds, by what, and what it never tells.</summary>
public sealed class SearchPageTests
{
    [Theory]
    [InlineData("Tove Hallström", "Lena Lund, Ahmed Nilsson")]
    [InlineData("Ragnar Ek", "Lena Lund, Ahmed Nilsson")]
    [InlineData("Siv Berg", "Lena Lund, Ahmed Nilsson")]
    [InlineData("Birgitta Åman", "Lena Lund")]
    [InlineData("Yusuf Demir", "Lena Lund")]
    [InlineData("Göran Ödman", "")]
    [InlineData("Lena Lund", "")]
    [InlineData("Ahmed Nilsson", "")]
    [InlineData("Ulf Tidström", "")]
    [InlineData("Maja Främling", "")]
    public async Task One_finds_those_one_may_see_and_nobody_else(string who, string finds)
    {
        await using var app = await AppUnderTest.Start();
        var visitor = await app.As(Cast.Named(who));

        var found = new List<string>();
        foreach (var text in new[] { "lund", "nilsson" })
            found.AddRange(People(await visitor.Open($"/sok?handler=Finds&text={text}")));

        string.Join(", ", found).ShouldBe(finds);
    }

    [Theory]
    [InlineData("åman")]
    [InlineData("BIRG Å")]
    [InlineData("birgitta@alnas")]
    [InlineData("070-174 06 02")]
    [InlineData("+46 70 174 06 02")]
    [InlineData("Hammerdal birgitta")]
    [InlineData("A-4711")]
    public async Task A_person_is_found_by_name_address_number_and_town(string text)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var address = new PostalAddress(Cast.AssociationChair.Id, AddressKind.Home);
            address.Write(null, "Storgatan 1", "830 70", "Hammerdal", null);
            db.Add(address);
            (await db.People.SingleAsync(p => p.Id == Cast.AssociationChair.Id)).IsNumbered("A-4711");
        });

        People(await (await app.As(Cast.Ombudsman)).Open("/sok?text=" + Uri.EscapeDataString(text))).ShouldBe(["Birgitta Åman"]);
    }

    [Fact]
    public async Task A_ring_over_a_letter_makes_it_another()
    {
        await using var app = await AppUnderTest.Start();

        People(await (await app.As(Cast.Ombudsman)).Open("/sok?text=aman")).ShouldBeEmpty();
        People(await (await app.As(Cast.Ombudsman)).Open("/sok?text=odman")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_changed_is_found_as_it_is_from_then_on()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id)).Rename("Lena Lundqvist Öst"));

        People(await tove.Open("/sok?text=öst")).ShouldBe(["Lena Lundqvist Öst"]);
        await app.Write(async db => db.Remove(await db.People.SingleAsync(p => p.Id == Cast.MemberOfStora.Id)));
        People(await tove.Open("/sok?text=nilsson")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_moves_is_found_by_those_of_the_new_place()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        People(await birgitta.Open("/sok?text=nilsson")).ShouldBeEmpty();

        await app.Write(async db => (await db.People.SingleAsync(p => p.Id == Cast.MemberOfStora.Id)).MoveTo(Cast.Alnas.Id));

        People(await birgitta.Open("/sok?text=nilsson")).ShouldBe(["Ahmed Nilsson"]);
    }

    [Fact]
    public async Task Whoever_is_protected_is_found_by_nothing_that_is_true()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == Cast.MemberOfAlnas.Id);
            person.IsNumbered("R-7071");
            db.Add(person.Seal("Skyddad person " + person.MaskCode, [], FakeTime.Start));
        });
        var siv = await app.As(Cast.Administrator);

        foreach (var text in new[] { "lena", "lund", "lena@alnas.example", "070-174 06 05", "4670174 06 05", "R-7071" })
            (await siv.Open("/sok?text=" + Uri.EscapeDataString(text))).Html.QuerySelectorAll($".finds a[href='/manniskor/{Cast.MemberOfAlnas.Id}']").ShouldBeEmpty(text);
        People(await siv.Open("/sok?text=skyddad")).Single().ShouldStartWith("Skyddad person");
        (await siv.Open("/manniskor?text=lund")).Html.QuerySelectorAll(".who").ShouldBeEmpty();
        (await siv.Open("/manniskor?kol=nummer")).Text.ShouldNotContain("7071");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("lund\" OR \"nilsson")]
    [InlineData("*")]
    [InlineData("lu* -nd")]
    [InlineData("NEAR(lund, 2)")]
    [InlineData("name:lund")]
    [InlineData("' OR 1=1 --")]
    [InlineData("{0} {1} lund")]
    [InlineData("lund & !x | (y <-> z):*")]
    [InlineData("🎉")]
    [InlineData("\0\u001F%00")]
    public async Task No_sign_means_anything(string text)
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);

        (await tove.Get("/sok?text=" + Uri.EscapeDataString(text))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tove.Get("/sok?handler=Finds&text=" + Uri.EscapeDataString(text))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tove.Get("/manniskor?text=" + Uri.EscapeDataString(text))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await tove.Get("/sok?text=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat(text + " ", 1000 / (text.Length + 1)))))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_plans_promise_is_found_where_one_may_read_them_and_drafts_never()
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);

        (await (await app.As(Cast.MemberOfAlnas)).Open("/sok?text=fyra+möten")).Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("(Adopted)"), text => text.ShouldNotContain("(Draft)"), text => text.ShouldNotContain("(Discarded)"), text => text.ShouldNotContain("Storå ska"));
        (await (await app.As(Cast.Stranger)).Open("/sok?text=fyra+möten")).Text.ShouldNotContain("Adopted");
    }

    [Fact]
    public async Task Units_pages_and_help_are_found_by_those_who_may_go_there()
    {
        await using var app = await AppUnderTest.Start();

        Links(await (await app.As(Cast.Administrator)).Open("/sok?text=alnäs")).ShouldContain("/organisation/alnas");
        Links(await (await app.As(Cast.GroupLeader)).Open("/sok?text=alnäs")).ShouldContain("/manniskor?enhet=alnas");
        Links(await (await app.As(Cast.Administrator)).Open("/sok?text=drift")).ShouldContain("/drift");
        Links(await (await app.As(Cast.MemberOfAlnas)).Open("/sok?text=drift")).ShouldNotContain("/drift");
        Links(await (await app.As(Cast.MemberOfAlnas)).Open("/sok?text=röstlängd")).ShouldContain(u => u.StartsWith("/hjalp/manniskor#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_asks_few_questions_and_leaves_no_trace_of_what_was_asked()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await tove.Get("/sok?handler=Finds&text=lund");

        (await app.Queries.During(() => tove.Get("/sok?handler=Finds&text=hemligtord"))).ShouldBeLessThan(7);
        app.Log.Lines.ShouldNotContain(l => l.Contains("hemligtord", StringComparison.Ordinal));
        (await app.Read(db => db.Audit.AnyAsync(e => e.Changes.Contains("hemligtord")))).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hundred_and_forty_a_minute_are_enough()
    {
        await using var app = await AppUnderTest.Start();
        var lena = await app.As(Cast.MemberOfAlnas);
        for (var i = 0; i < 240; i++)
            await lena.Get("/sok");

        (await lena.Get("/sok?text=lund")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await (await app.As(Cast.Ombudsman)).Get("/sok?text=lund")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> People(Sheet page) => page.Html.QuerySelectorAll(".finds a[href^='/manniskor/']").Select(a => a.FirstChild!.TextContent);

    private static IEnumerable<string> Links(Sheet page) => page.Html.QuerySelectorAll(".finds a").Select(a => a.GetAttribute("href")!);
}
