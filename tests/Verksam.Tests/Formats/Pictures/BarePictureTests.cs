using System.Text;
using Shouldly;
using Verksam.Formats.Pictures;
using Verksam.Tests.Formats.Fuzz;
using Xunit;

namespace Verksam.Tests.Formats.Pictures;

/// <summary>What one sees stays, byte for byte; what is written beside it goes.</summary>
public sealed class BarePictureTests
{
    [Fact]
    public void One_that_has_nothing_beside_it_stays_as_it_is()
    {
        Bare(Drawn.Png, "image/png").ShouldBe(Drawn.Png);
        Bare(Drawn.Jpeg, "image/jpeg").ShouldBe(Drawn.Jpeg);
        Bare(Drawn.Webp, "image/webp").ShouldBe(Drawn.Webp);
    }

    [Fact]
    public void Where_when_and_by_whom_is_left_out()
    {
        Bare(Drawn.PngBeside(), "image/png").ShouldBe(Drawn.Png);
        Bare(Drawn.WebpBeside(), "image/webp").ShouldBe(Drawn.Webp);
        Bare(Drawn.JpegBeside(turned: 1), "image/jpeg").ShouldBe(Drawn.Jpeg);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(6, true)]
    [InlineData(3, true)]
    public void Which_way_up_it_is_stays(byte turned, bool isLittle)
    {
        var bare = Bare(Drawn.JpegBeside(turned, isLittle), "image/jpeg");

        Encoding.Latin1.GetString(bare).ShouldNotContain("telefon");
        bare.Length.ShouldBe(Drawn.Jpeg.Length + 36);
        bare[20..24].ShouldBe([0xff, 0xe1, 0, 34]);
        bare[48..50].ShouldBe([0, turned]);
        Bare(bare, "image/jpeg").ShouldBe(bare);
    }

    [Fact]
    public void What_is_none_or_broken_off_is_none()
    {
        BarePicture.Of(Array.Empty<byte>()).ShouldBeNull();
        BarePicture.Of("GIF89a"u8.ToArray()).ShouldBeNull();
        BarePicture.Of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()).ShouldBeNull();
        foreach (var whole in new[] { Drawn.Png, Drawn.Jpeg, Drawn.Webp })
            Enumerable.Range(0, whole.Length).Where(n => BarePicture.Of(whole.AsMemory(0, n)) is not null).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_is_broken_in_it_nothing_falls_and_nothing_grows()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            foreach (var whole in new[] { Drawn.PngBeside(), Drawn.JpegBeside(6), Drawn.WebpBeside() })
            {
                var broken = new Mutations(seed).Of(whole);
                if (BarePicture.Of(broken) is { } bare)
                    bare.Content.Length.ShouldBeLessThanOrEqualTo(broken.Length + 36);
            }
        }
    }

    private static byte[] Bare(byte[] whole, string type)
    {
        var bare = BarePicture.Of(whole).ShouldNotBeNull();
        bare.ContentType.ShouldBe(type);
        return bare.Content.ToArray();
    }
}
