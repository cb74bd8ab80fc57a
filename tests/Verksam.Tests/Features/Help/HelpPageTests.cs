using System.Net;
using Shouldly;
using Verksam.Features.Help;
using Verksam.Tests.Architecture;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Help;

public sealed class HelpPageTests
{
    [Fact]
    public async Task Every_page_opens_for_whoever_asks_and_sets_no_cookie()
    {
        await using var app = await AppUnderTest.Start();
        foreach (var (address, title) in new Handbook().Contents)
        {
            var answer = await app.Anybody().Get(address);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse(address);
            (await Sheet.Of(app.Anybody(), answer)).Heading.ShouldBe(title);
        }
    }

    [Fact]
    public async Task Every_link_and_picture_of_every_page_leads_somewhere()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var followed = 0;
        foreach (var name in Handbook.Names)
        {
            var page = await visitor.Open(Handbook.Address(name));
            foreach (var address in page.Html.QuerySelectorAll(".handbook a, .contents a").Select(a => a.GetAttribute("href")!).Where(a => !a.StartsWith("http", StringComparison.Ordinal)))
            {
                var (path, anchor) = address.Split('#') is [var p, var a] ? (p, Uri.UnescapeDataString(a)) : (address, null);
                var target = path.Length == 0 ? page : await visitor.Open(path);
                target.Status.ShouldBe(HttpStatusCode.OK, $"{name}: {address}");
                if (anchor is not null)
                    target.Html.GetElementById(anchor).ShouldNotBeNull($"{name}: {address}");
                followed++;
            }
        }
        followed.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task A_picture_is_a_picture_and_kept_for_ever_when_its_version_is_asked_for()
    {
        await using var app = await AppUnderTest.Start();
        var shown = 0;
        foreach (var name in Handbook.Names)
        {
            foreach (var picture in (await app.Anybody().Open(Handbook.Address(name))).Html.QuerySelectorAll(".handbook img"))
            {
                var answer = await app.Anybody().Get(picture.GetAttribute("src")!);

                answer.StatusCode.ShouldBe(HttpStatusCode.OK, picture.OuterHtml);
                answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
                answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
                picture.GetAttribute("alt")!.Length.ShouldBeGreaterThan(20, picture.OuterHtml);
                shown++;
            }
        }
        shown.ShouldBeGreaterThanOrEqualTo(8);
        (await app.Anybody().Get("/hjalp/bilder/oversikt.png")).Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/hjalp/finns-inte")]
    [InlineData("/hjalp/index")]
    [InlineData("/hjalp/bilder/finns-inte.png")]
    [InlineData("/hjalp/bilder/..%2Fplanen.md")]
    public async Task What_is_not_in_the_handbook_is_not_here(string address)
    {
        await using var app = await AppUnderTest.Start();

        (await app.Anybody().Get(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_English_reader_is_told_that_the_help_is_Swedish()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        (await visitor.Open("/hjalp/planen")).Html.QuerySelector(".notice").ShouldBeNull();

        var page = await visitor.Open("/sprak/en?till=/hjalp/planen");

        page.Text.ShouldStartWith("The help is written in Swedish.");
        page.Html.QuerySelector(".handbook")!.GetAttribute("lang").ShouldBe("sv");
    }

    [Fact]
    public async Task Whoever_is_signed_in_keeps_the_menu()
    {
        await using var app = await AppUnderTest.Start();

        (await (await app.As(Cast.Ombudsman)).Open("/hjalp/planen")).Html.QuerySelector(".nav [aria-current=page]")!.TextContent.ShouldBe("Hjälp");
        (await app.Anybody().Open("/hjalp/planen")).Html.QuerySelector(".nav").ShouldBeNull();
    }

    [Fact]
    public void The_list_of_pages_is_the_folder() =>
        Source.Files("docs/sv", ".md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).ShouldBe(Handbook.Names.Order(StringComparer.Ordinal));
}
