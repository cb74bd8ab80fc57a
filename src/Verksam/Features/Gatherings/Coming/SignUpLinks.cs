using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>The secret address in the letters by which somebody changes one sign-up without signing in.</summary>
internal sealed class SignUpLinks(AppDb db, SecretLinks links)
{
    public void Give(SignUp own)
    {
        var (print, secret) = links.New();
        own.HasLink(print, secret);
    }

    /// <summary>Null when there is none.</summary>
    public string? UrlOf(SignUp own) => own.LinkSealed is { } secret ? links.Url("anmalan", secret) : null;

    /// <summary>Null when there is none, or no more; nothing tells which.</summary>
    public Task<SignUp?> Open(string secret)
    {
        var print = Secrets.Sum(secret);
        return db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.LinkPrint == print);
    }
}
