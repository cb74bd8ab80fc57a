using Microsoft.Playwright;
using Shouldly;
using Verksam.Formats.Docx;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A plan's way from a file to a follow-up: brought in, reviewed by keys, adopted, handed out, told of from a phone.</summary>
public sealed class PlanJourney(Browsers browsers)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_plan_is_brought_in_adopted_carried_out_and_followed_up(ColorScheme scheme)
    {
        await using var house = await HouseOnAPort.Open(demo: true);
        var desk = await browsers.Open(Browsers.Desktop, scheme);
        var complaints = desk.Complaints();

        await desk.Open($"{house.Url}/logga-in");
        await desk.SignIn(house, "Ingela Rönnkvist");
        await desk.MustBeWell(); // the overview
        await BringIn(desk, house);
        await ReviewByKeys(desk);
        await Adopt(desk);
        desk.Url.ShouldBe($"{house.Url}/planen/2027");
        await desk.MustBeWell();
        await HandOut(desk, house);
        await Tell(house, scheme);
        await FollowUp(desk, house);
        complaints.ShouldBeEmpty();
    }

    private static async Task BringIn(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/planen/ta-in");
        await page.MustBeWell();
        await page.GetByLabel("Planen som fil").SetInputFilesAsync(new FilePayload { Name = "plan.docx", MimeType = "application/octet-stream", Buffer = Plan() });
        await page.Press("Läs planen");
        await page.MustBeWell();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.TextContentAsync()).ShouldBe("Granska det vi hittade");
    }

    private static async Task ReviewByKeys(IPage page)
    {
        await page.Keyboard.PressAsync("?");
        (await page.Locator("#tangenter").InnerTextAsync()).ShouldContain("Slå ihop");
        await page.MustBeWell();
        await page.Keyboard.PressAsync("Escape");
        await page.PressKey("x"); // the first is let go
        await page.PressKey("z"); // and taken back
        await page.AcceptAllByKey();
        await page.MustBeWell();
        await page.Press("Visa som förslag till plan");
    }

    private static async Task Adopt(IPage page)
    {
        await page.MustBeWell();
        await page.GetByLabel("Mötet", new() { Exact = true }).FillAsync("Årskonferensen i Alnäs");
        await page.GetByLabel("Paragraf i protokollet").FillAsync("§ 9");
        await page.Press("Anteckna att planen är antagen");
    }

    private static async Task HandOut(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/planen/2027/ansvariga");
        await page.MustBeWell();
        await page.GetByLabel("Välj 1.1").CheckAsync();
        await page.GetByLabel("Välj 2.1").CheckAsync();
        await page.GetByLabel("Ansvarig", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Fartun Jimcale" });
        await page.Press("Spara");
        (await page.GetByRole(AriaRole.Status).TextContentAsync())!.Trim().ShouldStartWith("Två åtaganden är utdelade.");
    }

    private async Task Tell(HouseOnAPort house, ColorScheme scheme)
    {
        var phone = await browsers.Open(Browsers.Phone, scheme);
        await phone.SignIn(house, "Fartun Jimcale");
        await phone.GotoAsync($"{house.Url}/mina-ataganden");
        await phone.MustBeWell();
        await phone.GotoAsync($"{house.Url}/planen/2027/2.1");
        await phone.MustBeWell();
        await phone.GetByLabel("Vad har hänt?").FillAsync("Salen är bokad.");
        await phone.Press("Spara", "#rapportera");
        (await phone.GetByRole(AriaRole.Status).TextContentAsync())!.Trim().ShouldBe("Sparat. Tack för att du berättar.");
        await phone.MustBeWell();
    }

    private static async Task FollowUp(IPage page, HouseOnAPort house)
    {
        await page.GotoAsync($"{house.Url}/uppfoljning");
        await page.MustBeWell();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Hämta som Word" }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        var paragraphs = await DocxReader.Read(file);
        paragraphs[0].Text.ShouldBe("Uppföljning av verksamhetsplan 2026"); // the year the clock shows
    }

    private static byte[] Plan()
    {
        using var file = new MemoryStream();
        using (var document = new DocxWriter(file, new DocxProperties("Verksamhetsplan 2027", new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero))))
        {
            document.Title("Verksamhetsplan 2027");
            document.Heading(1, "Möten");
            document.Paragraph("Förra året blev det få möten. Styrelsen ska hålla minst fyra medlemsmöten under året.");
            document.Heading(1, "Utbildning");
            document.Paragraph("Distriktet ska anordna:");
            document.Bullet("En kurs i mötesteknik");
            document.Bullet("Två studiecirklar om kommunens ekonomi");
        }
        return file.ToArray();
    }
}
