using Microsoft.AspNetCore.DataProtection;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>Secret addresses in letters by which somebody acts without signing in: 256 bits each. Kept are what one is known by, and the secret sealed.</summary>
internal sealed class SecretLinks(IDataProtectionProvider protection, Installation installation)
{
    private readonly IDataProtector _box = protection.CreateProtector("secret link");

    public (string Print, string Sealed) New()
    {
        var secret = Secrets.New();
        return (Secrets.Sum(secret), _box.Protect(secret));
    }

    /// <summary>The address in full.</summary>
    public string Url(string room, string sealedSecret) => $"{installation.PublicUrl}/{room}/{_box.Unprotect(sealedSecret)}";
}
