using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>
/// The pictures of the help, taken of the demo. tools/pictures takes them anew (VERKSAM_PICTURES=1) and writes down what they show; an ordinary
/// run compares that with what the program shows now, so that no picture tells of a page that looked so once.
/// </summary>
public sealed partial class HelpPictures(Browsers browsers)
{
    private const string Do = "run tools/pictures and look at what it made";

    private const int Heaviest = 170_000, AllTogether = 1_200_000;

    private static readonly ScreenPicture[] Open = [new("logga-in", "/logga-in", "main", ".section")];

    private static readonly ScreenPicture[] SignedIn =
    [
        new("oversikt", "/oversikt", "main", "section:has(#avviker), .sub, .sub ~ *, .split > :nth-child(n+2)", 430),
        new("planen", "/planen/2026", "main", ".plan-side, .page-head, .doc > :not(h2, h2 ~ *), .doc > h3:nth-of-type(n+2) ~ *, .doc > h3:nth-of-type(n+2)"),
        new("rapportera", "/planen/2026/4.4", "#rapportera"),
        new("mina", "/mina-ataganden", "main", "main > .rows > :nth-child(n+4), main > .section"),
        new("matt", "/matt", "main", ".split > :nth-child(n+2), .split > .section > :nth-child(n+4)"),
        new("uppfoljning", "/uppfoljning", "main", "main > form, .ledger tbody > :nth-child(n+3), main > .section:has(.ledger) ~ .section"),
        new("dagar", "/dagar/2026", "main", ".rows > :nth-child(n+4), .fold"),
        new("organisationen", "/organisation", "main", ".tree li li:nth-child(n+5)"),
        new("manniska", "/manniskor?text=Fartun", "main", ".split > :last-child > :nth-child(n+2), #handelser"),
    ];

    private static readonly ScreenPicture Reviewed = new("granska", "", "main", ".crumbs, .page-head, .plan-side, main > .section, .verdict");

    private static readonly string Folder = Path.Combine(Root(AppContext.BaseDirectory), "docs", "sv", "bilder");

    private static string List => Path.Combine(Folder, "visar.txt");

    private static bool Takes => Environment.GetEnvironmentVariable("VERKSAM_PICTURES") == "1";

    [Fact]
    public async Task Each_shows_what_the_program_shows()
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var page = await browsers.Open(ScreenPicture.Window);
        var shown = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var picture in Open)
            await Look(page, house, picture, shown);
        await page.SignIn(house, "Ingela Rönnkvist");
        foreach (var picture in SignedIn)
            await Look(page, house, picture, shown);
        await BringIn(page, house);
        await Look(page, house, Reviewed, shown);

        var now = shown.Select(s => $"{s.Value}  {s.Key}").ToArray();
        if (Takes)
            await File.WriteAllLinesAsync(List, now, TestContext.Current.CancellationToken);
        (await File.ReadAllLinesAsync(List, TestContext.Current.CancellationToken)).ShouldBe(now, $"a picture of the help shows what is no longer so: {Do}");
    }

    [Fact]
    public void The_help_shows_them_all_and_names_no_other()
    {
        var named = Directory.EnumerateFiles(Path.GetDirectoryName(Folder)!, "*.md").SelectMany(f => Shown().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).ToList();
        var there = Directory.EnumerateFiles(Folder, "*.png").Select(f => new FileInfo(f)).ToList();

        there.Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Do);
        there.Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal)
            .ShouldBe(Open.Concat(SignedIn).Append(Reviewed).Select(p => p.Name).Order(StringComparer.Ordinal), Do);
        there.Where(f => f.Length > Heaviest).Select(f => $"{f.Name}: {f.Length}").ShouldBeEmpty();
        there.Sum(f => f.Length).ShouldBeLessThan(AllTogether);
    }

    private static async Task Look(IPage page, HouseOnAPort house, ScreenPicture picture, SortedDictionary<string, string> shown)
    {
        if (picture.Url.Length > 0)
            (await page.GotoAsync(house.Url + picture.Url))!.Status.ShouldBe(200, picture.Url);
        if (picture.Name == "manniska")
            await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Fartun Jimcale" }).First);
        await page.SetViewportSizeAsync(picture.Width, ScreenPicture.Window.ViewportSize!.Height);
        var part = await picture.Find(page);
        shown[picture.Name] = await ScreenPicture.Fingerprint(part);
        if (Takes)
            await part.ScreenshotAsync(new() { Path = Path.Combine(Folder, picture.Name + ".png") });
    }

    private static async Task BringIn(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/planen/ta-in");
        await page.GetByLabel("Eller klistra in texten").FillAsync("""
            # Verksamhetsplan 2027

            ## Studier
            Vi tror på kunskap som växer i samtal. Distriktet ska hålla två helgkurser i retorik före sommaren.
            Föreningarna bör ha minst en studiecirkel var.
            """);
        await page.Press("Läs planen");
    }

    private static string Root(string from) => File.Exists(Path.Combine(from, "Verksam.slnx")) ? from : Root(Path.GetDirectoryName(from.TrimEnd('/'))!);

    [GeneratedRegex(@"!\[[^\]]+\]\(bilder/([^)]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Shown();
}
