using System.Net;
using Shouldly;
using Verksam.Features.Help;
using Verksam.Tests.Architecture;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Help;

public sealed class WhereOneStandsTests
{
    /// <summary>Pages that are not a screen of any room: the help for them is its first page.</summary>
    private static readonly string[] NoRooms = ["/", "/fel/{code:int}", "/hjalp/{name?}", "/sprak/{language}", "/utan-nat", "/utan-nat/nyckel"];

    [Fact]
    public async Task Every_page_of_the_house_has_a_section_that_tells_of_it()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var pages = Routes.All(app).Where(r => Routes.Page(r) is not null).Select(Routes.Pattern).Distinct(StringComparer.Ordinal).ToList();

        pages.Count.ShouldBeGreaterThan(50);
        pages.Where(p => WhereOneStands.HelpFor(Bare(p)) == "/hjalp").Order(StringComparer.Ordinal).ShouldBe(NoRooms, Case.Sensitive, "a new page gets a line in WhereOneStands and some lines in docs/sv");
    }

    [Fact]
    public void Every_section_that_is_pointed_out_exists()
    {
        var handbook = new Handbook();

        WhereOneStands.Told.Where(t => t.Value.Split('#') is var to && (handbook.Page(to[0]) is not { } leaf || (to.Length > 1 && !leaf.Sections.Any(s => s.Anchor == to[1]))))
            .Select(t => $"{t.Key} leads to {t.Value}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_screen_that_is_told_of_exists()
    {
        await using var app = await AppUnderTest.StartEmpty();
        var screens = Routes.All(app).Select(r => Bare(Routes.Pattern(r))).ToList();

        WhereOneStands.Told.Keys.Where(told => !screens.Exists(s => (s + "/").StartsWith(told.TrimEnd('/') + "/", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/planen/granska/{id}/lagg-till", "/hjalp/planen#granska")]
    [InlineData("/planen/{unit}/{year}/{number}", "/hjalp/folj-upp#rapportera")]
    [InlineData("/matt/{slug}", "/hjalp/folj-upp#m%C3%A5tt")]
    [InlineData("/logg", "/hjalp/loggen")]
    [InlineData("/plan", "/hjalp")]
    [InlineData("https://elsewhere.example", "/hjalp")]
    public async Task The_longest_beginning_wins_and_nothing_leads_out_of_the_house(string screen, string help)
    {
        await using var app = await AppUnderTest.StartEmpty();

        var answer = await app.Anybody().Get($"/hjalp?fran={Uri.EscapeDataString(screen)}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(help);
    }

    [Fact]
    public async Task The_menu_has_a_link_from_where_one_stands()
    {
        await using var app = await AppUnderTest.Start();
        var page = await (await app.As(Cast.Ombudsman)).Open("/manniskor/ny");

        page.Html.QuerySelector(".nav a[data-icon=hjalp]")!.GetAttribute("href").ShouldBe("/hjalp?fran=%2Fmanniskor%2Fny");
    }

    [Fact]
    public async Task A_secret_in_an_address_does_not_follow_to_the_help()
    {
        await using var app = await AppUnderTest.Start();
        var page = await app.Anybody().Open("/logga-in/lank/hemligt");

        page.Html.QuerySelector("footer a[data-icon=hjalp]")!.GetAttribute("href").ShouldBe("/hjalp?fran=%2Flogga-in%2Flank%2F%7Blink%7D");
    }

    // "/dagar/{year:int?}" → "/dagar/{year}", as the layout asks
    private static string Bare(string pattern) => string.Join('/', pattern.Split('/').Select(s => s.StartsWith('{') ? s.TrimEnd('}').Split(':', '?')[0] + "}" : s));
}
