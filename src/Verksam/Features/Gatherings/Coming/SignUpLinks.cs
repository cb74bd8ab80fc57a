using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>The secret address in the letters by which somebody changes one sign-up without signing in: 256 bits, one for each.</summary>
internal sealed class SignUpLinks(AppDb db, IDataProtectionProvider protection, Installation installation)
{
    private readonly IDataProtector _box = protection.CreateProtector("sign-up link");

    public void Give(SignUp own)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        own.HasLink(Hash(secret), _box.Protect(secret));
    }

    /// <summary>Null when there is none.</summary>
    public string? UrlOf(SignUp own) => own.LinkSealed is { } box ? $"{installation.PublicUrl}/anmalan/{_box.Unprotect(box)}" : null;

    /// <summary>Null when there is none, or no more; nothing tells which.</summary>
    public Task<SignUp?> Open(string secret)
    {
        var hash = Hash(secret);
        return db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.LinkHash == hash);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
