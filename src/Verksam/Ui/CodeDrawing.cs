using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Verksam.Ui;

/// <summary>A text as a square that cameras read (QR). Black on white also in the dark: they want it so.</summary>
internal static class CodeDrawing
{
    public static HtmlString Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return new HtmlString(drawing.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
