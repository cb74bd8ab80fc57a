using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Secret addresses in letters by which somebody acts without signing in: 256 bits each. Kept are what one is known by, and the secret sealed.</summary>
internal sealed class SecretLinks(IDataProtectionProvider protection, Installation installation)
{
    private readonly IDataProtector _box = protection.CreateProtector("secret link");

    public (string Print, string Sealed) New()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (Print(secret), _box.Protect(secret));
    }

    /// <summary>The address in full.</summary>
    public string Url(string room, string sealedSecret) => $"{installation.PublicUrl}/{room}/{_box.Unprotect(sealedSecret)}";

    /// <summary>What a secret is known by (SHA-256).</summary>
    public static string Print(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
