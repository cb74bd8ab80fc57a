namespace Verksam.Features.Accounts.TwoStep;

/// <summary>What the picture says that an app reads a secret from.</summary>
internal static class CodePicture
{
    private const string House = "Verksam";

    /// <summary>As authenticator apps read it (the "otpauth" key URI).</summary>
    public static string Address(string secret, string email) =>
        $"otpauth://totp/{House}:{Uri.EscapeDataString(email)}?secret={secret}&issuer={House}";
}
