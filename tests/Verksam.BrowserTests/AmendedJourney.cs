using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>
/// A year's plan anew, as a democratic organisation makes it: proposed, amended from a phone, answered, decided, adopted; carried by a person,
/// shared by the associations, replanned, and followed up in a document that another program opens.
/// </summary>
public sealed class AmendedJourney(Browsers browsers)
{
    private const string Studies = "Studierna skall präglas av öppenhet.";
    private const string NewStudies = "Studierna skall präglas av öppenhet och lust.";
    private const string Courses = "två helgkurser i retorik";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task From_a_pdf_by_way_of_amendments_to_what_the_associations_have_done(ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var (desk, phone) = (await browsers.Open(Browsers.Desktop, scheme), await browsers.Open(Browsers.Phone, scheme));
        var complaints = desk.Complaints();
        await desk.SignIn(house, "Ingela Rönnkvist");
        await phone.SignIn(house, "Gun-Britt Holmdal");

        var amendments = await Propose(desk, house);
        await Move(phone, amendments, Studies, "Ändra orden", NewStudies);
        await Move(phone, amendments, "Planen följs upp på varje styrelsemöte.", "Stryk", "");
        await AnswerAndDecide(desk, amendments);
        await TakeInAndAdopt(desk);
        var courses = $"{house.Url}/planen/2026/{await NumberOf(desk, house, Courses)}";
        await HandOut(desk, courses);
        await Report(phone, courses);
        await RollsUp(desk, courses);
        await Replan(desk, courses);
        await FollowUp(desk, house);
        complaints.ShouldBeEmpty();
    }

    // gives the address of the amendments
    private static async Task<string> Propose(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/planen/ta-in");
        await page.GetByLabel("Planen som fil").SetInputFilesAsync(new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = Pdf() });
        await page.Press("Läs planen");
        await page.MustBeWell();
        await page.AcceptAllByKey();
        await page.LetTheRestLeave();
        await page.MustBeWell();
        await page.Press("Visa som förslag till plan");
        await page.MustBeWell();
        return page.Url + "/yrkanden";
    }

    private static async Task Move(IPage page, string amendments, string words, string what, string instead)
    {
        await page.GotoAsync(amendments);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Nytt yrkande" }));
        await page.MustBeWell();
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = words }));
        await page.MustBeWell();
        await page.GetByText(what, new() { Exact = true }).ClickAsync();
        await page.GetByLabel("De nya orden").FillAsync(instead);
        await page.GetByLabel("Vem yrkar?").FillAsync("Alnäs förening");
        await page.Press("Lämna yrkandet");
        (await page.Said()).ShouldEndWith("är lämnat.");
        await page.MustBeWell();
    }

    private static async Task AnswerAndDecide(IPage page, string amendments)
    {
        await page.Open(amendments);
        var first = page.GetByRole(AriaRole.Region, new() { Name = "Yrkande 1, Alnäs förening" });
        await first.GetByText("Styrelsens svar").ClickAsync();
        await first.GetByLabel("Styrelsen föreslår").SelectOptionAsync("bifall");
        await first.GetByLabel("Med orden").FillAsync("Lust behövs också.");
        await page.MustBeWell(); // unfolded
        await page.Press("Spara", "#y1");
        (await first.Locator(".notice").TextContentAsync())!.ShouldBe("Styrelsens svar: bifallLust behövs också.");
        await page.MustBeWell();
        await page.Press("Bifall", "#y1");
        await page.Press("Avslag", "#y2");
        await page.MustBeWell();
    }

    private static async Task TakeInAndAdopt(IPage page)
    {
        await page.Press("Ta in det bifallna yrkandet");
        await page.MustBeWell();
        (await page.Locator("mark[aria-current]").TextContentAsync()).ShouldBe(NewStudies); // the only new one is the one to review
        await page.AcceptAllByKey();
        await page.Press("Visa som förslag till plan");
        await page.MustBeWell();
        await page.GetByLabel("Mötet", new() { Exact = true }).FillAsync("Extra årskonferens");
        await page.Press("Anteckna att planen är antagen");
        (await page.Locator("article.doc").TextContentAsync())!.ShouldContain(NewStudies);
        await page.MustBeWell();
    }

    private static async Task<string> NumberOf(IPage page, HouseOnAPort house, string words)
    {
        await page.GotoAsync($"{house.Url}/planen/2026/ansvariga");
        return (await page.GetByRole(AriaRole.Row).Filter(new() { HasText = words }).Locator(".who").TextContentAsync())!;
    }

    private static async Task HandOut(IPage page, string courses)
    {
        await page.Open(courses);
        await page.Locator("#ansvarig").GetByLabel("Ansvarig", new() { Exact = true }).SelectOptionAsync("Fartun Jimcale");
        await page.Press("Spara", "#ansvarig");
        await page.Open(courses + "/delar");
        await page.GetByLabel("Hur många, Alnäs").FillAsync("3");
        await page.GetByLabel("Ansvarig, Alnäs").SelectOptionAsync("Gun-Britt Holmdal");
        await page.Press("Spara delarna");
        (await page.Said()).ShouldBe("Delarna är sparade.");
        await page.MustBeWell();
    }

    private static async Task Report(IPage page, string courses)
    {
        await page.Open(courses + "/delar/alnas");
        await page.GetByLabel("Vad har hänt?").FillAsync("Första kursen är hållen.");
        await page.GetByLabel("Hur många hittills?").FillAsync("1");
        await page.Press("Spara", "#rapportera");
        (await page.Said()).ShouldBe("Sparat. Tack för att du berättar.");
        await page.MustBeWell();
    }

    private static async Task RollsUp(IPage page, string courses)
    {
        await page.Open(courses);
        var parts = page.Locator("#delar");
        (await parts.GetByRole(AriaRole.Row).Filter(new() { HasText = "Alnäs" }).GetByRole(AriaRole.Cell).First.TextContentAsync()).ShouldBe("1 av 3");
        (await parts.GetByRole(AriaRole.Row).Filter(new() { HasText = "Tillsammans" }).GetByRole(AriaRole.Cell).First.TextContentAsync())!.ShouldStartWith("1");
        (await parts.Locator("header p").TextContentAsync())!.ShouldContain("har inte svarat");
    }

    private static async Task Replan(IPage page, string courses)
    {
        await page.Open(courses + "/planera-om");
        var form = page.Locator("form.narrow");
        await form.GetByLabel("Klart").FillAsync("senast 1 november");
        await form.GetByLabel("Varför?").FillAsync("Ingen lokal före valet.");
        await form.GetByLabel("Beslutat av").FillAsync("Styrelsen, § 52");
        await page.Press(form.GetByRole(AriaRole.Button, new() { Name = "Planera om" }));
        (await page.Said()).ShouldBe("Åtagandet är omplanerat.");
        (await page.Locator(".log").First.TextContentAsync())!.ShouldContain("Ingen lokal före valet.");
        await page.MustBeWell();
    }

    private static async Task FollowUp(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/planen/2026/ansvariga");
        var rows = await page.Locator("tbody tr").EvaluateAllAsync<string[][]>("rows => rows.map(r => ['.who', '.own'].map(c => r.querySelector(c).textContent.trim()))");
        rows.Length.ShouldBeGreaterThan(20);
        await page.GotoAsync($"{house.Url}/uppfoljning");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Hämta som Word" }).ClickAsync());
        var document = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var read = Encoding.UTF8.GetString(await LibreOffice.Convert(document, "txt:Text (encoded):UTF8")).Split('\n').Select(l => l.Trim()).ToList();
        foreach (var row in rows)
            read[read.IndexOf(row[0]) + 1].ShouldBe(row[1]); // beside its number
    }

    private static byte[] Pdf()
    {
        using var file = new MemoryStream();
        typeof(AmendedJourney).Assembly.GetManifestResourceStream("Plan.pdf")!.CopyTo(file);
        return file.ToArray();
    }
}
