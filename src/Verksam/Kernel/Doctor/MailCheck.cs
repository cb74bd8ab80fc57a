using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Verksam.Formats.Smtp;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;

namespace Verksam.Kernel.Doctor;

/// <summary>Whether letters can leave: the mail server answers and offers encryption. No letter is sent and no password shown.</summary>
internal sealed class MailCheck(IConfiguration configuration, Installation installation)
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
            return await Ask(server, enough.Token) ? Finding.Ok("Ui.Doctor.Mail", server.Host) : Finding.Warning("Ui.Doctor.MailOpen", server.Host);
        }
        catch (Exception trouble) when (trouble is SocketException or IOException or AuthenticationException
            || (trouble is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            return Finding.Fault("Ui.Doctor.NoMail", server.Host, server.Port, trouble.Message);
        }
    }

    // whether it can be spoken to in secret
    private static async Task<bool> Ask(SmtpServer server, CancellationToken cancelled)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(server.Host, server.Port, cancelled);
        await using var stream = line.GetStream();
        if (server.Security == SmtpSecurity.Tls)
        {
            await using var secret = new SslStream(stream);
            await secret.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host }, cancelled);
            return true;
        }
        using var replies = new StreamReader(stream, Encoding.ASCII);
        await replies.ReadLineAsync(cancelled);
        await stream.WriteAsync("EHLO localhost\r\n"u8.ToArray(), cancelled);
        var offered = false;
        string? said;
        while ((said = await replies.ReadLineAsync(cancelled)) is { Length: > 3 } && said[3] == '-')
            offered |= said.EndsWith("STARTTLS", StringComparison.OrdinalIgnoreCase);
        return offered || said?.EndsWith("STARTTLS", StringComparison.OrdinalIgnoreCase) == true;
    }
}
