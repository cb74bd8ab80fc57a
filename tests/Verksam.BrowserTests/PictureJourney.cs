using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Verksam.BrowserTests;

/// <summary>A picture from a phone is hung on a gathering: made small where there is script, and the right way up where there is none.</summary>
public sealed class PictureJourney(Browsers browsers, DemoHouse demo)
{
    // as tall as it is narrow when it is turned: 300 by 200 dots, which a camera says are to be turned a quarter
    private static readonly byte[] TurnedExif =
    [
        0xff, 0xe1, 0, 34, .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
    ];

    [Theory]
    [InlineData(Browsers.Phone, ColorScheme.Dark)]
    [InlineData(Browsers.Desktop, ColorScheme.Light)]
    public async Task It_is_made_small_on_the_way_and_stands_on_both_pages(string device, ColorScheme scheme)
    {
        var page = await browsers.Open(device, scheme);
        var complaints = page.Complaints();
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        var gathering = await Gathering(page, "Valupptakt");
        var large = await Drawn(page, 3000, 2000);
        await page.Open($"{gathering}/bild");

        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "IMG_2026.jpg", MimeType = "image/jpeg", Buffer = large });
        await page.WaitForFunctionAsync("() => document.querySelector('#Input_File').files[0].name === 'bild.jpg'");
        await page.GetByLabel("Vad syns på bilden?").FillAsync("Två fält");
        await page.Press("Spara");

        (await page.Said()).ShouldStartWith("Bilden är sparad.");
        await page.MustBeWell();
        (await Size(page)).ShouldBe([1600, 1067]);
        await page.Open(gathering.Replace("/aktiviteter/", "/kalender/", StringComparison.Ordinal));
        (await Size(page)).ShouldBe([1600, 1067]);
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_it_is_the_right_way_up()
    {
        var drawing = await browsers.Open(Browsers.Phone, ColorScheme.Light);
        await drawing.GotoAsync($"{demo.House.Url}/logga-in");
        var straight = await Drawn(drawing, 300, 200);
        var page = await browsers.Open(Browsers.Phone, ColorScheme.Light, script: false);
        await page.SignIn(demo.House, "Ingela Rönnkvist");
        var gathering = await Gathering(page, "Sommarfika vid bryggan");
        await page.GotoAsync($"{gathering}/bild");

        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "IMG.jpg", MimeType = "image/jpeg", Buffer = [.. straight[..20], .. TurnedExif, .. straight[20..]] });
        await page.GetByLabel("Vad syns på bilden?").FillAsync("Två fält");
        await page.Press("Spara");

        (await Size(page)).ShouldBe([200, 300]);
    }

    private async Task<string> Gathering(IPage page, string title)
    {
        await page.GotoAsync($"{demo.House.Url}/sok?text={Uri.EscapeDataString(title)}");
        await page.Press(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = title }).First);
        return page.Url;
    }

    /// <summary>As a browser saves it.</summary>
    private static async Task<byte[]> Drawn(IPage page, int width, int height) => Convert.FromBase64String(await page.EvaluateAsync<string>("""
        ([width, height]) => {
          const sheet = Object.assign(document.createElement('canvas'), { width, height }), pen = sheet.getContext('2d');
          pen.fillStyle = '#a33'; pen.fillRect(0, 0, width / 2, height);
          pen.fillStyle = '#36c'; pen.fillRect(width / 2, 0, width / 2, height);
          return sheet.toDataURL('image/jpeg').split(',')[1];
        }
        """, new[] { width, height }));

    private static async Task<int[]> Size(IPage page)
    {
        var picture = page.Locator("img.picture");
        await picture.ScrollIntoViewIfNeededAsync();
        return await picture.EvaluateAsync<int[]>("async picture => { await picture.decode(); return [picture.naturalWidth, picture.naturalHeight]; }");
    }
}
