using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Verksam.Kernel;

/// <summary>Secrets that stand in an address: 256 bits by chance, of which only a sum is kept.</summary>
internal static class Secrets
{
    /// <summary>43 characters that an address can hold (RFC 4648, base64url).</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What one is known by: SHA-256, 64 hexadecimal digits. One of 256 bits by chance needs no salt.</summary>
    public static string Sum(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
