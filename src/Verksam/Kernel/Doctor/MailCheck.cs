using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Verksam.Formats.Smtp;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;

namespace Verksam.Kernel.Doctor;

/// <summary>Whether letters can leave: the mail server answers and offers encryption. No letter is sent and no password shown.</summary>
internal sealed class MailCheck(IConfiguration configuration, Installation installation, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public Check Mail => new("mail", Look);

    private async Task<Finding> Look(CancellationToken cancelled)
    {
        if (MailSettings.Of(configuration, installation).Server is not { } server)
            return Finding.Warning("Ui.Doctor.MailInFolder", Path.Combine(installation.DataFolder, FolderPost.Folder));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        enough.CancelAfter(Patience);
        try
        {
            return await Ask(server, enough.Token);
        }
        catch (Exception trouble) when (trouble is SocketException or IOException or AuthenticationException
            || (trouble is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            return Finding.Fault("Ui.Doctor.NoMail", server.Host, server.Port, trouble.Message);
        }
    }

    private async Task<Finding> Ask(SmtpServer server, CancellationToken cancelled)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(server.Host, server.Port, cancelled);
        await using var stream = line.GetStream();
        if (server.Security != SmtpSecurity.Tls && !await OffersSecrecy(stream, cancelled))
            return Finding.Warning("Ui.Doctor.MailOpen", server.Host);
        // where no password is said and clear text would do, letters leave whatever certificate is shown
        return server.Security == SmtpSecurity.StartTlsWhenOffered ? Finding.Ok("Ui.Doctor.Mail", server.Host)
            : Judge(server, await ShownCertificate.Of(stream, server.Host, cancelled));
    }

    private Finding Judge(SmtpServer server, ShownCertificate shown) =>
        shown.HasExpired(clock.GetUtcNow()) ? Finding.Fault("Ui.Doctor.MailExpired", server.Host, shown.LastDay)
        : shown.Errors != SslPolicyErrors.None ? Finding.Fault("Ui.Doctor.CertificateStrange", server.Host, shown.Errors)
        : Finding.Ok("Ui.Doctor.Mail", server.Host);

    // and if so, has asked for it
    private static async Task<bool> OffersSecrecy(NetworkStream stream, CancellationToken cancelled)
    {
        using var replies = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        await replies.ReadLineAsync(cancelled);
        await stream.WriteAsync("EHLO localhost\r\n"u8.ToArray(), cancelled);
        var offered = false;
        string? said;
        while ((said = await replies.ReadLineAsync(cancelled)) is { Length: > 3 } && said[3] == '-')
            offered |= said.EndsWith("STARTTLS", StringComparison.OrdinalIgnoreCase);
        offered |= said?.EndsWith("STARTTLS", StringComparison.OrdinalIgnoreCase) == true;
        if (offered)
        {
            await stream.WriteAsync("STARTTLS\r\n"u8.ToArray(), cancelled);
            await replies.ReadLineAsync(cancelled);
        }
        return offered;
    }
}
