using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Verksam.Kernel.Doctor;

/// <summary>The certificate that a server shows to whoever calls: how long it is good, and what a careful caller has against it.</summary>
internal sealed record ShownCertificate(DateTimeOffset Ends, SslPolicyErrors Errors)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public string LastDay => Ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool HasExpired(DateTimeOffset now) => Ends < now;

    /// <summary>What renews itself is renewed a month before.</summary>
    public bool EndsSoon(DateTimeOffset now) => Ends - now < Soon;

    /// <summary>Looks at it and hangs up; nothing is said that only a trusted server may hear.</summary>
    [SuppressMessage("Security", "CA5359", Justification = "What is wrong with it is what we came to see; nothing is said over the line")]
    public static async Task<ShownCertificate> Of(Stream line, string host, CancellationToken cancelled)
    {
        var shown = new ShownCertificate(DateTimeOffset.MaxValue, SslPolicyErrors.RemoteCertificateNotAvailable);
        await using var secret = new SslStream(line);
        await secret.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host,
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    shown = new ShownCertificate(certificate is X509Certificate2 whole ? new DateTimeOffset(whole.NotAfter) : DateTimeOffset.MaxValue, errors);
                    return true;
                },
            },
            cancelled);
        return shown;
    }
}
