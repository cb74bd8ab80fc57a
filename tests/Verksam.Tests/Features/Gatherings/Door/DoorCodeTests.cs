using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Shouldly;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Kernel;
using Verksam.Tests.House;
using Verksam.Ui;
using Xunit;
using ZXing;

namespace Verksam.Tests.Features.Gatherings.Door;

/// <summary>The square that one shows at the door, read by another program than the one that drew it.</summary>
public sealed partial class DoorCodeTests
{
    [Fact]
    public async Task The_square_on_the_page_of_a_sign_up_holds_the_address_at_the_door_and_not_the_secret_link()
    {
        await using var app = await AppUnderTest.Start();
        var gathering = await Doors.Open(app, (Cast.MemberOfAlnas, 0));
        var own = await app.Read(async db => await Task.FromResult(db.SignUps.Single()));

        var page = await (await app.As(Cast.MemberOfAlnas)).Open($"{gathering.Url()}/anmalan");

        var read = Read(page.Html.QuerySelector(".qr svg")!);
        new Uri(read).AbsolutePath.ShouldBe($"/aktiviteter/{gathering.Id}/dorren/kod/{DoorCode.Of(own.Id)}");
        page.Text.ShouldContain(DoorCode.Spoken(own.Id));
    }

    [Fact]
    public void A_code_is_read_however_it_is_typed_and_two_are_never_alike()
    {
        var own = Id<SignUp>.New();

        DoorCode.Read(DoorCode.Spoken(own).ToLowerInvariant()).ShouldBe(DoorCode.Of(own));
        DoorCode.Read(" oil-9 ").ShouldBe("0119");
        DoorCode.Read(null).ShouldBe("");
        Enumerable.Range(0, 5000).Select(_ => DoorCode.Of(Id<SignUp>.New())).Distinct().Count().ShouldBe(5000);
    }

    [Fact]
    public void What_is_drawn_is_what_is_read()
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(CodeDrawing.Of("https://verksam.example/å").Value!);

        Read(document.QuerySelector("svg")!).ShouldBe("https://verksam.example/å");
    }

    // draws the squares of the picture as points, four for each module, and lets the reader look
    private static string Read(IElement svg)
    {
        const int Scale = 4;
        var box = svg.GetAttribute("viewBox")!.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var (wide, high) = ((int)Math.Ceiling(box[2]), (int)Math.Ceiling(box[3]));
        var light = Enumerable.Repeat((byte)255, wide * Scale * high * Scale).ToArray();
        foreach (var bar in Bar().Matches(svg.QuerySelector("path")!.GetAttribute("d")!).Select(m => m.Groups.Values.Skip(1).Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture) * Scale).ToArray()))
        {
            for (var row = bar[1]; row < bar[1] + bar[3]; row++)
                Array.Fill(light, (byte)0, (row * wide * Scale) + bar[0], bar[2]);
        }
        var reader = new BarcodeReaderGeneric { Options = { PossibleFormats = [BarcodeFormat.QR_CODE], TryHarder = true } };
        return reader.Decode(new RGBLuminanceSource(light, wide * Scale, high * Scale, RGBLuminanceSource.BitmapFormat.Gray8))?.Text ?? "nothing";
    }

    // "M4 5h1v1h-1z": from where, how wide, how high
    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v(\d+)", RegexOptions.None, 1000)]
    private static partial Regex Bar();
}
