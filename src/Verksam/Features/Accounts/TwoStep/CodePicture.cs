using QRCoder;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary>The picture that an app reads a secret from. Black on white also in the dark: cameras want it so.</summary>
internal static class CodePicture
{
    private const string House = "Verksam";

    public static string Of(string secret, string email)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address(secret, email), QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return drawing.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>As authenticator apps read it (the "otpauth" key URI).</summary>
    public static string Address(string secret, string email) =>
        $"otpauth://totp/{House}:{Uri.EscapeDataString(email)}?secret={secret}&issuer={House}";
}
