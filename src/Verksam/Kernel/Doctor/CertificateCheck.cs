using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Doctor;

/// <summary>Whether the certificate of the public address is good for a while yet. It is the proxy's, and it is people's browsers that stop at it.</summary>
internal sealed class CertificateCheck(Installation installation, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public IEnumerable<Check> All => installation.IsHttps && Uri.TryCreate(installation.PublicUrl, UriKind.Absolute, out var url)
        ? [new("certificate", cancelled => Look(url, cancelled))] : [];

    private async Task<Finding> Look(Uri url, CancellationToken cancelled)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        enough.CancelAfter(Patience);
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(url.IdnHost, url.Port, enough.Token);
            return Judge(url.Host, await ShownCertificate.Of(line.GetStream(), url.IdnHost, enough.Token));
        }
        catch (Exception trouble) when (trouble is SocketException or IOException or AuthenticationException
            || (trouble is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            return Finding.Warning("Ui.Doctor.NoCertificate", url.Host, trouble.Message); // it may be seen from everywhere but here
        }
    }

    private Finding Judge(string host, ShownCertificate shown)
    {
        var now = clock.GetUtcNow();
        return shown.HasExpired(now) ? Finding.Fault("Ui.Doctor.CertificateExpired", host, shown.LastDay)
            : shown.EndsSoon(now) ? Finding.Warning("Ui.Doctor.CertificateSoon", host, shown.LastDay)
            : shown.Errors != SslPolicyErrors.None ? Finding.Warning("Ui.Doctor.CertificateStrange", host, shown.Errors)
            : Finding.Ok("Ui.Doctor.Certificate", host, shown.LastDay);
    }
}
