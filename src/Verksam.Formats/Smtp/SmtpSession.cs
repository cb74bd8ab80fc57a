using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Verksam.Formats.Smtp;

/// <summary>
/// A conversation with a server that has been greeted, encrypted and logged in to as the settings say (RFC 5321, 3207, 4954).
/// </summary>
internal sealed class SmtpSession(SmtpServer server, SmtpConnection connection) : IAsyncDisposable
{
    public SmtpConnection Connection => connection;
    public SmtpExtensions Extensions { get; private set; } = SmtpExtensions.None;
    public int MessagesSent { get; set; }
    public DateTimeOffset LastUsed { get; set; }

    /// <summary>The last transaction was not ended by a letter: the next begins with RSET.</summary>
    public bool NeedsReset { get; set; }

    [SuppressMessage("Reliability", "CA2000", Justification = "The session owns its connection")]
    public static async Task<SmtpSession> Begin(SmtpServer server, TimeProvider clock, CancellationToken cancellation)
    {
        var session = new SmtpSession(server, await SmtpConnection.Open(server, clock, cancellation));
        try
        {
            Expect(await session.Connection.Read(cancellation));
            await session.Greet(cancellation);
            await session.Secure(cancellation);
            if (server.Login is { } login) await session.LogIn(login, cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async Task<SmtpReply> Ask(string command, CancellationToken cancellation)
    {
        await connection.Write(command + "\r\n", cancellation);
        return await connection.Read(cancellation);
    }

    /// <summary>Says goodbye, and does not wait for an answer.</summary>
    public async Task Quit(CancellationToken cancellation)
    {
        try
        {
            await connection.Write("QUIT\r\n", cancellation);
        }
        catch (SmtpFailure)
        {
            // It left first
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task Greet(CancellationToken cancellation)
    {
        var reply = await Ask("EHLO " + server.EhloName, cancellation);
        if (reply.IsGood) Extensions = SmtpExtensions.From(reply);
        else if (reply.Number >= 500) Expect(await Ask("HELO " + server.EhloName, cancellation));
        else throw SmtpFailure.From(reply);
    }

    private async Task Secure(CancellationToken cancellation)
    {
        if (server.Security is SmtpSecurity.None or SmtpSecurity.Tls) return;
        var isRequired = server.Security == SmtpSecurity.StartTls;
        var isAgreed = Extensions.StartTls && (await Ask("STARTTLS", cancellation)).Number == 220;
        if (!isAgreed && isRequired) throw new SmtpFailure(SmtpFault.NoTls, "The server does not offer encryption.");
        if (!isAgreed) return;
        await connection.Encrypt(cancellation);
        // What it said in clear text may have been said by another
        Extensions = SmtpExtensions.None;
        await Greet(cancellation);
    }

    // The server's own words are not passed on here: it has just seen the password and might repeat it
    private async Task LogIn(SmtpLogin login, CancellationToken cancellation)
    {
        if (!connection.IsEncrypted && !connection.IsLoopback)
            throw new SmtpFailure(SmtpFault.LoginRefused, "A password is not sent without encryption.");
        var reply = Extensions.Logins.Contains("PLAIN")
            ? await Ask("AUTH PLAIN " + Base64($"\0{login.User}\0{login.Password}"), cancellation)
            : Extensions.Logins.Contains("LOGIN") ? await LogInStepwise(login, cancellation)
            : throw new SmtpFailure(SmtpFault.LoginRefused, "The server offers no way to log in that we know.");
        if (!reply.IsGood) throw new SmtpFailure(SmtpFault.LoginRefused, $"The server refused the login ({reply.Number}).");
    }

    private async Task<SmtpReply> LogInStepwise(SmtpLogin login, CancellationToken cancellation)
    {
        var reply = await Ask("AUTH LOGIN", cancellation);
        foreach (var answer in (string[])[login.User, login.Password])
        {
            if (reply.Number != 334) return reply;
            reply = await Ask(Base64(answer), cancellation);
        }
        return reply;
    }

    private static void Expect(SmtpReply reply)
    {
        if (!reply.IsGood) throw SmtpFailure.From(reply);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
